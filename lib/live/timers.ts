/** Time and chance, injected so that tests control them. */
export type Timers = {
  /** Milliseconds; only differences matter. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Runs `act` once after `ms`. The function returned cancels it. */
  after(ms: number, act: () => void): () => void;
};

export const browserTimers: Timers = {
  now: () => performance.now(),
  random: () => Math.random(),
  after: (ms, act) => {
    const id = setTimeout(act, ms);
    return () => clearTimeout(id);
  },
};

/** Holds one pending timer; `set` replaces it. */
export function createAlarm(timers: Timers) {
  let cancel: (() => void) | null = null;
  const clear = () => {
    cancel?.();
    cancel = null;
  };
  return {
    clear,
    pending: () => cancel !== null,
    set(ms: number, act: () => void) {
      clear();
      cancel = timers.after(ms, () => {
        cancel = null;
        act();
      });
    },
  };
}
