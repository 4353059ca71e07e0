import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import { fail, type Result } from "@/lib/result";
import type { DeviceDocument, DocumentRef, Slot } from "@/lib/settings/device-document";
import { refOf } from "@/lib/settings/document-section";
import type { OutboxEvent, Saved } from "./outbox";

export type SendRequest = Slot & DocumentRef & { user: string; opId: string };

export type SenderDeps = {
  user: string;
  list(): Promise<DeviceDocument[]>;
  record(ref: DocumentRef, event: OutboxEvent): Promise<DeviceDocument>;
  /**
   * Answers each request in its place. What throws, or is missing, counts as `unavailable`. `outdated`: the server runs
   * a newer build, which does not know this one's action.
   */
  send(requests: readonly SendRequest[]): Promise<readonly Result<Saved>[] | "outdated">;
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

/** Documents that are sent together: a person may have as many projects as they like, a request has its bounds. */
export const requestsAtOnce = 20;

/**
 * All documents that wait go in one round trip, one request of each at a time, so that its answers come in the order of
 * its edits.
 */
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

  /** Until nothing is left but what got no answer: `unanswered` gathers it, and it waits for the next drain. */
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

const isDue = ({ sending, pending }: DeviceDocument, unanswered: ReadonlySet<string>): boolean =>
  sending ? !unanswered.has(sending.opId) : pending !== null;

/** What waits of each document, under an id that stays its own until it is answered. */
async function freeze(deps: SenderDeps, refs: readonly DocumentRef[]): Promise<SendRequest[]> {
  const frozen = refs.map(async (ref): Promise<SendRequest[]> => {
    const { sending } = await deps.record(ref, { kind: "attempted", opId: deps.newOpId() });
    return sending ? [{ ...sending, ...ref, user: deps.user }] : [];
  });
  return (await Promise.all(frozen)).flat();
}

/** Sends and notes the answers; the ids of those that got none. */
async function settle(deps: SenderDeps, requests: readonly SendRequest[]): Promise<string[]> {
  const answers = await attempt(deps, requests);
  const noted = requests.map(async ({ section, scope, opId }, index) => {
    const answer = answers[index] ?? fail("unavailable");
    const after = await deps.record({ section, scope }, { kind: "answered", opId, answer, at: deps.now() });
    return after.sending?.opId === opId ? [opId] : [];
  });
  return (await Promise.all(noted)).flat();
}

function attempt(
  { send, timers, onOutdated }: SenderDeps,
  requests: readonly SendRequest[],
): Promise<readonly Result<Saved>[]> {
  return new Promise((settled) => {
    const noAnswer = () => settled([]);
    const cancel = timers.after(attemptMs, noAnswer);
    const answered = (answers: readonly Result<Saved>[] | "outdated") => {
      if (answers !== "outdated") return settled(answers);
      onOutdated();
      noAnswer();
    };
    send(requests).then(answered, noAnswer).finally(cancel);
  });
}
