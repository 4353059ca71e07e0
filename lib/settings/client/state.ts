import type { FailureCode } from "@/lib/result";
import { documentId, type DocumentRef, refOf } from "@/lib/settings/document";
import type { Conflict, DeviceDocument, NotSaved } from "@/lib/settings/outbox/device-document";
import { waitingIn } from "@/lib/settings/outbox/waiting";
import type { FieldGroup } from "@/lib/settings/fields";
import type { Json, JsonObject } from "@/lib/settings/json";
import { layersOf, rowOf } from "@/lib/settings/layers";
import { keptOverrides } from "@/lib/settings/outbox/outbox";
import type { Edit } from "@/lib/settings/outbox/runner";
import { mergeObject } from "@/lib/settings/patch";
import type { SettingsSectionName } from "@/lib/settings/registry";
import { resolverOf, type Resolved } from "@/lib/settings/resolve";
import type { Section } from "@/lib/settings/sections";

/** All that a page knows of a person's settings. Nothing else is kept anywhere; what is shown is computed from it. */
export type SettingsState = {
  /** By `documentId`, as this device keeps them. */
  documents: ReadonlyMap<string, DeviceDocument>;
  /** Edits that the outbox is about to record: they show already, in the frame of the click. */
  unrecorded: readonly Edit[];
  /** Scopes that the server has answered since the page opened, with all sections. */
  answered: ReadonlySet<string | null>;
  /** The device's storage has been asked. */
  lookedUp: boolean;
  /** The device keeps what it is given. False: what waits is lost with this tab. */
  durable: boolean;
  /** The last read got no answer. */
  unreachable: boolean;
  /** The server runs a newer build than this page. */
  outdated: boolean;
  /** What the shell is drawn from where the server cannot say: what it said last. Null: not known. */
  shell: Json;
};

/**
 * Where the values come from. `looking`: nobody has answered yet: show skeletons. `cached`: the server cannot be
 * reached, and this is what it said at `at` (ISO; null in the other cases). `defaults`: it cannot be reached and this device never knew any.
 */
export type Freshness = { status: "fresh" | "looking" | "cached" | "defaults"; at: string | null };

export type SettingsView<C extends FieldGroup> = Resolved<C> & {
  /** The person's own values of this scope as shown, edits under way included. */
  overrides: JsonObject;
  freshness: Freshness;
};

/** The row of a document as the person sees it: as this device has it, then what is on its way there. */
export function shownOverrides({ documents, unrecorded }: SettingsState, ref: DocumentRef): JsonObject {
  const id = documentId(ref);
  const document = documents.get(id);
  return unrecorded
    .filter((edit) => documentId(edit) === id)
    .reduce((overrides, { patch }) => mergeObject(overrides, patch), document ? keptOverrides(document) : {});
}

/** The same, or null where neither the server nor the device has told this page of the row. */
export const seenOverrides = (state: SettingsState, ref: DocumentRef): JsonObject | null =>
  state.documents.has(documentId(ref)) ? shownOverrides(state, ref) : null;

/** What is shown of a section and scope, worked out anew only where the values that it is made of have changed. */
export function viewerOf<C extends FieldGroup>(
  section: Section<C, SettingsSectionName>,
  projectId: string | null,
): (state: SettingsState) => SettingsView<C> {
  const refs = [...new Set([null, projectId])].map((each) => ({ section: section.name, projectId: each }));
  const resolved = resolverOf(section);
  return (state) => {
    const rows = refs.map((ref) => ({
      projectId: ref.projectId,
      overrides: shownOverrides(state, ref),
      version: state.documents.get(documentId(ref))?.snapshot?.version ?? 0,
    }));
    return {
      ...resolved(layersOf(rows, projectId)),
      overrides: rowOf(rows, projectId).overrides,
      freshness: freshnessOf(state, refs),
    };
  };
}

function freshnessOf(
  { documents, answered, lookedUp, unreachable }: SettingsState,
  refs: readonly DocumentRef[],
): Freshness {
  if (refs.every(({ projectId }) => answered.has(projectId))) return { status: "fresh", at: null };
  if (!unreachable || !lookedUp) return { status: "looking", at: null };
  const learned = refs.flatMap((ref) => documents.get(documentId(ref))?.snapshot?.at ?? []);
  const at = learned.length > 0 ? new Date(Math.min(...learned)).toISOString() : null;
  return at === null ? { status: "defaults", at } : { status: "cached", at };
}

type Of<Notice> = Notice & DocumentRef;

/**
 * How saving stands, over all sections and scopes; the worst thing that a person should know decides. `looking`: the
 * device has not yet been asked what waits there from before, so that nothing can be said to be saved.
 */
export type SyncStatus = {
  kind: "looking" | "saved" | "saving" | "kept" | "not_saved" | "conflict";
  /** Settings that were edited here and not yet answered for. */
  waiting: number;
  /** What waits survives the closing of this tab. */
  durable: boolean;
  /** Why the last attempt got nowhere. */
  trouble: FailureCode | null;
  /** The server runs a newer build: what waits is sent once the page has been loaded anew. */
  outdated: boolean;
  notSaved: Of<NotSaved>[];
  conflicts: Of<Conflict>[];
};

export function syncOf({ documents, unrecorded, lookedUp, durable, outdated }: SettingsState): SyncStatus {
  const all = [...documents.values()];
  const notSaved = all.flatMap((document) => noticesOf(document, document.notSaved));
  const conflicts = all.flatMap((document) => noticesOf(document, document.conflicts));
  const waiting = waitingIn(all, unrecorded);
  const trouble = all.find((document) => document.trouble)?.trouble ?? null;
  return { kind: syncKind(), waiting, durable, trouble, outdated, notSaved, conflicts };

  function syncKind(): SyncStatus["kind"] {
    if (notSaved.length > 0) return "not_saved";
    if (conflicts.length > 0) return "conflict";
    if (waiting === 0) return lookedUp ? "saved" : "looking";
    // An edit that is still on its way to the disk is not kept, whatever became of the ones before it.
    return trouble && unrecorded.length === 0 ? "kept" : "saving";
  }
}

function noticesOf<Notice>(document: DeviceDocument, notices: readonly Notice[]): Of<Notice>[] {
  const ref = refOf(document);
  return ref ? notices.map((notice) => ({ ...notice, ...ref })) : [];
}

/** What this page knows of what it knows. */
export type SettingsFacts = {
  /** The device has been asked: edits that wait there are shown. What acts on its own must not act before. */
  lookedUp: boolean;
  /** By `documentId`, the version of the row that the server told of last; 0: no row. */
  versions: { [document: string]: number };
};

export const factsOf = ({ documents, lookedUp }: SettingsState): SettingsFacts => ({
  lookedUp,
  versions: Object.fromEntries(
    [...documents].flatMap(([id, { snapshot }]) => (snapshot ? [[id, snapshot.version]] : [])),
  ),
});
