import { documentId, type DocumentRef } from "@/lib/settings/document";
import type { FieldGroup } from "@/lib/settings/fields";
import type { JsonObject } from "@/lib/settings/json";
import { layersOf, rowOf } from "@/lib/settings/layers";
import type { SettingsSectionName } from "@/lib/settings/registry";
import { resolverOf, type Resolved } from "@/lib/settings/resolve";
import type { Section } from "@/lib/settings/sections";
import { shownOverrides, type SettingsState } from "./state";

/**
 * Where the values come from. `looking`: neither server nor device has answered yet, so the page shows skeletons.
 * `cached`: the server cannot be reached, and the values are what it said at `at` (ISO; null in the other cases).
 * `defaults`: the server cannot be reached, and this device never heard from it.
 */
export type Freshness = { status: "fresh" | "looking" | "cached" | "defaults"; at: string | null };

export type SettingsView<C extends FieldGroup> = Resolved<C> & {
  /** The person's own values of this row as shown, edits under way included. */
  overrides: JsonObject;
  freshness: Freshness;
};

/** What is shown of a section for a project (null: all projects), computed anew only where its values have changed. */
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
