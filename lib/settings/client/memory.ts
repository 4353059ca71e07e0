import { dashboard } from "@/lib/settings/dashboard";
import {
  documentId,
  emptyDocument,
  type DeviceDocument,
  type DocumentRef,
} from "@/lib/settings/device-document";
import { sectionOf } from "@/lib/settings/document-section";
import { sharing, type Json } from "@/lib/settings/json";
import { rowOf, rowsOf, type SectionRow } from "@/lib/settings/layers";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { settingsSections } from "@/lib/settings/registry";
import { factsOf, syncOf, viewerOf, type SettingsState, type SettingsView } from "./state";

export type DashboardView = SettingsView<typeof dashboard.columns>;
export type NotificationsView = SettingsView<typeof notifications.columns>;
export type PreferencesView = SettingsView<typeof preferences.columns>;

/** What the server read for the page: rows for all projects and for `scope`, at `at` (milliseconds). */
export type InitialRows = { scope: string | null; rows: readonly SectionRow[]; at: number };

/** The state of one person's settings in this tab, and what is shown of it. `initial` null: the server could not read. */
export function createSettingsMemory(user: string, initial: InitialRows | null) {
  let state = initialState(user, initial);
  const readState = () => state;
  const memos = {
    dashboard: createMemo(readState, (scope) => viewerOf(dashboard, scope)),
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
    /** `durable`: the device has kept it. */
    show: (document: DeviceDocument, durable: boolean) =>
      change({ durable, documents: new Map(state.documents).set(documentId(document), document) }),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Each answers the same object until something it shows has changed. */
    views: {
      dashboard: memos.dashboard,
      notifications: () => memos.notifications(null),
      preferences: () => memos.preferences(null),
    },
    sync: () => memos.sync(null),
    facts: () => memos.facts(null),
  };
}

/** Answers the same object as before, and inside it the same parts, until what they say has changed. */
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
