import { backOffMs } from "@/lib/live/backoff";
import { createAlarm } from "@/lib/live/timers";
import { refOf } from "@/lib/settings/document";
import { requestsAtOnce } from "@/lib/settings/wire";
import { freeze, settle, type AttemptDeps } from "./attempt";
import type { DeviceDocument } from "./device-document";

export type SenderDeps = AttemptDeps & { list(): Promise<DeviceDocument[]> };

type Sender = {
  /** Sends the edits that wait; one round at a time, and one more for a call that comes meanwhile. */
  send(): Promise<void>;
  /** The same; a request that this round leaves unanswered is sent again at once instead of after its pause. */
  sendAgain(): Promise<void>;
  stop(): void;
};

const retryCapMs = 60_000;

/**
 * Sends all documents that wait in one round trip, with one request of each document at a time, so that the answers of a
 * document come in the order of its edits.
 */
export function createSender(deps: SenderDeps): Sender {
  const { timers } = deps;
  const retry = createAlarm(timers);
  let failures = 0;
  let running: Promise<void> | null = null;
  let [again, nudged] = [false, false];
  let stopped = false;

  function send(): Promise<void> {
    again = running !== null;
    running ??= rounds();
    return running;
  }

  async function rounds() {
    retry.clear();
    const unanswered = new Set<string>();
    try {
      do {
        again = false;
        if (nudged) unanswered.clear();
        nudged = false;
        await round(unanswered);
      } while (again && !stopped);
    } finally {
      // At once after the last look at `again`: a call in between would start no round.
      running = null;
    }
    failures = unanswered.size > 0 ? failures + 1 : 0;
    if (failures > 0 && !stopped)
      retry.set(backOffMs(failures - 1, timers.random, { capMs: retryCapMs }), send);
  }

  /** Sends until only unanswered requests are left: `unanswered` gathers their ids, and they wait for the next call. */
  async function round(unanswered: Set<string>) {
    while (!stopped) {
      const due = (await deps.list()).filter((document) => isDue(document, unanswered));
      const refs = due.flatMap((document) => refOf(document) ?? []);
      const requests = await freeze(deps, refs.slice(0, requestsAtOnce));
      if (requests.length === 0) return;
      for (const opId of await settle(deps, requests)) unanswered.add(opId);
    }
  }

  return {
    send,
    sendAgain() {
      nudged = true;
      return send();
    },
    stop() {
      stopped = true;
      retry.clear();
    },
  };
}

const isDue = ({ sending, pending }: DeviceDocument, unanswered: ReadonlySet<string>): boolean =>
  sending ? !unanswered.has(sending.opId) : pending !== null;
