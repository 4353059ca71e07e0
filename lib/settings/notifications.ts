import { categories } from "@/lib/vocabulary/categories";
import type { Channel } from "@/lib/vocabulary/channels";
import { heats } from "@/lib/vocabulary/heat";
import { choice, mapOf, timeZone, toggle, type PatchOf, type ValueOf } from "./fields";
import { digestTimes, ownQuietHours, pausedUntil, quietHours, workingHours } from "./schedule-fields";
import { defineSection } from "./sections";

/** By channel, the column of the table that holds its switches. */
export const channelColumns = {
  inApp: "in_app_notifications",
  email: "email_notifications",
  push: "push_notifications",
  sms: "sms_notifications",
  whatsapp: "whatsapp_notifications",
  apps: "apps_notifications",
} as const satisfies Record<Channel, string>;

const frequencies = ["immediate", "hourly", "daily", "weekly"] as const;

/** By category, whether it is told on the channel. */
const switches = (on: boolean) => mapOf(categories, (category) => toggle(on, category));

const minimumHeat = choice("cold", heats, "minimumHeat");

/** A channel that leaves the house. The bell has no digest and no hours: it fills at once and is silent. */
const outgoing = (on: boolean) => ({
  ...switches(on),
  frequency: choice("immediate", frequencies, "frequency"),
  minimumHeat,
  quietHours: ownQuietHours(),
  categoryFrequency: mapOf(categories, (category) =>
    choice("channel", ["channel", ...frequencies], `${category}Frequency`, "categoryFrequency"),
  ),
});

/**
 * What may interrupt a person, through which channel, and when. One row a person: table user_notification_settings,
 * one column per key.
 */
export const notifications = defineSection({
  name: "notifications",
  schemaVersion: 1,
  columns: {
    email_notifications: outgoing(true),
    push_notifications: { ...outgoing(false), hideContent: toggle(false, "hideContent") },
    sms_notifications: {
      ...outgoing(false),
      escalation: choice("never", ["never", "5", "10", "30"], "escalation"),
    },
    whatsapp_notifications: outgoing(false),
    // Whoever connects an app wants it told.
    apps_notifications: outgoing(true),
    in_app_notifications: { ...switches(true), minimumHeat },
    notification_schedule: {
      workingHours: workingHours(),
      timezone: timeZone("UTC", "scheduleTimezone"),
      quietHours: quietHours(),
      pausedUntil: pausedUntil(),
      digest: digestTimes(),
      waitInMeetings: toggle(false, "waitInMeetings"),
      interruptionsPerHour: choice("none", ["none", "1", "2", "3", "5", "10"], "interruptionsPerHour"),
    },
  },
});

export type NotificationSettings = ValueOf<typeof notifications.columns>;
export type NotificationSettingsPatch = PatchOf<typeof notifications.columns>;
export type NotificationSchedule = NotificationSettings["notification_schedule"];
