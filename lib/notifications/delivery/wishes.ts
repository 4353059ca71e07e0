import { channelColumns, type NotificationSettings } from "@/lib/settings/notifications";
import { categories, type Category } from "@/lib/vocabulary/categories";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Wishes } from "./situation";

const isSwitched = (category: string): category is Category => categories.some((each) => each === category);

/** What a person set for a channel and a category. A category without a switch is on: nobody turns it off. */
export function wishesOf(settings: NotificationSettings, channel: OutgoingChannel, category: string): Wishes {
  const set = settings[channelColumns[channel]];
  const schedule = settings.notification_schedule;
  return {
    on: isSwitched(category) ? set[category] : true,
    minimumHeat: set.minimumHeat,
    frequency: set.frequency,
    digest: { time: "09:00", day: 1 },
    schedule,
    urgentPasses: schedule.quietHours.urgentPasses,
    interruptionsPerHour: null,
    escalationMinutes: null,
  };
}
