import { dashboard } from "./dashboard";
import { emptyDocument, type DeviceDocument } from "./device-document";
import { rowOf, type ScopedRow } from "./layers";
import { syncOf, viewOf, type SettingsState, type SettingsView, type SyncStatus } from "./settings-state";

export type DashboardView = SettingsView<typeof dashboard.columns>;

/** What the server read for the page: rows for all projects and for `scope`, at `at` (milliseconds). */
export type InitialRows = { scope: string | null; rows: readonly ScopedRow[]; at: number };

/** The state of one person's settings in this tab, and what is shown of it. `initial` null: the server could not read. */
export function createSettingsMemory(user: string, initial: InitialRows | null) {
  let state = initialState(user, initial);
  let views = new Map<string | null, DashboardView>();
  let sync: SyncStatus | null = null;
  const listeners = new Set<() => void>();

  function change(next: Partial<SettingsState>) {
    state = { ...state, ...next };
    views = new Map();
    sync = null;
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
    /** The same object until something has changed. */
    view(scope: string | null): DashboardView {
      const view = views.get(scope) ?? viewOf(dashboard, state, scope);
      views.set(scope, view);
      return view;
    },
    /** The same object until something has changed. */
    sync: (): SyncStatus => (sync ??= syncOf(dashboard, state)),
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
