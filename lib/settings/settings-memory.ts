import { dashboard } from "./dashboard";
import { documentId, emptyDocument, type DeviceDocument, type DocumentRef } from "./device-document";
import { sectionOf } from "./document-section";
import { sameJson, type Json } from "./json";
import { rowOf, rowsOf, type SectionRow } from "./layers";
import { notifications } from "./notifications";
import { preferences } from "./preferences";
import { settingsSections } from "./registry";
import {
  factsOf,
  syncOf,
  viewOf,
  type SettingsFacts,
  type SettingsState,
  type SettingsView,
  type SyncStatus,
} from "./settings-state";

export type DashboardView = SettingsView<typeof dashboard.columns>;
export type NotificationsView = SettingsView<typeof notifications.columns>;
export type PreferencesView = SettingsView<typeof preferences.columns>;

/** What the server read for the page: rows for all projects and for `scope`, at `at` (milliseconds). */
export type InitialRows = { scope: string | null; rows: readonly SectionRow[]; at: number };

/** The state of one person's settings in this tab, and what is shown of it. `initial` null: the server could not read. */
export function createSettingsMemory(user: string, initial: InitialRows | null) {
  let state = initialState(user, initial);
  const memos = {
    dashboard: createMemo((scope): DashboardView => viewOf(dashboard, state, scope)),
    notifications: createMemo((): NotificationsView => viewOf(notifications, state, null)),
    preferences: createMemo((): PreferencesView => viewOf(preferences, state, null)),
    sync: createMemo((): SyncStatus => syncOf(state)),
    facts: createMemo((): SettingsFacts => factsOf(state)),
  };
  const listeners = new Set<() => void>();

  function change(next: Partial<SettingsState>) {
    state = { ...state, ...next };
    for (const memo of Object.values(memos)) memo.outdate();
    for (const listener of [...listeners]) listener();
  }
  return {
    state: () => state,
    change,
    /** `durable`: the device has kept it. */
    show: (document: DeviceDocument, durable: boolean) =>
      change({ durable, documents: new Map(state.documents).set(documentId(document), document) }),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Each answers the same object until something it shows has changed. */
    views: {
      dashboard: memos.dashboard.get,
      notifications: () => memos.notifications.get(null),
      preferences: () => memos.preferences.get(null),
    },
    sync: () => memos.sync.get(null),
    facts: () => memos.facts.get(null),
  };
}

/** Answers the same object as before until what it says has changed, so that nothing is painted twice. */
function createMemo<T extends Json>(compute: (key: string | null) => T) {
  const known = new Map<string | null, { value: T; outdated: boolean }>();
  return {
    get(key: string | null): T {
      const before = known.get(key);
      if (before && !before.outdated) return before.value;
      const now = compute(key);
      const value = before && sameJson(before.value, now) ? before.value : now;
      known.set(key, { value, outdated: false });
      return value;
    },
    outdate: () => known.forEach((entry) => (entry.outdated = true)),
  };
}

export type SettingsMemory = ReturnType<typeof createSettingsMemory>;

function initialState(user: string, initial: InitialRows | null): SettingsState {
  const documents = (initial ? documentsOf(initial.scope) : []).map((ref): [string, DeviceDocument] => {
    const section = sectionOf(ref);
    const { overrides, version } = rowOf(rowsOf(section, initial?.rows ?? []), ref.scope);
    const empty = emptyDocument({ user, ...ref }, section.schemaVersion);
    return [documentId(ref), { ...empty, snapshot: { overrides, version, at: initial?.at ?? 0 } }];
  });
  return {
    documents: new Map(documents),
    unwritten: [],
    answered: new Set(initial ? scopesOf(initial.scope) : []),
    lookedUp: false,
    durable: true,
    unreachable: initial === null,
    outdated: false,
    shell: null,
  };
}

/** The scopes that matter to a scope. */
export const scopesOf = (scope: string | null): (string | null)[] =>
  scope === null ? [null] : [null, scope];

/** The documents that a read of a scope tells of: all sections for all projects, and the project's dashboard. */
export const documentsOf = (scope: string | null): DocumentRef[] => [
  ...settingsSections.map(({ name }) => ({ section: name, scope: null })),
  ...(scope === null ? [] : [{ section: dashboard.name, scope }]),
];
