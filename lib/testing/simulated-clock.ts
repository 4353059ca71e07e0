import type { Timers } from "@/lib/live/timers";

type Due = { at: number; order: number; act: () => void };

/** Lets everything that waits on a promise go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** For tests: time that passes only when it is told to, timers in order of their due time, chance from a seed. */
export function createSimulatedClock(seed = 1) {
  let now = 0;
  let order = 0;
  let state = seed;
  let due: Due[] = [];

  const after = (ms: number, act: () => void) => {
    const entry = { at: now + Math.max(0, ms), order: order++, act };
    due.push(entry);
    return () => {
      due = due.filter((other) => other !== entry);
    };
  };
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const timers: Timers = { now: () => now, random, after };

  return {
    timers,
    /** Resolves after `ms` of simulated time. */
    wait: (ms: number) => new Promise<void>((resolve) => after(ms, resolve)),
    settle,
    pending: () => due.length,
    /** Lets `ms` pass; everything due on the way runs, and what that starts. */
    async advance(ms: number) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
        if (!next) break;
        due = due.filter((entry) => entry !== next);
        now = next.at;
        next.act();
        await settle();
      }
      now = end;
    },
  };
}
