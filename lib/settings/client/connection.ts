import type { Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import type { DeviceDocument } from "@/lib/settings/outbox/device-document";
import { type DocumentRef, sectionOf } from "@/lib/settings/document";
import type { Json } from "@/lib/settings/json";
import { rowOf, rowsOf } from "@/lib/settings/layers";
import type { SettingsRow, SettingsRows } from "@/lib/settings/wire";
import { startOutbox, type Edit, type OutboxDeps } from "@/lib/settings/outbox/runner";
import type { LeftEdits } from "@/lib/settings/outbox/left-edits";
import { createLoader } from "./loader";
import { documentsOf, projectIdsOf, type InitialRows, type SettingsMemory } from "./memory";

/** The parts of the browser and the server that a client needs; a test brings fake ones. */
export type ClientEnvironment = Pick<OutboxDeps, "storage" | "tabs" | "send" | "newOpId" | "now"> & {
  timers: Timers;
  fetchRows(projectId: string | null): Promise<Result<SettingsRows>>;
  /** When the page was requested: the server read its rows after that. Milliseconds since the epoch. */
  pageStartedAt: number;
  left: LeftEdits;
};

/** The row of a document as the server answered it; an empty one where there is none. */
function rowIn(rows: readonly SettingsRow[], ref: DocumentRef) {
  const { overrides, version } = rowOf(rowsOf(sectionOf(ref), rows), ref.projectId);
  return { overrides, version };
}

export type Connection = ReturnType<typeof connectSettings>;
export type Connect = (memory: SettingsMemory, userId: string, initial: InitialRows | null) => Connection;

export const connectTo =
  (environment: ClientEnvironment): Connect =>
  (memory, userId, initial) =>
    connectSettings(memory, userId, initial, environment);

/** What earlier pages left is shown with the page's own edits, which came after it; answers how to drop it. */
function takeLeft(memory: SettingsMemory, { left }: ClientEnvironment, userId: string): () => void {
  const taken = left.list(userId);
  const edits = taken.flatMap(({ edits }) => edits);
  if (edits.length > 0) memory.change({ unrecorded: [...edits, ...memory.state().unrecorded] });
  return () => left.drop(taken.map(({ key }) => key));
}

/** Ties the state of a tab to the device's storage, the other tabs and the server. */
function connectSettings(
  memory: SettingsMemory,
  userId: string,
  initial: InitialRows | null,
  environment: ClientEnvironment,
) {
  const { now, pageStartedAt, storage, left } = environment;
  const show = (document: DeviceDocument) => memory.show(document, storage.isDurable());
  const onOutdated = () => memory.change({ outdated: true });
  const outbox = startOutbox({ ...environment, userId, onDocument: show, onOutdated });
  const onFailure = () => memory.change({ unreachable: true });
  const loader = createLoader({ ...environment, onRows: learn, onFailure });

  async function learn(projectId: string | null, { rows }: SettingsRows, startedAt: number) {
    const learned = documentsOf(projectId).map((ref) =>
      outbox.learn(ref, { ...rowIn(rows, ref), at: now(), startedAt }),
    );
    await Promise.all(learned);
    memory.markAnswered(projectIdsOf(projectId));
  }
  async function lookUp() {
    for (const document of await storage.list(userId)) show(document);
    const person = await storage.person();
    const shell = memory.state().shell ?? (person?.userId === userId ? person.shell : null);
    memory.change({ lookedUp: true, durable: storage.isDurable(), shell });
  }
  async function record(edit: Edit) {
    await outbox.record(edit);
    memory.change({ unrecorded: memory.state().unrecorded.filter((other) => other !== edit) });
  }

  // The rows of the page first, so that an older record of this device is never shown instead.
  if (initial) void learn(initial.projectId, { rows: [...initial.rows] }, pageStartedAt);
  void lookUp();
  const dropLeft = takeLeft(memory, environment, userId);
  void Promise.all(memory.state().unrecorded.map(record)).then(dropLeft);

  const stop = () => [loader, outbox].forEach((part) => part.stop());
  return {
    record,
    load: loader.load,
    dismiss: outbox.dismiss,
    nudge: outbox.nudge,
    flush: outbox.flush,
    rememberShell: (shell: Json) => storage.rememberPerson({ userId, shell, at: now() }),
    stop,
    async clearDevice() {
      stop();
      // Nothing of it is left once more when the page is left.
      memory.change({ unrecorded: [] });
      left.drop(left.list(userId).map(({ key }) => key));
      await storage.forget(userId);
    },
  };
}
