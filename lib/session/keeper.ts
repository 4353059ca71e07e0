import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { FailureCode, Result } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import { composePatches } from "@/lib/settings/patch";

type KeeperDeps = {
  /** Stores a patch of the device's session state. May throw: the network is gone. */
  save(patch: JsonObject): Promise<Result<unknown>>;
  timers: Timers;
};

export type SessionKeeper = {
  /** Notes what changed; it is stored in a moment, together with what follows until then. */
  keep(patch: JsonObject): void;
  /** Stores at once what waits: the page is about to be hidden, or the network is back. */
  flush(): void;
  /** Forgets what waits and stores nothing any more: the person has left. */
  stop(): void;
};

/** Long enough for a person who steps through filters to arrive, short enough to be stored before they leave. */
const settleMs = 800;
const retry = { baseMs: 5_000, capMs: 5 * 60_000, floorMs: 2_000 };

/** After these, sending the same again would only be refused again. */
const final: ReadonlySet<FailureCode> = new Set(["invalid", "forbidden", "unauthenticated", "wrong_user"]);

/**
 * Keeps where a person is. It is a convenience and no preference: nothing waits for it and nobody is told when it
 * fails, but it is tried again. One request at a time, so that an older one never arrives after a newer.
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
    // What was changed since is newer than what could not be sent.
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
