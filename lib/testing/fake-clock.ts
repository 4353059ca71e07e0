import type { Timers } from "@/lib/live/timers";

type Due = { at: number; order: number; act: () => void };

/** Lets all code that waits on a promise go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Chance that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Time that passes only when a test says so. `seed` null: chance is always 0, so that every wait is the shortest. */
export function fakeClock(seed: number | null = 1) {
  let now = 0;
  let order = 0;
  let due: Due[] = [];

  const after = (ms: number, act: () => void) => {
    const entry = { at: now + Math.max(0, ms), order: order++, act };
    due.push(entry);
    return () => {
      due = due.filter((other) => other !== entry);
    };
  };
  const takeDue = (until: number) => {
    const [next] = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order);
    due = due.filter((entry) => entry !== next);
    return next;
  };
  const timers: Timers = { now: () => now, random: seed === null ? () => 0 : seeded(seed), after };

  return {
    timers,
    /** Resolves after `ms` of this clock. */
    wait: (ms: number) => new Promise<void>((resolve) => after(ms, resolve)),
    settle,
    pending: () => due.length,
    /** Lets `ms` pass: every timer runs at its due time, and so do the timers that it sets. */
    async advance(ms: number) {
      const end = now + ms;
      await settle();
      for (let next = takeDue(end); next; next = takeDue(end)) {
        now = next.at;
        next.act();
        await settle();
      }
      now = end;
    },
    /** Jumps ahead by `ms`, as for a device that slept: every timer that came due meanwhile runs now. */
    leap(ms: number) {
      now += ms;
      const overdue = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { act } of overdue) act();
    },
  };
}
