import { check } from "@/lib/schema";
import type { FieldGroup } from "./fields";
import { isJsonObject, sameJson, type JsonObject } from "./json";
import { neverOpens } from "./never-opens";
import { notifications } from "./notifications";
import { mergeObject } from "./patch";
import { patchSchema } from "./patch-schema";
import { parse } from "./resolve";
import { patchedPaths, type Section } from "./sections";

const hours = ["quietHours", "workingHours"] as const;
const pathOf = (each: (typeof hours)[number]) => ["notification_schedule", each];

/** Whether a patch sets working or quiet hours, so that the other hours in effect have to be known to judge it. */
export const setsHours = (section: Section, patch: JsonObject): boolean =>
  patchedPaths(section, patch).some((path) => hours.some((each) => path === pathOf(each).join(".")));

/**
 * `patchSchema` for an author who sees the values in effect (`shown`): a patch that leaves no open hour is refused, with
 * the hours named. A patch that merges with edits its author could not see is not judged by this schema.
 */
export const openingPatchSchema = <C extends FieldGroup>(section: Section<C>, shown: JsonObject) =>
  patchSchema(
    section,
    check((context) => {
      const patch: unknown = context.value;
      const path = isJsonObject(patch) && setsHours(section, patch) ? closing(patch, shown) : null;
      if (path) context.issues.push({ code: "custom", path, message: "never opens", input: context.value });
    }),
  );

/** The path of the changed hours that leave no open hour; null where an hour is open or no hours have changed. */
function closing(patch: JsonObject, shown: JsonObject): string[] | null {
  const scheduleOf = (document: JsonObject) => parse(notifications, document).notification_schedule;
  const [before, after] = [scheduleOf(shown), scheduleOf(mergeObject(shown, patch))];
  if (!neverOpens(after.workingHours, after.quietHours)) return null;
  const changed = hours.find((each) => !sameJson(before[each], after[each]));
  return changed ? pathOf(changed) : null;
}
