import { pauseFor } from "@/lib/notifications/schedule/pause-for";
import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import type { Zone } from "@/lib/time/zone";

export const snoozes = ["hour", "tomorrow", "monday"] as const;
export type Snooze = (typeof snoozes)[number];

const hourMs = 3_600_000;
const morningMs = 9 * hourMs;
/** Day 0, the first of January 1970, was a Thursday. */
const weekdayOf = (day: number) => (day + 4) % 7;
const monday = 1;

/**
 * The instants (ISO) at which what is put to sleep at `now`, the server's time, wakes: an hour later; at nine of the next
 * day on the clock of the zone; and at nine of the next Monday, which is left out where it is that day.
 */
export function snoozeTimes(now: number, zone: Zone): { snooze: Snooze; until: string }[] {
  const tomorrow = civilDay(now, zone) + 1;
  const daysToMonday = (monday - weekdayOf(tomorrow) + 7) % 7;
  const nineOf = (day: number) => isoOf(instantAt(zone, day * dayMs + morningMs));
  const times = [
    { snooze: "hour", until: pauseFor(hourMs, now) },
    { snooze: "tomorrow", until: nineOf(tomorrow) },
    { snooze: "monday", until: nineOf(tomorrow + daysToMonday) },
  ] as const;
  return times.filter(({ snooze }) => snooze !== "monday" || daysToMonday > 0);
}
