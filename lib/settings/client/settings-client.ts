import type { SettingsHint } from "@/lib/live/hub";
import type { EditSource } from "@/lib/settings/change-source";
import type { DocumentRef } from "@/lib/settings/device-document";
import type { Json, JsonObject } from "@/lib/settings/json";
import { connectSettings, type ClientEnvironment } from "./connection";
import { createHintFollower } from "./hints";
import { createSettingsMemory, type InitialRows, type SettingsMemory } from "./memory";
import { seenOverrides, shownOverrides, type SettingsFacts, type SyncStatus } from "./state";

export type SettingsClient = {
  subscribe(listener: () => void): () => void;
  /** Each answers the same object until something it shows has changed. */
  views: SettingsMemory["views"];
  /** The person's own values of a row as shown, edits under way included. */
  overrides(ref: DocumentRef): JsonObject;
  sync(): SyncStatus;
  facts(): SettingsFacts;
  /** Shown at once; resolves when kept on this device. */
  edit(ref: DocumentRef, patch: JsonObject, source?: EditSource): Promise<void>;
  dismiss(ref: DocumentRef, path: string): void;
  /** A page shows this scope: it is read now if it was not, and again on hints, until the function returned is called. */
  watch(scope: string | null): () => void;
  applyHint(hint: SettingsHint): void;
  /** Hints may have been missed: what is shown is read again. */
  resync(): void;
  /** The network or the person is back: what waits is sent. */
  nudge(): void;
  /** Keeps what the shell is drawn from for the day the server cannot say; null where it could not today. */
  rememberShell(shell: Json): void;
  /** What the shell was drawn from last; null: not known (yet). */
  shell(): Json;
  /** Tries to send what waits and answers how many edited settings still wait. */
  flush(): Promise<{ waiting: number }>;
  /** Removes everything of this person from the device. Only ever after their own sign-out; the client is then done. */
  clearDevice(): Promise<void>;
  /** Connects to the device and the server, until the function returned is called. */
  start(environment: ClientEnvironment): () => void;
};

/** The settings of one person in one tab. Made on the server too, where it only shows what was read. */
export function createSettingsClient(user: string, initial: InitialRows | null): SettingsClient {
  const memory = createSettingsMemory(user, initial);
  const watched = createWatchList();
  let connection: ReturnType<typeof connectSettings> | null = null;

  const load = (scope: string | null) => void connection?.load(scope);
  const loadIfUnanswered = (scope: string | null) => memory.state().answered.has(scope) || load(scope);
  const loadWatched = () => watched.scopes().forEach(load);

  const applyHint = createHintFollower(memory, (scope) => {
    if (scope === null || watched.has(scope)) return loadWatched();
    // Nobody looks at that project now: whoever opens it reads it first.
    memory.change({ answered: new Set([...memory.state().answered].filter((other) => other !== scope)) });
  });

  return {
    subscribe: memory.subscribe,
    views: memory.views,
    overrides: (ref) => shownOverrides(memory.state(), ref),
    sync: memory.sync,
    facts: memory.facts,
    async edit({ section, scope }, patch, source = "ui") {
      const seen = seenOverrides(memory.state(), { section, scope });
      const edit = { section, scope, patch, seen, source };
      memory.change({ unwritten: [...memory.state().unwritten, edit] });
      await connection?.write(edit);
    },
    dismiss: (ref, path) => void connection?.dismiss(ref, path),
    watch(scope) {
      loadIfUnanswered(scope);
      return watched.add(scope);
    },
    applyHint,
    resync: loadWatched,
    nudge: () => connection?.nudge(),
    flush: async () => connection?.flush() ?? { waiting: memory.state().unwritten.length },
    rememberShell(shell) {
      if (shell === null) return;
      memory.change({ shell });
      void connection?.rememberShell(shell);
    },
    shell: () => memory.state().shell,
    clearDevice: async () => connection?.clearDevice(),
    start(environment) {
      const started = connectSettings(memory, user, initial, environment);
      connection = started;
      watched.scopes().forEach(loadIfUnanswered);
      return () => {
        started.stop();
        connection = null;
      };
    },
  };
}

/** Which scopes are shown somewhere; the same one may be shown in several places. Reading a project reads "all" along. */
function createWatchList() {
  const watching = new Set<{ scope: string | null }>();
  const scopes = () => {
    const all = new Set([...watching].map(({ scope }) => scope));
    return all.size > 1 ? [...all].filter((scope) => scope !== null) : [...all];
  };
  return {
    scopes,
    has: (scope: string | null) => scopes().includes(scope),
    add(scope: string | null): () => void {
      const one = { scope };
      watching.add(one);
      return () => void watching.delete(one);
    },
  };
}
