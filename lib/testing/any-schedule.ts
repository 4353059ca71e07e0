import fc from "fast-check";
import type { Schedule } from "@/lib/notifications/schedule/schedule";
import { listedZones } from "@/lib/time/zone-table";

/** Instants, zones and schedules of any kind. */

export const minuteMs = 60_000;
export const monthMs = 30 * 24 * 60 * minuteMs;
/** Any second of 2024 to 2030. */
export const anyInstant = fc
  .integer({ min: Date.UTC(2024, 0) / 1_000, max: Date.UTC(2030, 11, 31) / 1_000 })
  .map((seconds) => new Date(seconds * 1_000).toISOString());

/** An instant within a month before or after another. */
export const instantNear = (instant: string) =>
  fc
    .integer({ min: -monthMs / 1_000, max: monthMs / 1_000 })
    .map((seconds) => new Date(Date.parse(instant) + seconds * 1_000).toISOString());

export const clockTime = fc
  .nat(1439)
  .map((minutes) =>
    [Math.trunc(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, "0")).join(":"),
  );
export const anyZone = fc.constantFrom(...listedZones().map(({ id }) => id));
const hours = fc.record({ start: clockTime, end: clockTime }).filter(({ start, end }) => start !== end);
const day = fc.boolean();
const days = fc
  .record({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day })
  .filter((each) => Object.values(each).includes(true));

/** A schedule that may be saved. Its pause ends within a month of the instant. */
export const anySchedule = (near: string): fc.Arbitrary<Schedule> =>
  fc
    .record({
      timezone: anyZone,
      work: hours,
      days,
      quiet: hours,
      enabled: fc.boolean(),
      pausedUntil: fc.oneof({ weight: 3, arbitrary: fc.constant("never") }, instantNear(near)),
    })
    .map(({ timezone, work, days: on, quiet, enabled, pausedUntil }) => ({
      timezone,
      workingHours: { ...work, days: on },
      quietHours: { ...quiet, enabled },
      pausedUntil,
    }));
