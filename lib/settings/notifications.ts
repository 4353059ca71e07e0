import { categories } from "@/lib/vocabulary/categories";
import type { Channel } from "@/lib/vocabulary/channels";
import { heats } from "@/lib/vocabulary/heat";
import { choice, mapOf, timeZone, toggle, type PatchOf, type ValueOf } from "./fields";
import { pausedUntil, quietHours, workingHours } from "./schedule-fields";
import { defineSection } from "./sections";

/** By channel, the column of the table that holds its switches. */
export const channelColumns = {
  inApp: "in_app_notifications",
  email: "email_notifications",
  push: "push_notifications",
  sms: "sms_notifications",
  whatsapp: "whatsapp_notifications",
} as const satisfies Record<Channel, string>;

const channel = (on: boolean) => ({
  ...mapOf(categories, (category) => toggle(on, category)),
  frequency: choice("immediate", ["immediate", "hourly", "daily", "weekly"], "frequency"),
  minimumHeat: choice("cold", heats, "minimumHeat"),
});

/**
 * What may interrupt a person, through which channel, and when. One row a person: table user_notification_settings,
 * one column per key.
 */
export const notifications = defineSection({
  name: "notifications",
  schemaVersion: 1,
  columns: {
    email_notifications: channel(true),
    push_notifications: channel(false),
    sms_notifications: channel(false),
    whatsapp_notifications: channel(false),
    in_app_notifications: channel(true),
    notification_schedule: {
      workingHours: workingHours(),
      timezone: timeZone("UTC", "scheduleTimezone"),
      quietHours: quietHours(),
      pausedUntil: pausedUntil(),
    },
  },
});

export type NotificationSettings = ValueOf<typeof notifications.columns>;
export type NotificationSettingsPatch = PatchOf<typeof notifications.columns>;
export type NotificationSchedule = NotificationSettings["notification_schedule"];
