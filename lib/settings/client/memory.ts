import { dashboard } from "@/lib/settings/dashboard";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import { emptyDocument, type DeviceDocument } from "@/lib/settings/outbox/device-document";
import type { Edit } from "@/lib/settings/outbox/runner";
import { sharing, type Json } from "@/lib/settings/json";
import { rowOf, rowsOf } from "@/lib/settings/layers";
import type { SettingsRow } from "@/lib/settings/wire";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { settingsSections } from "@/lib/settings/registry";
import { factsOf, syncOf } from "./sync";
import { viewerOf } from "./view";
import type { SettingsState } from "./state";

/** The rows that the server read for the page, for all projects and for `projectId`, at `at` (milliseconds). */
export type InitialRows = { projectId: string | null; rows: readonly SettingsRow[]; at: number };

/** The state of one person's settings in this tab and its views. `initial` null: the server could not read the rows. */
export function createSettingsMemory(userId: string, initial: InitialRows | null) {
  let state = initialState(userId, initial);
  const readState = () => state;
  const memos = {
    dashboard: createMemo(readState, (projectId) => viewerOf(dashboard, projectId)),
    notifications: createMemo(readState, () => viewerOf(notifications, null)),
    preferences: createMemo(readState, () => viewerOf(preferences, null)),
    sync: createMemo(readState, () => syncOf),
    facts: createMemo(readState, () => factsOf),
  };
  const listeners = new Set<() => void>();

  function change(next: Partial<SettingsState>) {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  }
  return {
    state: readState,
    change,
    /** The server answered for these projects (null: all projects). */
    markAnswered: (projectIds: readonly (string | null)[]) =>
      change({ answered: new Set([...state.answered, ...projectIds]), unreachable: false }),
    markUnanswered: (projectId: string) =>
      change({ answered: new Set([...state.answered].filter((other) => other !== projectId)) }),
    /** `durable`: the device has kept the document. */
    show: (document: DeviceDocument, durable: boolean) =>
      change({ durable, documents: new Map(state.documents).set(documentId(document), document) }),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Resolves when the outbox has recorded the edit: a new connection records those that it finds. */
    recorded: (edit: Edit) =>
      new Promise<void>((resolve) => {
        const listener = () => {
          if (state.unrecorded.includes(edit)) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      }),
    /** Each view is the same object until a value in it has changed. */
    views: {
      dashboard: memos.dashboard,
      notifications: () => memos.notifications(null),
      preferences: () => memos.preferences(null),
    },
    sync: () => memos.sync(null),
    facts: () => memos.facts(null),
  };
}

/** Answers the same object, and inside it the same parts, until a value in them has changed. */
function createMemo<T extends Json>(
  readState: () => SettingsState,
  workerFor: (key: string | null) => (state: SettingsState) => T,
) {
  const known = new Map<string | null, { of: SettingsState; value: T; work: (state: SettingsState) => T }>();
  return (key: string | null): T => {
    const before = known.get(key);
    const state = readState();
    if (before?.of === state) return before.value;
    const work = before?.work ?? workerFor(key);
    const value = sharing(before?.value, work(state));
    known.set(key, { of: state, value, work });
    return value;
  };
}

export type SettingsMemory = ReturnType<typeof createSettingsMemory>;

function initialState(userId: string, initial: InitialRows | null): SettingsState {
  const documents = (initial ? documentsOf(initial.projectId) : []).map((ref): [string, DeviceDocument] => {
    const section = sectionOf(ref);
    const { overrides, version } = rowOf(rowsOf(section, initial?.rows ?? []), ref.projectId);
    const empty = emptyDocument({ userId, ...ref }, section.schemaVersion);
    return [documentId(ref), { ...empty, snapshot: { overrides, version, at: initial?.at ?? 0 } }];
  });
  return {
    documents: new Map(documents),
    unrecorded: [],
    answered: new Set(initial ? projectIdsOf(initial.projectId) : []),
    lookedUp: false,
    durable: true,
    unreachable: initial === null,
    outdated: false,
    shell: null,
  };
}

/** The projects whose rows a page of a project shows: those for all projects (null), and its own. */
export const projectIdsOf = (projectId: string | null): (string | null)[] =>
  projectId === null ? [null] : [null, projectId];

/** The documents that a read of a project answers for: all sections for all projects, and the project's dashboard. */
export const documentsOf = (projectId: string | null): DocumentRef[] => [
  ...settingsSections.map(({ name }) => ({ section: name, projectId: null })),
  ...(projectId === null ? [] : [{ section: dashboard.name, projectId }]),
];
