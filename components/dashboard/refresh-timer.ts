/** The timer's environment: a test replaces it. */
export type RefreshWorld = {
  /** Unix time in milliseconds. */
  now: () => number;
  isHidden: () => boolean;
  /** Calls back whenever the tab is hidden or shown; answers how to stop listening. */
  onVisibility: (listener: () => void) => () => void;
  /** Calls back once after `ms`; answers how to cancel. */
  after: (ms: number, callback: () => void) => () => void;
};

/**
 * Calls `refresh` every `intervalMs` while the tab is in sight, and never while it is hidden. A tab that comes back
 * after the time was up refreshes at once, one that comes back earlier waits for the rest. Answers how to stop.
 */
export function startRefreshTimer(world: RefreshWorld, intervalMs: number, refresh: () => void): () => void {
  let due = world.now() + intervalMs;
  let cancel = () => {};
  const wait = () => {
    cancel();
    if (world.isHidden()) return;
    cancel = world.after(Math.max(0, due - world.now()), () => {
      due = world.now() + intervalMs;
      refresh();
      wait();
    });
  };
  const stopListening = world.onVisibility(wait);
  wait();
  return () => {
    cancel();
    stopListening();
  };
}
