import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { FailureCode, Result } from "@/lib/result";
import type { FeedAnswer } from "@/lib/notifications/notification";

type Options = {
  timers: Timers;
  load(): Promise<Result<FeedAnswer>>;
  /** True if the answer still leaves a hole (a lagging replica): the read is repeated after a wait. */
  onAnswer(answer: FeedAnswer): boolean;
  /** `isEnded`: the sign-in is over, or another person's. */
  onFailure(isEnded: boolean): void;
};

/** The least time between the starts of two reads: a burst of hints costs one read per spacing. */
const spacingMs = 250;

/** After these failures the sign-in may come back, but not soon: the wait is longer by `endedMs`. */
const endedCodes = new Set<FailureCode>(["unauthenticated", "wrong_user", "forbidden"]);
const endedMs = 30_000;

/**
 * Runs reads one at a time. `want` requests a read that starts after the call and returns its ticket: data known to be
 * stale at the call is fresh once the ticket is done. A failed read is repeated after jittered waits until it succeeds.
 */
export function createCatchUp({ timers, load, onAnswer, onFailure }: Options) {
  const next = createAlarm(timers);
  let wanted = 0;
  let settled = 0;
  let running = false;
  let failures = 0;
  let stopped = false;
  let lastStart = -Infinity;

  const again = (ms: number) => next.set(ms, run);

  function run() {
    if (running || stopped || settled === wanted) return;
    const wait = lastStart + spacingMs - timers.now();
    if (wait > 0) return again(wait);
    running = true;
    lastStart = timers.now();
    const target = wanted;
    void load().then((result) => {
      running = false;
      if (!stopped) finish(result, target);
    });
  }

  function finish(result: Result<FeedAnswer>, target: number) {
    if (!result.ok) {
      const isEnded = endedCodes.has(result.error.code);
      again((isEnded ? endedMs : 0) + backOffMs(failures++, timers.random));
      return onFailure(isEnded);
    }
    settled = target;
    const incomplete = onAnswer(result.value);
    if (!incomplete) failures = 0;
    if (settled !== wanted) return run();
    if (!incomplete) return;
    wanted += 1;
    again(backOffMs(failures++, timers.random));
  }

  return {
    /** Answers a ticket, done once a read that started after this call has been taken in. */
    want(): number {
      wanted += 1;
      run();
      return wanted;
    },
    isDone: (ticket: number) => settled >= ticket,
    isSettled: () => settled === wanted,
    stop() {
      stopped = true;
      next.clear();
    },
  };
}
