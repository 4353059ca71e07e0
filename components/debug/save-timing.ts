import type { PatchAction } from "@/lib/settings/wire";

/** How long the last save took, there and back. Kept for the debug panel alone. */
let lastMs: number | null = null;
const listeners = new Set<() => void>();

export const lastSaveMs = () => lastMs;

export function onSaveTimed(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The same action; the time of an answer is noted, whatever it says. One that never comes leaves no time. */
export const timed =
  (patch: PatchAction, now: () => number = () => performance.now()): PatchAction =>
  async (requests) => {
    const begun = now();
    const answer = await patch(requests);
    lastMs = Math.round(now() - begun);
    for (const listener of [...listeners]) listener();
    return answer;
  };
