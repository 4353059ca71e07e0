import type { Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import type { DeviceDocument, DocumentRef } from "@/lib/settings/device-document";
import { sectionOf } from "@/lib/settings/document-section";
import type { Json } from "@/lib/settings/json";
import { rowOf, rowsOf, type SectionRow } from "@/lib/settings/layers";
import { startOutbox, type Edit, type OutboxDeps } from "@/lib/settings/outbox/runner";
import { createLoader, type Rows } from "./loader";
import { documentsOf, scopesOf, type InitialRows, type SettingsMemory } from "./memory";

/** What the browser and the server bring; a test brings its own. */
export type ClientEnvironment = Pick<OutboxDeps, "storage" | "tabs" | "send" | "newOpId" | "now"> & {
  timers: Timers;
  fetchRows(scope: string | null): Promise<Result<Rows>>;
  /** When the page was asked for: what the server read for it was read after that. Milliseconds since the epoch. */
  pageStartedAt: number;
};

/** The row of a document as the server said it, one that is not there included. */
function rowIn(rows: readonly SectionRow[], ref: DocumentRef) {
  const { overrides, version } = rowOf(rowsOf(sectionOf(ref), rows), ref.scope);
  return { overrides, version };
}

/** Ties the state of a tab to the device's storage, the other tabs and the server. */
export function connectSettings(
  memory: SettingsMemory,
  user: string,
  initial: InitialRows | null,
  environment: ClientEnvironment,
) {
  const { now, pageStartedAt, storage } = environment;
  const show = (document: DeviceDocument) => memory.show(document, storage.isDurable());
  const onOutdated = () => memory.change({ outdated: true });
  const outbox = startOutbox({ ...environment, user, onDocument: show, onOutdated });
  const onFailure = () => memory.change({ unreachable: true });
  const loader = createLoader({ ...environment, onRows: learn, onFailure });

  async function learn(scope: string | null, { rows }: Rows, startedAt: number) {
    const learned = documentsOf(scope).map((ref) =>
      outbox.learn(ref, { ...rowIn(rows, ref), at: now(), startedAt }),
    );
    await Promise.all(learned);
    const answered = new Set([...memory.state().answered, ...scopesOf(scope)]);
    memory.change({ answered, unreachable: false });
  }
  async function lookUp() {
    for (const document of await storage.list(user)) show(document);
    const person = await storage.person();
    const shell = memory.state().shell ?? (person?.user === user ? person.shell : null);
    memory.change({ lookedUp: true, durable: storage.isDurable(), shell });
  }
  async function write(edit: Edit) {
    await outbox.edit(edit);
    memory.change({ unwritten: memory.state().unwritten.filter((other) => other !== edit) });
  }

  // First what the page brought, so that an older record of this device is never shown instead.
  if (initial) void learn(initial.scope, { rows: [...initial.rows] }, pageStartedAt);
  void lookUp();
  for (const edit of memory.state().unwritten) void write(edit);

  const stop = () => [loader, outbox].forEach((part) => part.stop());
  return {
    write,
    load: loader.load,
    dismiss: outbox.dismiss,
    nudge: outbox.nudge,
    flush: outbox.flush,
    rememberShell: (shell: Json) => storage.rememberPerson({ user, shell, at: now() }),
    stop,
    async clearDevice() {
      stop();
      await storage.forget(user);
    },
  };
}
