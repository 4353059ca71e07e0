import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import { millisecondsOf, wallOf } from "@/lib/time/zone";
import { zoneOf } from "@/lib/time/zone-table";
import { nextChange, stateAt, type Schedule, type ScheduleState } from "./schedule";

/** A part of a day in one state; `from` and `until` are shares of the day, 0 to 1. */
export type Stretch = { state: ScheduleState; from: number; until: number };

export type DayPlan = {
  stretches: Stretch[];
  /** The share of the day at which the clock shows each hour; hours that the clocks skip that day are missing. */
  hours: { hour: number; at: number }[];
  /** The share of the day at the given instant. */
  now: number;
};

/** The calendar day of an instant, in the schedule's zone, midnight to midnight: 24 hours, or 23, or 25. */
export function dayPlan(schedule: Schedule, instant: string): DayPlan {
  const zone = zoneOf(schedule.timezone);
  const midnight = civilDay(instant, zone) * dayMs;
  const from = instantAt(zone, midnight);
  const end = instantAt(zone, midnight + dayMs);
  const share = (at: number) => Math.min((at - from) / (end - from), 1);
  return {
    stretches: stretchesFrom(schedule, isoOf(from), end).map((stretch) => ({
      state: stretch.state,
      from: share(stretch.from),
      until: share(stretch.until),
    })),
    hours: [0, 6, 12, 18]
      .map((hour) => ({ hour, wall: midnight + hour * hourMs }))
      .map(({ hour, wall }) => ({ hour, wall, at: instantAt(zone, wall) }))
      .filter(({ wall, at }) => wallOf(zone, at) === wall)
      .map(({ hour, at }) => ({ hour, at: share(at) })),
    now: share(millisecondsOf(instant)),
  };
}

const hourMs = 3_600_000;

function stretchesFrom(schedule: Schedule, instant: string, end: number): Stretch[] {
  const from = Date.parse(instant);
  const change = nextChange(schedule, instant);
  const until = change === null ? end : Math.min(Date.parse(change), end);
  const stretch = { state: stateAt(schedule, instant), from, until };
  return change === null || until === end ? [stretch] : [stretch, ...stretchesFrom(schedule, change, end)];
}
