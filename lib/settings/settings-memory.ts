import { dashboard } from "./dashboard";
import { emptyDocument, type DeviceDocument } from "./device-document";
import { sameJson, type Json } from "./json";
import { rowOf, type ScopedRow } from "./layers";
import { syncOf, viewOf, type SettingsState, type SettingsView, type SyncStatus } from "./settings-state";

export type DashboardView = SettingsView<typeof dashboard.columns>;

/** What the server read for the page: rows for all projects and for `scope`, at `at` (milliseconds). */
export type InitialRows = { scope: string | null; rows: readonly ScopedRow[]; at: number };

/** The state of one person's settings in this tab, and what is shown of it. `initial` null: the server could not read. */
export function createSettingsMemory(user: string, initial: InitialRows | null) {
  let state = initialState(user, initial);
  const view = createMemo((scope: string | null): DashboardView => viewOf(dashboard, state, scope));
  const sync = createMemo((): SyncStatus => syncOf(dashboard, state));
  const listeners = new Set<() => void>();

  function change(next: Partial<SettingsState>) {
    state = { ...state, ...next };
    view.outdate();
    sync.outdate();
    for (const listener of [...listeners]) listener();
  }
  return {
    state: () => state,
    change,
    show: (document: DeviceDocument) =>
      change({ documents: new Map(state.documents).set(document.scope, document) }),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    view: view.get,
    sync: () => sync.get(null),
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
  const scopes = initial ? scopesOf(initial.scope) : [];
  const documents = scopes.map((scope): [string | null, DeviceDocument] => {
    const { overrides, version } = rowOf(initial?.rows ?? [], scope);
    const empty = emptyDocument({ user, section: dashboard.name, scope }, dashboard.schemaVersion);
    return [scope, { ...empty, snapshot: { overrides, version, at: initial?.at ?? 0 } }];
  });
  return {
    documents: new Map(documents),
    unwritten: [],
    answered: new Set(scopes),
    lookedUp: false,
    unreachable: initial === null,
    shell: null,
  };
}

/** The rows that matter to a scope. */
export const scopesOf = (scope: string | null): (string | null)[] =>
  scope === null ? [null] : [null, scope];
