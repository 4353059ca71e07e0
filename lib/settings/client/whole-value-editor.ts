import { fail, ok, type Result } from "@/lib/result";
import { safeParse } from "@/lib/schema";
import { completeAtomic } from "@/lib/settings/complete-atomic";
import { documentId, sectionOf, type DocumentRef } from "@/lib/settings/document";
import type { FieldGroup } from "@/lib/settings/fields";
import { sameJson, type JsonObject } from "@/lib/settings/json";
import { openingPatchSchema } from "@/lib/settings/opening-hours";
import { mergeObject, setAt, valueAt } from "@/lib/settings/patch";
import { patchSchema } from "@/lib/settings/patch-schema";
import { parse } from "@/lib/settings/resolve";
import { patchedPaths, type Section } from "@/lib/settings/sections";
import type { SettingsClient } from "./settings-client";
import type { SettingsView } from "./view";

/**
 * Edits for a component that saves whole values: only what differs from the value it was given last is stored, so that
 * values it merely shows are never pinned as the person's own.
 */
export function createEditor(client: SettingsClient) {
  /** By document, the value that a component was given last. */
  const lastGiven = new Map<string, JsonObject>();

  const viewOf = ({ section, projectId }: DocumentRef): SettingsView<FieldGroup> =>
    section === "dashboard" ? client.views.dashboard(projectId) : client.views[section]();

  /** Why a patch cannot be stored, judged by the values in effect where this device knows them; null: it can. */
  const problemOf = (ref: DocumentRef, patch: JsonObject) => {
    const section = sectionOf(ref);
    const { value, freshness } = viewOf(ref);
    const isSeen = freshness.status === "fresh" || freshness.status === "cached";
    return problemIn(isSeen ? openingPatchSchema(section, value) : patchSchema(section), patch);
  };

  async function edit(ref: DocumentRef, patch: JsonObject): Promise<Result<void>> {
    const problem = problemOf(ref, patch);
    if (problem) return problem;
    await client.edit(ref, patch);
    return ok(undefined);
  }
  return {
    /** Stores the patch as it is. */
    edit,
    given<Value extends JsonObject>(ref: DocumentRef, value: Value): Value {
      lastGiven.set(documentId(ref), value);
      return value;
    },
    /** Stores the part of the settings that differs from what the component was given last. */
    async editDifference(ref: DocumentRef, settings: JsonObject): Promise<Result<void>> {
      const section = sectionOf(ref);
      const shown = () => viewOf(ref).value;
      const last = lastGiven.get(documentId(ref)) ?? shown();
      const whole = completeAtomic(section, settings, shown());
      const change = differences(section, last, whole);
      const problem = problemIn(patchSchema(section), whole) ?? problemOf(ref, change);
      if (problem) return problem;
      await client.edit(ref, change);
      // The component now holds the value it gave, without what other devices have changed meanwhile.
      lastGiven.set(documentId(ref), parse(section, mergeObject(shown(), mergeObject(last, whole))));
      return ok(undefined);
    },
  };
}

export function problemIn(schema: ReturnType<typeof patchSchema>, patch: unknown): Result<never> | null {
  const { error } = safeParse(schema, patch);
  return error ? fail("invalid", { path: (error.issues[0]?.path ?? []).map(String).join(".") }) : null;
}

/** The part of `wanted` that differs from `shown`; null always does. */
function differences(section: Section, shown: JsonObject, wanted: JsonObject): JsonObject {
  return patchedPaths(section, wanted).reduce<JsonObject>((patch, path) => {
    const value = valueAt(wanted, path) ?? null;
    return sameJson(value, valueAt(shown, path)) ? patch : setAt(patch, path, value);
  }, {});
}
