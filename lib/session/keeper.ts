import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { FailureCode, Result } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import { composePatches } from "@/lib/settings/patch";

type KeeperDeps = {
  /** Stores a patch of the device's session state. Throws where the network is gone. */
  save(patch: JsonObject): Promise<Result<unknown>>;
  timers: Timers;
};

export type SessionKeeper = {
  /** Takes a patch, which is stored in a moment together with the patches that follow until then. */
  keep(patch: JsonObject): void;
  /** Stores the waiting patch at once: the page is about to be hidden, or the network is back. */
  flush(): void;
  /** Drops the waiting patch and stores nothing any more: the person has left. */
  stop(): void;
};

/** Long enough for a person who steps through filters to arrive, short enough to be stored before they leave. */
const settleMs = 800;
const retry = { baseMs: 5_000, capMs: 5 * 60_000, floorMs: 2_000 };

/** Failures after which the same patch would only be refused again. */
const final: ReadonlySet<FailureCode> = new Set(["invalid", "forbidden", "unauthenticated", "wrong_user"]);

/**
 * Keeps where a person is. Session state is a convenience and no preference: no page waits for it and no message tells
 * of a failure, but a failed request is sent again. One request at a time, so that an older one never arrives last.
 */
export function createSessionKeeper({ save, timers }: KeeperDeps): SessionKeeper {
  const alarm = createAlarm(timers);
  let waiting: JsonObject | null = null;
  let sending = false;
  let failures = 0;
  let stopped = false;

  async function send() {
    alarm.clear();
    if (!waiting || sending || stopped) return;
    const sent = waiting;
    waiting = null;
    sending = true;
    const answer = await save(sent).catch(() => null);
    sending = false;
    if (stopped) return;
    const over = answer?.ok || (answer && final.has(answer.error.code));
    failures = over ? 0 : failures + 1;
    // Patches made since are newer than the patch that failed.
    if (!over) waiting = composePatches(sent, waiting ?? {});
    if (!waiting) return;
    alarm.set(over ? settleMs : backOffMs(failures - 1, timers.random, retry), () => void send());
  }

  return {
    keep(patch) {
      if (stopped) return;
      waiting = composePatches(waiting ?? {}, patch);
      if (!sending && failures === 0) alarm.set(settleMs, () => void send());
    },
    flush: () => void send(),
    stop() {
      stopped = true;
      waiting = null;
      alarm.clear();
    },
  };
}
