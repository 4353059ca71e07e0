import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";

type Deps = {
  timers: Timers;
  /** Whether the page that the person wanted would be answered now. */
  isThere(): Promise<boolean>;
  onReturn(): void;
};

/** At most so often: each question is a page that the server draws. */
const pause = { baseMs: 2_000, floorMs: 2_000, capMs: 15_000 };

/** Asks until the server is there, then says so once. `askNow`: the browser or the person thinks it might be. */
export function awaitServer({ timers, isThere, onReturn }: Deps): { askNow(): void; stop(): void } {
  const alarm = createAlarm(timers);
  let attempt = 0;
  let state: "waiting" | "asking" | "done" = "waiting";
  const isDone = () => state === "done";

  async function ask() {
    if (state !== "waiting") return;
    state = "asking";
    alarm.clear();
    const there = await isThere();
    if (isDone()) return;
    state = there ? "done" : "waiting";
    if (there) onReturn();
    else askLater();
  }
  // Never at once: a page that is given away and comes back must not do so in a circle.
  const askLater = () => alarm.set(backOffMs(attempt++, timers.random, pause), () => void ask());
  askLater();

  return {
    askNow: () => void ask(),
    stop() {
      state = "done";
      alarm.clear();
    },
  };
}
