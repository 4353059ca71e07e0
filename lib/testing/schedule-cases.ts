import type { Schedule } from "@/lib/notifications/schedule/schedule";
import type { Weekday } from "@/lib/vocabulary/weekdays";
import { isoOf } from "@/lib/time/wall-time";
import { wallOf, type Zone } from "@/lib/time/zone";
import type { WallsOf } from "./schedule-oracle";
import { zoneOf } from "@/lib/time/zone-table";

/**
 * Schedules around every change of every clock: overnight, all day, on one weekday and until a date, with edges where the
 * clocks skip or repeat. A zone that changes nothing is looked at once.
 */
const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
/** From 2024 to 2030, as they are published. */
const [firstYear, lastYear] = [Date.UTC(2024, 0), Date.UTC(2031, 0)];

/** The minutes from `from` (Unix ms) on that are looked at, a day on both sides of the change. */
export const minutesOfCase = 2 * 1_440;
export type ScheduleCase = Readonly<{ name: string; schedule: Schedule; from: number }>;

/** The moments (Unix ms) around which a zone is looked at, in their order. */
export function momentsOf({ id, changes }: Zone): number[] {
  const known = changes.map(({ at }) => at).filter((at) => at >= firstYear && at < lastYear);
  // Any summer's day, another one for each zone.
  const calm = Date.UTC(2024 + (id.length % 7), 5, 1 + (id.length % 28), 12);
  return known.length > 0 ? known : [calm];
}

const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const on = (isOn: (day: Weekday) => boolean) => ({
  sun: isOn("sun"),
  mon: isOn("mon"),
  tue: isOn("tue"),
  wed: isOn("wed"),
  thu: isOn("thu"),
  fri: isOn("fri"),
  sat: isOn("sat"),
});
const workingWeek = on((day) => day !== "sat" && day !== "sun");
const everyDay = on(() => true);

/** "HH:MM" of a clock that shows `wall`, `minutes` later. */
const timeAfter = (wall: number, minutes: number) =>
  new Date(wall + minutes * minuteMs).toISOString().slice(11, 16);

/** The schedules that are tried around a moment of a zone. */
export function casesAt(zone: Zone, moment: number): ScheduleCase[] {
  // What the clock would have shown: where it goes forward, a time that is skipped.
  const wall = wallOf(zone, moment - minuteMs) + minuteMs;
  const today = names[new Date(wall).getUTCDay()];
  const office = { start: "09:00", end: "18:00", days: workingWeek };
  const night = { enabled: true, start: "22:00", end: "08:00" };
  const near = (start: number, end: number) => ({ start: timeAfter(wall, start), end: timeAfter(wall, end) });
  const usual = { timezone: zone.id, workingHours: office, quietHours: night, pausedUntil: "never" };
  const schedules: Record<string, Schedule> = {
    overnight: usual,
    "overnight, its edges at the change": {
      ...usual,
      workingHours: { ...near(20, 600), days: everyDay },
      quietHours: { enabled: true, ...near(-700, 30) },
    },
    "overnight, beginning in the change": { ...usual, quietHours: { enabled: true, ...near(15, -45) } },
    "all day": {
      ...usual,
      workingHours: { start: "00:00", end: "23:59", days: everyDay },
      quietHours: { ...night, enabled: false },
    },
    "quiet all day": { ...usual, quietHours: { enabled: true, start: "00:00", end: "23:59" } },
    "the weekday of the change": {
      ...usual,
      workingHours: { ...near(-30, 45), days: on((day) => day === today) },
      quietHours: { ...night, enabled: false },
    },
    "until a date": {
      ...usual,
      workingHours: { ...near(-90, 300), days: everyDay },
      quietHours: { enabled: true, ...near(240, 480) },
      pausedUntil: isoOf(moment + 25 * minuteMs),
    },
  };
  return Object.entries(schedules).map(([name, schedule]) => ({ name, schedule, from: moment - dayMs }));
}

/** Every minute by the product's own table of zones. */
export const wallsOfTable: WallsOf = (timeZone, from, count) => {
  const zone = zoneOf(timeZone);
  return Array.from({ length: count }, (_, index) => wallOf(zone, from + index * minuteMs));
};
