import type { Timers } from "@/lib/live/timers";
import { fail, type Result } from "@/lib/result";
import type { DocumentRef } from "@/lib/settings/document";
import type { PatchAnswer, PatchRequest } from "@/lib/settings/wire";
import type { DeviceDocument } from "./device-document";
import type { OutboxEvent } from "./outbox";

export type AttemptDeps = {
  userId: string;
  record(ref: DocumentRef, event: OutboxEvent): Promise<DeviceDocument>;
  /**
   * Answers each request in its place. An error or a missing answer counts as `unavailable`. `outdated`: the server
   * runs a newer build, which does not know the action of this one.
   */
  send(requests: readonly PatchRequest[]): Promise<readonly Result<PatchAnswer>[] | "outdated">;
  onOutdated(): void;
  timers: Timers;
  newOpId(): string;
  /** Milliseconds since the epoch. */
  now(): number;
};

/** An attempt that has not been answered by then counts as unanswered and will be repeated. */
const attemptMs = 15_000;

/** The request of each document, frozen under an id that it keeps until it is answered. */
export async function freeze(deps: AttemptDeps, refs: readonly DocumentRef[]): Promise<PatchRequest[]> {
  const frozen = refs.map(async (ref): Promise<PatchRequest[]> => {
    const { sending } = await deps.record(ref, { kind: "attempted", opId: deps.newOpId() });
    return sending ? [{ ...sending, ...ref, userId: deps.userId }] : [];
  });
  return (await Promise.all(frozen)).flat();
}

/** Sends the requests and records their answers. Answers the ids of the requests that got none. */
export async function settle(deps: AttemptDeps, requests: readonly PatchRequest[]): Promise<string[]> {
  const answers = await attempt(deps, requests);
  const noted = requests.map(async ({ section, projectId, opId }, index) => {
    const answer = answers[index] ?? fail("unavailable");
    const after = await deps.record(
      { section, projectId },
      { kind: "answered", opId, answer, at: deps.now() },
    );
    return after.sending?.opId === opId ? [opId] : [];
  });
  return (await Promise.all(noted)).flat();
}

function attempt(
  { send, timers, onOutdated }: AttemptDeps,
  requests: readonly PatchRequest[],
): Promise<readonly Result<PatchAnswer>[]> {
  return new Promise((settled) => {
    const noAnswer = () => settled([]);
    const cancel = timers.after(attemptMs, noAnswer);
    const answered = (answers: readonly Result<PatchAnswer>[] | "outdated") => {
      if (answers !== "outdated") return settled(answers);
      onOutdated();
      noAnswer();
    };
    send(requests).then(answered, noAnswer).finally(cancel);
  });
}
