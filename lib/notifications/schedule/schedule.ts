import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import type { Zone } from "@/lib/time/zone";
import { zoneOf } from "@/lib/time/zone-table";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";

/**
 * Open: messages go out. Off-hours: outside working hours, only urgent messages go out. Quiet: quiet hours or a pause,
 * messages appear in the bell alone.
 */
export type ScheduleState = "open" | "off-hours" | "quiet";

/**
 * The parts of the effective `notification_schedule` that concern time. Times are wall times of `timezone`, "HH:MM".
 */
export type Schedule = {
  readonly workingHours: { readonly start: string; readonly end: string; readonly days: Days };
  /** The name of an IANA zone, old or new; our own table says what its clock shows (docs/decisions/032). */
  readonly timezone: string;
  readonly quietHours: { readonly enabled: boolean; readonly start: string; readonly end: string };
  /** "never", or the instant (ISO 8601) until which the schedule is quiet. */
  readonly pausedUntil: string;
};

type Days = { readonly [Day in Weekday]: boolean };

/** Unix milliseconds; `until` is not included. */
type Interval = { readonly from: number; readonly until: number };
type Plan = { readonly quiet: readonly Interval[]; readonly working: readonly Interval[] };

/**
 * Horizons within which a change is looked for, one after the other. Most changes are near; a weekly window in a
 * skipped hour is missing for a week, so a month covers every schedule that changes at all.
 */
const horizonsInDays = [2, 9, 32];

/** The state of a schedule at an instant (ISO 8601 with Z). Quiet beats working hours. */
export function stateAt(schedule: Schedule, instant: string): ScheduleState {
  const at = millisecondsOf(instant);
  return at < pauseEnd(schedule) ? "quiet" : stateIn(planAround(schedule, at, 0), at);
}

/** The first instant after `instant` at which the state changes; null if it never does. */
export function nextChange(schedule: Schedule, instant: string): string | null {
  const at = millisecondsOf(instant);
  const end = pauseEnd(schedule);
  if (at < end && stateIn(planAround(schedule, end, 0), end) !== "quiet") return isoOf(end);
  const change = nextOfPlan(schedule, Math.max(at, end));
  return change === null ? null : isoOf(change);
}

/** The next change (Unix ms) of the schedule without its pause, after an instant outside the pause. */
function nextOfPlan(schedule: Schedule, at: number): number | null {
  const now = stateIn(planAround(schedule, at, 0), at);
  for (const days of horizonsInDays) {
    const plan = planAround(schedule, at, days);
    // Edges after `seenUntil` do not count: a window of a later day, which `plan` lacks, may begin before them.
    const seenUntil = startOfDay(schedule, at, days + 1);
    const change = [...plan.quiet, ...plan.working]
      .flatMap(({ from, until }) => [from, until])
      .filter((edge) => edge > at && edge <= seenUntil)
      .sort((first, second) => first - second)
      .find((edge) => stateIn(plan, edge) !== now);
    if (change !== undefined) return change;
  }
  return null;
}

function stateIn({ quiet, working }: Plan, at: number): ScheduleState {
  const within = ({ from, until }: Interval) => from <= at && at < until;
  if (quiet.some(within)) return "quiet";
  return working.some(within) ? "open" : "off-hours";
}

/**
 * The windows that can hold at `at` and in the `days` days after it. It starts two days earlier, because a window may
 * reach over midnight and a zone may skip a date, and ends a day later, because clocks set back at midnight repeat the
 * evening before.
 */
function planAround({ workingHours, timezone, quietHours }: Schedule, at: number, days: number): Plan {
  const zone = zoneOf(timezone);
  const today = civilDay(at, zone);
  const dates = Array.from({ length: days + 4 }, (_, index) => today + index - 2);
  const intervals = (hours: { start: string; end: string }, on: readonly number[]) =>
    on.map((date) => intervalOn(date, hours, zone));
  return {
    quiet: quietHours.enabled ? intervals(quietHours, dates) : [],
    working: intervals(
      workingHours,
      dates.filter((date) => worksOn(workingHours.days, date)),
    ),
  };
}

function worksOn(days: Days, date: number): boolean {
  // Day 0, the first of January 1970, was a Thursday.
  const weekday = weekdays[(date + 4) % 7];
  return weekday !== undefined && days[weekday];
}

/**
 * The window that starts on `date`; an end that is not after the start is on the next day. A time that the clocks skip
 * is the later instant. A time that they repeat is the earlier instant for a start and the later one for an end: quiet
 * never ends early. A window whose end precedes its start is empty.
 */
function intervalOn(date: number, { start, end }: { start: string; end: string }, zone: Zone): Interval {
  const endDate = end > start ? date : date + 1;
  return {
    from: instantAt(zone, wall(date, start)),
    until: instantAt(zone, wall(endDate, end), "later"),
  };
}

/** The wall time "HH:MM" of a civil day, as `lib/time/zone` counts it. */
const wall = (date: number, time: string): number => date * dayMs + Date.parse(`1970-01-01T${time}Z`);

function startOfDay({ timezone }: Schedule, at: number, daysLater: number): number {
  const zone = zoneOf(timezone);
  return instantAt(zone, (civilDay(at, zone) + daysLater) * dayMs);
}

/** The end of the pause in Unix ms; -Infinity if `pausedUntil` is no instant ("never"). */
function pauseEnd({ pausedUntil }: Schedule): number {
  const end = Date.parse(pausedUntil);
  return Number.isNaN(end) ? -Infinity : end;
}

const millisecondsOf = (instant: string): number => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return at;
};
