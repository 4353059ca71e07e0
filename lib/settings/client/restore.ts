import type { EditSource } from "@/lib/settings/wire";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import { isKnown, known } from "./known";
import { setAt, valueAt } from "@/lib/settings/patch";
import { patchedPaths } from "@/lib/settings/sections";
import type { SettingsClient } from "./settings-client";

/** One of the person's own values as it shall become; null: inherited. */
export type WantedValue = DocumentRef & { path: string; value: Json };

/** Edits a row and answers how to undo exactly that; the way back is recorded as an undo. */
export function editWithUndo(
  client: SettingsClient,
  ref: DocumentRef,
  patch: JsonObject,
  source: EditSource = "ui",
): () => void {
  const before = undoOf(ref, client.overrides(ref), patch);
  void client.edit(ref, patch, source);
  return () => void client.edit(ref, before, "undo");
}

/**
 * Makes values of any rows what is wanted and answers how to undo that. A row that this page has not read is read first, so that
 * the edit is based on its stored values.
 */
export function restoreValues(
  client: SettingsClient,
  values: readonly WantedValue[],
  source: EditSource = "undo",
): () => void {
  const undos = patchesOf(values).map(({ ref, patch }) => {
    const edit = () => editWithUndo(client, ref, patch, source);
    return isKnown(client, ref.projectId) ? edit() : known(client, ref.projectId).then(edit);
  });
  return () => {
    for (const undo of undos) void Promise.resolve(undo).then((act) => act());
  };
}

function patchesOf(values: readonly WantedValue[]): { ref: DocumentRef; patch: JsonObject }[] {
  const patches = new Map<string, { ref: DocumentRef; patch: JsonObject }>();
  for (const { section, projectId, path, value } of values) {
    const ref = { section, projectId };
    const { patch } = patches.get(documentId(ref)) ?? { patch: {} };
    patches.set(documentId(ref), { ref, patch: setAt(patch, path, value) });
  }
  return [...patches.values()];
}

/** The patch that brings back the person's own values (null: inherited) at the paths of `patch`. */
const undoOf = (ref: DocumentRef, overrides: JsonObject, patch: JsonObject): JsonObject =>
  patchedPaths(sectionOf(ref), patch).reduce<JsonObject>(
    (undo, path) => setAt(undo, path, valueAt(overrides, path) ?? null),
    {},
  );
