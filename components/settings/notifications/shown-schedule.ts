import type { SectionForm } from "@/components/settings/forms/use-section-form";
import { isDigestTimes, isQuietHours, isWorkingHours } from "@/components/settings/schedule-words";
import type { Json } from "@/lib/settings/json";
import type { NotificationSchedule } from "@/lib/settings/notifications";
import { isValid } from "@/lib/settings/sections";

export const schedulePaths = {
  timezone: "notification_schedule.timezone",
  workingHours: "notification_schedule.workingHours",
  quietHours: "notification_schedule.quietHours",
  pausedUntil: "notification_schedule.pausedUntil",
  digest: "notification_schedule.digest",
  interruptionsPerHour: "notification_schedule.interruptionsPerHour",
} as const;

/** The schedule in the form; a part that is not complete yet counts as it is stored. */
export function scheduleOf(form: SectionForm, saved: NotificationSchedule): NotificationSchedule {
  const held = (path: string): Json => {
    const { field, value } = form.field(path);
    return isValid(field, value) ? value : null;
  };
  const zone = held(schedulePaths.timezone);
  const working = held(schedulePaths.workingHours);
  const quiet = held(schedulePaths.quietHours);
  const digest = held(schedulePaths.digest);
  return {
    ...saved,
    timezone: typeof zone === "string" ? zone : saved.timezone,
    workingHours: isWorkingHours(working) ? working : saved.workingHours,
    quietHours: isQuietHours(quiet) ? quiet : saved.quietHours,
    digest: isDigestTimes(digest) ? digest : saved.digest,
  };
}
