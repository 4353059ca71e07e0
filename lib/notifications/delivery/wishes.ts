import { channelColumns, type NotificationSettings } from "@/lib/settings/notifications";
import type { OwnQuietHours } from "@/lib/settings/schedule-fields";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { heatSteps } from "@/lib/vocabulary/heat";
import { weekdays } from "@/lib/vocabulary/weekdays";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Frequency, Wishes } from "./situation";

type Schedule = NotificationSettings["notification_schedule"];

const isSwitched = (category: string): category is Category => categories.some((each) => each === category);

/** What a person set for a channel and a category. A category without a switch is on: nobody turns it off. */
export function wishesOf(settings: NotificationSettings, channel: OutgoingChannel, category: string): Wishes {
  const set = settings[channelColumns[channel]];
  const schedule = settings.notification_schedule;
  const escalationMinutes = channel === "sms" ? escalationOf(settings, category) : null;
  const { minimumHeat: pushHeat } = settings.push_notifications;
  // What stands in for a push that nobody saw is as hot as a push has to be, and cannot wait for a digest.
  const followsPush = escalationMinutes !== null;
  return {
    on: isSwitched(category) ? set[category] : true,
    minimumHeat: followsPush && heatSteps(set.minimumHeat, pushHeat) > 0 ? pushHeat : set.minimumHeat,
    frequency: followsPush ? "immediate" : frequencyOf(set, category),
    digest: { time: schedule.digest.time, day: weekdays.indexOf(schedule.digest.day) },
    ...quietOf(schedule, set.quietHours),
    waitsInMeetings: schedule.waitInMeetings,
    interruptionsPerHour: numberOf(schedule.interruptionsPerHour, "none"),
    escalationMinutes,
  };
}

/** A choice of numbers, one of whose options stands for no number. */
const numberOf = (chosen: string, none: string): number | null => (chosen === none ? null : Number(chosen));

/**
 * Minutes after which a text message says what was sent by push; null where none does. Where the category's own switch
 * is on, the message goes out by itself and waits for nothing.
 */
function escalationOf(
  { sms_notifications: sms, push_notifications: push }: NotificationSettings,
  category: string,
) {
  if (!isSwitched(category) || sms[category] || !push[category]) return null;
  return numberOf(sms.escalation, "never");
}

function frequencyOf(set: NotificationSettings["email_notifications"], category: string): Frequency {
  const own = isSwitched(category) ? set.categoryFrequency[category] : "channel";
  return own === "channel" ? set.frequency : own;
}

/** The schedule with the quiet hours of a channel. */
function quietOf(schedule: Schedule, own: OwnQuietHours): Pick<Wishes, "schedule" | "urgentPasses"> {
  if (own.mode === "schedule") return { schedule, urgentPasses: schedule.quietHours.urgentPasses };
  const { start, end, urgentPasses } = own;
  return { schedule: { ...schedule, quietHours: { enabled: own.mode === "own", start, end } }, urgentPasses };
}
