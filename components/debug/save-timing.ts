import type { PatchAction } from "@/lib/settings/wire";

/** The duration of the last save with its answer, for the debug panel alone. */
let lastMs: number | null = null;
const listeners = new Set<() => void>();

export const lastSaveMs = () => lastMs;

export function onSaveTimed(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Wraps the action and notes how long each answer took; a save without an answer notes nothing. */
export const timed =
  (patch: PatchAction, now: () => number = () => performance.now()): PatchAction =>
  async (requests) => {
    const begun = now();
    const answer = await patch(requests);
    lastMs = Math.round(now() - begun);
    for (const listener of [...listeners]) listener();
    return answer;
  };
