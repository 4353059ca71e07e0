import type { Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import { dashboard } from "./dashboard";
import type { Json } from "./json";
import { rowOf } from "./layers";
import { startOutbox, type OutboxDeps } from "./outbox-runner";
import { createLoader, type Rows } from "./settings-loader";
import { scopesOf, type InitialRows, type SettingsMemory } from "./settings-memory";
import type { Unwritten } from "./settings-state";

/** What the browser and the server bring; a test brings its own. */
export type ClientEnvironment = Pick<OutboxDeps, "storage" | "tabs" | "send" | "newOpId" | "now"> & {
  timers: Timers;
  fetchRows(scope: string | null): Promise<Result<Rows>>;
  /** When the page was asked for: what the server read for it was read after that. Milliseconds since the epoch. */
  pageStartedAt: number;
};

/** Ties the state of a tab to the device's storage, the other tabs and the server. */
export function connectSettings(
  memory: SettingsMemory,
  user: string,
  initial: InitialRows | null,
  environment: ClientEnvironment,
) {
  const { now, pageStartedAt, storage } = environment;
  const outbox = startOutbox({ ...environment, user, section: dashboard, onDocument: memory.show });
  const onFailure = () => memory.change({ unreachable: true });
  const loader = createLoader({ ...environment, onRows: learn, onFailure });

  /** The rows of a scope as the server said them, a row that is not there included. */
  async function learn(scope: string | null, { rows }: Rows, startedAt: number) {
    const learned = scopesOf(scope).map((each) => {
      const { overrides, version } = rowOf(rows, each);
      return outbox.learn(each, { overrides, version, at: now(), startedAt });
    });
    await Promise.all(learned);
    const answered = new Set([...memory.state().answered, ...scopesOf(scope)]);
    memory.change({ answered, unreachable: false });
  }
  async function lookUp() {
    for (const document of await storage.list(user)) memory.show(document);
    const person = await storage.person();
    const shell = memory.state().shell ?? (person?.user === user ? person.shell : null);
    memory.change({ lookedUp: true, shell });
  }
  async function write(edit: Unwritten) {
    await outbox.edit(edit.scope, edit.patch, edit.seen);
    memory.change({ unwritten: memory.state().unwritten.filter((other) => other !== edit) });
  }

  // First what the page brought, so that an older record of this device is never shown instead.
  if (initial) void learn(initial.scope, { rows: [...initial.rows] }, pageStartedAt);
  void lookUp();
  for (const edit of memory.state().unwritten) void write(edit);

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

  function stop() {
    loader.stop();
    outbox.stop();
  }
}
