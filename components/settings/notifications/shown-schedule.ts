import type { SectionForm } from "@/components/settings/forms/use-section-form";
import { notifications, type NotificationSchedule } from "@/lib/settings/notifications";
import { resolve } from "@/lib/settings/resolve";

export const schedulePaths = {
  timezone: "notification_schedule.timezone",
  workingHours: "notification_schedule.workingHours",
  quietHours: "notification_schedule.quietHours",
  pausedUntil: "notification_schedule.pausedUntil",
  digest: "notification_schedule.digest",
  waitInMeetings: "notification_schedule.waitInMeetings",
  interruptionsPerHour: "notification_schedule.interruptionsPerHour",
} as const;

const { pausedUntil, ...inForm } = schedulePaths;

/** What is saved together. A pause takes effect at once. */
export const formPaths = Object.values(inForm);

/** The schedule in the form; a part that is not complete yet counts as it is stored. */
export function scheduleOf(form: SectionForm, saved: NotificationSchedule): NotificationSchedule {
  const held = Object.entries(inForm).map(([key, path]) => [key, form.field(path).value]);
  const layers = [saved, Object.fromEntries(held)].map((schedule) => ({
    name: "user" as const,
    overrides: { notification_schedule: schedule },
    version: 0,
  }));
  return resolve(notifications, layers).value.notification_schedule;
}
