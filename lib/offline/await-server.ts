import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";

type Deps = {
  timers: Timers;
  /** Whether the server would answer the wanted page now. */
  isThere(): Promise<boolean>;
  onReturn(): void;
};

/** Waits between two questions in ms: the server renders a page for each. */
const pause = { baseMs: 2_000, floorMs: 2_000, capMs: 15_000 };

/** Asks until the server answers, then calls `onReturn` once. Call `askNow` when the server may be back. */
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
  // Never asks at once: a reload that fails right away must not become a loop of reloads.
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
