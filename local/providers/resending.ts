import type { Clock } from "./clock";

/** Something that was not taken and is sent again. Instants in Unix milliseconds. */
export type Waiting = Readonly<{ began: number; tried: number; next: number }>;

/** That the waits grow is documented by the services; where they begin is not. */
const firstWaitMs = 60_000;

/** The next attempt, after twice the wait of the one before; null where `lifeMs` have passed since the first. */
export function nextAttempt<T extends Waiting>(one: T, now: number, lifeMs: number): T | null {
  const end = one.began + lifeMs;
  if (now >= end) return null;
  return { ...one, tried: one.tried + 1, next: Math.min(now + firstWaitMs * 2 ** one.tried, end) };
}

/** Makes attempts when their time has come, in their order. */
export function createResending<T extends Waiting>(
  waiting: T[],
  clock: Clock,
  attempt: (one: T) => Promise<void>,
) {
  /** What is due at `until` first of all; answers whether there was any. */
  async function attemptNext(until: number): Promise<boolean> {
    const [one] = waiting.filter(({ next }) => next <= until).sort((a, b) => a.next - b.next);
    if (!one) return false;
    waiting.splice(waiting.indexOf(one), 1);
    clock.advance(Math.max(0, one.next - clock.now()) / 1_000);
    await attempt(one);
    return true;
  }
  return {
    /** Sends again what is due by now. */
    async retryDue(): Promise<void> {
      while (await attemptNext(clock.now()));
    },
    /** Lets time pass, with all that the service sends again in it. */
    async pass(seconds: number): Promise<void> {
      const until = clock.now() + seconds * 1_000;
      while (await attemptNext(until));
      clock.advance(Math.max(0, until - clock.now()) / 1_000);
    },
  };
}

export type Resending = ReturnType<typeof createResending>;
