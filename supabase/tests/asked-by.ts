import { vi } from "vitest";

/** The functions of the database that `deed` asks for, and how often. */
export async function askedBy(deed: () => Promise<unknown>): Promise<Record<string, number>> {
  const asked: Record<string, number> = {};
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (input: RequestInfo | URL, init?: RequestInit) => {
    const name = /\/rpc\/(\w+)/.exec(input instanceof Request ? input.url : String(input))?.[1];
    if (name) asked[name] = (asked[name] ?? 0) + 1;
    return fetch(input, init);
  });
  try {
    await deed();
  } finally {
    vi.stubGlobal("fetch", fetch);
  }
  return asked;
}
