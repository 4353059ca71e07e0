import { channelColumns, type NotificationSettings } from "@/lib/settings/notifications";
import { categories } from "@/lib/vocabulary/categories";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { RuleName } from "./verdict";

/**
 * The path of the setting by which a rule decided about a category on a channel: the channel's own where it has one, else
 * that of the schedule. Null where the rule follows no setting.
 */
export function settingOf(
  rule: RuleName,
  channel: OutgoingChannel,
  category: string,
  settings: NotificationSettings,
): string | null {
  const column = channelColumns[channel];
  const set = settings[column];
  const switched = categories.find((each) => each === category);
  switch (rule) {
    case "switch":
      return switched ? `${column}.${switched}` : null;
    case "heat":
      return `${column}.minimumHeat`;
    case "escalation":
      return "sms_notifications.escalation";
    case "quiet":
      return set.quietHours.mode === "schedule" ? "notification_schedule.quietHours" : `${column}.quietHours`;
    case "frequency":
      return switched && set.categoryFrequency[switched] !== "channel"
        ? `${column}.categoryFrequency.${switched}`
        : `${column}.frequency`;
    case "pause":
      return "notification_schedule.pausedUntil";
    case "workingHours":
      return "notification_schedule.workingHours";
    case "meeting":
      return "notification_schedule.waitInMeetings";
    case "budget":
      return "notification_schedule.interruptionsPerHour";
    default:
      return null;
  }
}
