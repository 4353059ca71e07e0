import type { SettingsHint } from "@/lib/live/hub";
import type { EditSource } from "@/lib/settings/wire";
import type { Edit } from "@/lib/settings/outbox/runner";
import type { DocumentRef } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import type { Connect } from "./connection";
import { createHintFollower } from "./hints";
import { createMeeting } from "./meeting";
import { createSettingsMemory, type InitialRows, type SettingsMemory } from "./memory";
import { createWatchList } from "./watch-list";
import { seenOverrides, shownOverrides } from "./state";
import type { SettingsFacts, SyncStatus } from "./sync";

export type SettingsClient = {
  subscribe(listener: () => void): () => void;
  /** Each view is the same object until a value in it has changed. */
  views: SettingsMemory["views"];
  /** The person's own values of a row as shown, edits under way included. */
  overrides(ref: DocumentRef): JsonObject;
  sync(): SyncStatus;
  facts(): SettingsFacts;
  /** The edit shows at once; the promise resolves when the device keeps it. */
  edit(ref: DocumentRef, patch: JsonObject, source?: EditSource): Promise<void>;
  dismiss(ref: DocumentRef, path: string): void;
  /**
   * A page shows this project (null: all projects): its rows are read now if they were not, and again on hints, until
   * the function returned is called.
   */
  watch(projectId: string | null): () => void;
  applyHint(hint: SettingsHint): void;
  /** Hints may have been missed: the rows on the screen are read again. */
  resync(): void;
  /** The network or the person is back: the edits that wait are sent. */
  nudge(): void;
  /** Keeps what the shell is drawn from, for a page that the server cannot answer. Null is not kept. */
  rememberShell(shell: Json): void;
  /** What the shell was last drawn from; null: not known (yet). */
  shell(): Json;
  /** Tries to send the edits that wait and answers how many edited settings still wait. */
  flush(): Promise<{ waiting: number }>;
  /** Edits that the device has not kept yet, oldest first: who leaves the page writes them down. */
  unrecorded(): readonly Edit[];
  /** Removes everything of this person from the device. Only ever after their own sign-out; the client is then done. */
  clearDevice(): Promise<void>;
  /**
   * Connects to the device and the server, until the function returned is called. What was asked before is done then:
   * the code of a connection comes after the page.
   */
  start(connect: Connect): () => void;
  /** False: edits are kept by this tab alone, because nothing has come yet that gives them to the device. */
  isConnected(): boolean;
};

/** The settings of one person in one tab. Made on the server too, where it only shows the rows of the page. */
export function createSettingsClient(userId: string, initial: InitialRows | null): SettingsClient {
  const memory = createSettingsMemory(userId, initial);
  const watched = createWatchList();
  const meeting = createMeeting();

  const load = (projectId: string | null) => void meeting.ask(({ load }) => load(projectId));
  // The projects on the screen are looked through once more when the client is connected.
  const loadIfUnanswered = (projectId: string | null) =>
    meeting.present() === null || memory.state().answered.has(projectId) || load(projectId);
  const loadWatched = () => watched.projectIds().forEach(load);

  // A project that is not on the screen is read first by the page that opens it.
  const applyHint = createHintFollower(memory, (projectId) =>
    projectId === null || watched.has(projectId) ? loadWatched() : memory.markUnanswered(projectId),
  );

  return {
    subscribe: memory.subscribe,
    views: memory.views,
    overrides: (ref) => shownOverrides(memory.state(), ref),
    sync: memory.sync,
    facts: memory.facts,
    async edit({ section, projectId }, patch, source = "ui") {
      const seen = seenOverrides(memory.state(), { section, projectId });
      const edit = { section, projectId, patch, seen, source };
      memory.change({ unrecorded: [...memory.state().unrecorded, edit] });
      await (meeting.present()?.record(edit) ?? memory.recorded(edit));
    },
    dismiss: (ref, path) => void meeting.ask(({ dismiss }) => dismiss(ref, path)),
    watch(projectId) {
      loadIfUnanswered(projectId);
      return watched.add(projectId);
    },
    applyHint,
    resync: loadWatched,
    nudge: () => meeting.present()?.nudge(),
    flush: () => meeting.ask(({ flush }) => flush()),
    rememberShell(shell) {
      if (shell === null) return;
      memory.change({ shell });
      void meeting.ask(({ rememberShell }) => rememberShell(shell));
    },
    shell: () => memory.state().shell,
    unrecorded: () => memory.state().unrecorded,
    clearDevice: () => meeting.ask(({ clearDevice }) => clearDevice()),
    isConnected: () => meeting.present() !== null,
    start(connect) {
      meeting.come(connect(memory, userId, initial));
      watched.projectIds().forEach(loadIfUnanswered);
      return meeting.end;
    },
  };
}
