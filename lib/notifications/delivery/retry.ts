const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** After so many attempts a delivery is dead: an admin of the project may send it again. */
export const mostAttempts = 8;

/**
 * When to try again after the `attempts`-th attempt: 30 s doubled each time, at most an hour, with full jitter, so that
 * what failed together is not tried together. `chance` is from 0 to 1. A provider's own wish is never undercut.
 */
export function retryDelayMs(attempts: number, chance: number, afterSeconds: number | null): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return Math.max(Math.ceil(most * chance), (afterSeconds ?? 0) * 1_000, 1_000);
}
