import { documentId, type DocumentRef } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import { keptOverrides, type DeviceDocument } from "@/lib/settings/outbox/device-document";
import type { Edit } from "@/lib/settings/outbox/runner";
import { mergeObject } from "@/lib/settings/patch";

/** Everything that a tab knows of a person's settings. Whatever is shown is computed from this object alone. */
export type SettingsState = {
  /** The records of this device, by `documentId`. */
  documents: ReadonlyMap<string, DeviceDocument>;
  /** Edits that the outbox is about to record: they show already, in the frame of the click. */
  unrecorded: readonly Edit[];
  /** Projects (null: all projects) for which the server has answered all sections since the page opened. */
  answered: ReadonlySet<string | null>;
  /** The device's storage has been read. */
  lookedUp: boolean;
  /** The device keeps what it is given. False: edits that wait are lost with this tab. */
  durable: boolean;
  /** The last read got no answer. */
  unreachable: boolean;
  /** The server runs a newer build than this page. */
  outdated: boolean;
  /** What the server last said that the shell is drawn from, for a page that the server cannot answer. Null: not known. */
  shell: Json;
};

/** The row of a document as the person sees it: the device's record with the edits that are not recorded yet. */
export function shownOverrides({ documents, unrecorded }: SettingsState, ref: DocumentRef): JsonObject {
  const id = documentId(ref);
  const document = documents.get(id);
  return unrecorded
    .filter((edit) => documentId(edit) === id)
    .reduce((overrides, { patch }) => mergeObject(overrides, patch), document ? keptOverrides(document) : {});
}

/** `shownOverrides`, or null where neither the server nor the device has told this page of the row. */
export const seenOverrides = (state: SettingsState, ref: DocumentRef): JsonObject | null =>
  state.documents.has(documentId(ref)) ? shownOverrides(state, ref) : null;
