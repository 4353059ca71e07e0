import { check } from "@/lib/schema";
import type { FieldGroup } from "./fields";
import { isJsonObject, sameJson, type JsonObject } from "./json";
import { neverOpens, ownWindow, waitingChannels, type WaitingChannel } from "./never-opens";
import { channelColumns, notifications, type NotificationSettings } from "./notifications";
import { mergeObject, valueAt } from "./patch";
import { patchSchema } from "./patch-schema";
import { parse } from "./resolve";
import { patchedPaths, type Section } from "./sections";

const workingPath = "notification_schedule.workingHours";
const schedulePath = "notification_schedule.quietHours";
const quietPathOf = (channel: WaitingChannel) => `${channelColumns[channel]}.quietHours`;
const hours = [schedulePath, ...waitingChannels.map(quietPathOf), workingPath];

/** Whether a patch sets working or quiet hours, so that the other hours in effect have to be known to judge it. */
export const setsHours = (section: Section, patch: JsonObject): boolean =>
  section.name === notifications.name && patchedPaths(section, patch).some((path) => hours.includes(path));

/** The paths of the quiet hours that cover all working hours. */
function closedBy(settings: NotificationSettings): string[] {
  const { workingHours, quietHours } = settings.notification_schedule;
  const own = waitingChannels.map(
    (channel) => [quietPathOf(channel), ownWindow(settings[channelColumns[channel]].quietHours)] as const,
  );
  return [[schedulePath, quietHours] as const, ...own].flatMap(([path, quiet]) =>
    neverOpens(workingHours, quiet) ? [path] : [],
  );
}

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
      if (path)
        context.issues.push({
          code: "custom",
          path: path.split("."),
          message: "never opens",
          input: context.value,
        });
    }),
  );

/** The path of the changed hours that leave no open hour; null where an hour is open or no hours have changed. */
function closing(patch: JsonObject, shown: JsonObject): string | null {
  const [before, after] = [parse(notifications, shown), parse(notifications, mergeObject(shown, patch))];
  const changed = (path: string) => !sameJson(valueAt(before, path), valueAt(after, path));
  const closed = closedBy(after);
  return closed.find(changed) ?? (closed.length > 0 && changed(workingPath) ? workingPath : null);
}
