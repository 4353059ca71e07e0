import "server-only";
import { parse } from "@/lib/schema";
import { completeAtomic, isPartial } from "./complete-atomic";
import { sectionOf } from "./document";
import type { FieldGroup, ValueOf } from "./fields";
import type { JsonObject } from "./json";
import { knownZones } from "./known-zones";
import { layersOf, rowOf, rowsOf } from "./layers";
import { openingPatchSchema, setsHours } from "./opening-hours";
import { patchSchema } from "./patch-schema";
import { readOrDefaults, type OnReadFailure, type Reading } from "./reading";
import { resolve } from "./resolve";
import type { Section } from "./sections";
import type { SettingsStore } from "./store";
import type { PatchAnswer, SettingsPatch } from "./wire";

type SettingsServiceDeps = { store: SettingsStore; onReadFailure: OnReadFailure };

/** Reads a person's settings, and judges and stores every change of them: the action's and the server's own. */
export function createSettingsService({ store, onReadFailure }: SettingsServiceDeps) {
  return {
    read: <C extends FieldGroup>(
      section: Section<C>,
      projectId: string | null,
    ): Promise<Reading<ValueOf<C>>> =>
      readOrDefaults(
        section,
        async () => {
          const rows = rowsOf(section, await store.readSettings(projectId));
          return { layers: layersOf(rows, projectId), version: rowOf(rows, projectId).version };
        },
        onReadFailure,
      ),

    /**
     * Merges the patch into the row; null at a setting goes back to inherited. Throws a ZodError for a
     * patch that is not valid, and the refusals of the store.
     */
    async storePatch(change: SettingsPatch): Promise<PatchAnswer> {
      return store.storePatch({ ...change, patch: await judged(store, change) });
    },
  };
}

/**
 * The patch, valid and with whole values. A value given in part is completed from the values in effect, never from a
 * guess: where the settings cannot be read, nothing is stored. Hours under which nothing would ever be open are
 * refused, but for a change with a `base`: its author has not seen the values it merges with, and it must not be lost.
 */
async function judged(
  store: SettingsStore,
  { patch, base, ...ref }: Pick<SettingsPatch, "section" | "projectId" | "patch" | "base">,
): Promise<JsonObject> {
  const section = sectionOf(ref);
  const seesHours = base === null && setsHours(section, patch);
  const inEffect = seesHours || isPartial(section, patch) ? await valuesInEffect(store, ref) : null;
  const whole = inEffect ? completeAtomic(section, patch, inEffect) : patch;
  const schema = seesHours && inEffect ? openingPatchSchema(section, inEffect) : patchSchema(section);
  parse(schema, whole);
  parse(knownZones(section), whole);
  return whole;
}

async function valuesInEffect(
  store: SettingsStore,
  { section: name, projectId }: Pick<SettingsPatch, "section" | "projectId">,
): Promise<JsonObject> {
  const section = sectionOf({ section: name, projectId });
  const rows = rowsOf(section, await store.readSettings(projectId));
  return resolve(section, layersOf(rows, projectId)).value;
}
