import type { FailureCode } from "@/lib/result";
import type { Conflict, DeviceDocument, NotSaved } from "./device-document";
import type { FieldGroup } from "./fields";
import type { Json, JsonObject } from "./json";
import { layersOf } from "./layers";
import { waitingIn } from "./outbox-runner";
import { mergeObject } from "./patch";
import { resolve, type Resolved } from "./resolve";
import type { Section } from "./sections";

/** All that a page knows of a person's settings. Nothing else is kept anywhere; what is shown is computed from it. */
export type SettingsState = {
  /** By scope, as this device keeps them. */
  documents: ReadonlyMap<string | null, DeviceDocument>;
  /** Edits on their way into the device's storage: shown already, in the frame of the click. */
  unwritten: readonly Unwritten[];
  /** Scopes that the server has answered since the page opened. */
  answered: ReadonlySet<string | null>;
  /** The device's storage has been asked. */
  lookedUp: boolean;
  /** The last read got no answer. */
  unreachable: boolean;
  /** What the shell is drawn from where the server cannot say: what it said last. Null: not known. */
  shell: Json;
};

/** `seen`: the person's own values of the scope when they made the edit. */
export type Unwritten = { scope: string | null; patch: JsonObject; seen: JsonObject };

/**
 * Where the values come from. `looking`: nobody has answered yet: show skeletons. `cached`: the server cannot be
 * reached, and this is what it said at `at` (ISO). `defaults`: it cannot be reached and this device never knew any.
 */
export type Freshness = { status: "fresh" | "looking" | "cached" | "defaults"; at: string | null };

export type SettingsView<C extends FieldGroup> = Resolved<C> & {
  /** The person's own values of this scope as shown, edits under way included. */
  overrides: JsonObject;
  freshness: Freshness;
};

/** The row of a scope as the person sees it: what the server said, then what this device has yet to tell it. */
export function shownOverrides({ documents, unwritten }: SettingsState, scope: string | null): JsonObject {
  const document = documents.get(scope);
  const edits = [document?.sending, document?.pending, ...unwritten.filter((edit) => edit.scope === scope)];
  return edits.reduce<JsonObject>(
    (overrides, edit) => (edit ? mergeObject(overrides, edit.patch) : overrides),
    document?.snapshot?.overrides ?? {},
  );
}

export function viewOf<C extends FieldGroup>(
  section: Section<C>,
  state: SettingsState,
  scope: string | null,
): SettingsView<C> {
  const rows = [...new Set([null, scope])].map((each) => ({
    scope: each,
    overrides: shownOverrides(state, each),
    version: state.documents.get(each)?.snapshot?.version ?? 0,
  }));
  return {
    ...resolve(section, layersOf(rows, scope)),
    overrides: shownOverrides(state, scope),
    freshness: freshnessOf(state, scope),
  };
}

function freshnessOf(
  { documents, answered, lookedUp, unreachable }: SettingsState,
  scope: string | null,
): Freshness {
  const learned = [null, scope].flatMap((each) => documents.get(each)?.snapshot?.at ?? []);
  const at = learned.length > 0 ? new Date(Math.min(...learned)).toISOString() : null;
  if (answered.has(null) && answered.has(scope)) return { status: "fresh", at };
  if (!unreachable || !lookedUp) return { status: "looking", at: null };
  return at === null ? { status: "defaults", at } : { status: "cached", at };
}

type OfScope<Notice> = Notice & { scope: string | null };

/** How saving stands, over all scopes; the worst thing that a person should know decides. */
export type SyncStatus = {
  kind: "saved" | "saving" | "kept" | "not_saved" | "conflict";
  /** Settings that were edited here and not yet answered for. */
  waiting: number;
  /** Why the last attempt got nowhere. */
  trouble: FailureCode | null;
  notSaved: OfScope<NotSaved>[];
  conflicts: OfScope<Conflict>[];
};

export function syncOf(section: Section, { documents, unwritten }: SettingsState): SyncStatus {
  const all = [...documents.values()];
  const notSaved = all.flatMap(({ scope, notSaved }) => notSaved.map((notice) => ({ ...notice, scope })));
  const conflicts = all.flatMap(({ scope, conflicts }) => conflicts.map((notice) => ({ ...notice, scope })));
  const waiting = waitingIn(section, all) + unwritten.length;
  const trouble = all.find((document) => document.trouble)?.trouble ?? null;
  return { kind: syncKind(), waiting, trouble, notSaved, conflicts };

  function syncKind(): SyncStatus["kind"] {
    if (notSaved.length > 0) return "not_saved";
    if (conflicts.length > 0) return "conflict";
    if (waiting === 0) return "saved";
    return trouble ? "kept" : "saving";
  }
}
