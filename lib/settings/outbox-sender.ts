import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import { fail, type Result } from "@/lib/result";
import type { DeviceDocument, DocumentRef, Slot } from "./device-document";
import { refOf } from "./document-section";
import type { OutboxEvent, Saved } from "./outbox";

export type SendRequest = Slot & DocumentRef & { user: string; opId: string };

export type SenderDeps = {
  user: string;
  list(): Promise<DeviceDocument[]>;
  record(ref: DocumentRef, event: OutboxEvent): Promise<DeviceDocument>;
  /** Throwing counts as `unavailable`. `outdated`: the server runs a newer build, which does not know this one's action. */
  send(request: SendRequest): Promise<Result<Saved> | "outdated">;
  onOutdated(): void;
  timers: Timers;
  newOpId(): string;
  /** Milliseconds since the epoch. */
  now(): number;
};

export type Sender = {
  /** Sends what waits; one round at a time, and one more for a call that comes meanwhile. */
  drain(): Promise<void>;
  /** The same; what gets no answer just now is asked again too, instead of after its pause. */
  nudge(): Promise<void>;
  stop(): void;
};

/** An attempt that has not been answered by then counts as unanswered and will be repeated. */
const attemptMs = 15_000;
const retryCapMs = 60_000;

/** One request per document at a time, so that its answers come in the order of its edits. */
export function createSender(deps: SenderDeps): Sender {
  const { timers } = deps;
  const retry = createAlarm(timers);
  let failures = 0;
  let running: Promise<void> | null = null;
  let [again, nudged] = [false, false];
  let stopped = false;

  function drain(): Promise<void> {
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
      // In the same breath as the last look at `again`: a call in between would be heard by nobody.
      running = null;
    }
    failures = unanswered.size > 0 ? failures + 1 : 0;
    if (failures > 0 && !stopped)
      retry.set(backOffMs(failures - 1, timers.random, { capMs: retryCapMs }), drain);
  }

  /** `unanswered` gathers the requests that got no answer: they wait for the next drain. */
  async function round(unanswered: Set<string>) {
    for (const document of await deps.list()) {
      const { sending, pending } = document;
      const ref = refOf(document);
      if (!ref || !(sending || pending) || (sending && unanswered.has(sending.opId))) continue;
      const opId = await settle(deps, ref, () => stopped);
      if (opId) unanswered.add(opId);
    }
  }

  return {
    drain,
    nudge() {
      nudged = true;
      return drain();
    },
    stop() {
      stopped = true;
      retry.clear();
    },
  };
}

/** Sends until nothing is left of the document, or until a request gets no answer; then its op_id. */
async function settle(deps: SenderDeps, ref: DocumentRef, isStopped: () => boolean): Promise<string | null> {
  while (!isStopped()) {
    const { sending } = await deps.record(ref, { kind: "attempted", opId: deps.newOpId() });
    if (!sending) return null;
    const answer = await attempt(deps, { ...sending, ...ref, user: deps.user });
    const after = await deps.record(ref, { kind: "answered", opId: sending.opId, answer, at: deps.now() });
    if (after.sending?.opId === sending.opId) return sending.opId;
    if (!after.sending && !after.pending) return null;
  }
  return null;
}

function attempt({ send, timers, onOutdated }: SenderDeps, request: SendRequest): Promise<Result<Saved>> {
  return new Promise((settled) => {
    const noAnswer = () => settled(fail("unavailable"));
    const cancel = timers.after(attemptMs, noAnswer);
    const answered = (answer: Result<Saved> | "outdated") => {
      if (answer !== "outdated") return settled(answer);
      onOutdated();
      noAnswer();
    };
    send(request).then(answered, noAnswer).finally(cancel);
  });
}
