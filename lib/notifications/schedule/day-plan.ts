import { Temporal } from "temporal-polyfill";
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
  const here = Temporal.Instant.from(instant).toZonedDateTimeISO(schedule.timezone);
  const start = here.startOfDay();
  const end = start.add({ days: 1 }).startOfDay();
  const [from, length] = [start.epochMilliseconds, end.epochMilliseconds - start.epochMilliseconds];
  const share = (at: number) => Math.min((at - from) / length, 1);
  const shown = [0, 6, 12, 18].map((hour) => ({ hour, time: start.withPlainTime({ hour }) }));
  return {
    stretches: stretchesFrom(schedule, start.toInstant().toString(), end.epochMilliseconds).map(
      (stretch) => ({
        state: stretch.state,
        from: share(stretch.from),
        until: share(stretch.until),
      }),
    ),
    hours: shown
      .filter(({ hour, time }) => time.hour === hour)
      .map(({ hour, time }) => ({ hour, at: share(time.epochMilliseconds) })),
    now: share(here.epochMilliseconds),
  };
}

function stretchesFrom(schedule: Schedule, instant: string, end: number): Stretch[] {
  const from = Date.parse(instant);
  const change = nextChange(schedule, instant);
  const until = change === null ? end : Math.min(Date.parse(change), end);
  const stretch = { state: stateAt(schedule, instant), from, until };
  return change === null || until === end ? [stretch] : [stretch, ...stretchesFrom(schedule, change, end)];
}
