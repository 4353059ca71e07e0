import { AsyncLocalStorage } from "node:async_hooks";

const listeners = new AsyncLocalStorage<(error: unknown) => void>();
let installed = false;

/**
 * Runs `work`, passing the values it prints by `console.error` to `listener` instead: @supabase/lite prints a stack for
 * every request that the database refuses, which tests and the demo do on purpose. Nothing else is silenced.
 */
export function withoutConsole<T>(work: () => Promise<T>, listener: (error: unknown) => void): Promise<T> {
  install();
  return listeners.run(listener, work);
}

function install(): void {
  if (installed) return;
  installed = true;
  const print = console.error;
  console.error = (...values: unknown[]) => {
    const listener = listeners.getStore();
    if (listener) values.forEach(listener);
    else print(...values);
  };
}
