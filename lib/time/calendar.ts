import { dayMs } from "./civil-days";
import type { WeekStart } from "./formats";
import { instantAt } from "./wall-time";
import type { Zone } from "./zone";

/** A day of the calendar as the number of days since 1970-01-01: the same day in every zone. */
export type CivilDay = number;

/** Null for text that is no day of the calendar, as the 30th of February. */
export function readDay(text: string): CivilDay | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || writeDay(at / dayMs) !== text ? null : at / dayMs;
}

/** `2026-11-30`. */
export const writeDay = (day: CivilDay): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The instant (Unix ms) at which a day begins in a zone: its midnight, or where the clocks skip that, the end of the gap. */
export const startOfDay = (zone: Zone, day: CivilDay): number => instantAt(zone, day * dayMs);

/** The first day of the week in which a day lies. 1970-01-01 was a Thursday. */
export const weekOf = (day: CivilDay, weekStart: WeekStart): CivilDay =>
  day - ((((day + 4 - weekStart) % 7) + 7) % 7);

/** The first day of the month that lies `months` after that of a day. */
export function monthOf(day: CivilDay, months = 0): CivilDay {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
}

/** The first day of the quarter of the year in which a day lies. */
export const quarterOf = (day: CivilDay): CivilDay =>
  monthOf(day, -(new Date(day * dayMs).getUTCMonth() % 3));
