import {
  monthOf,
  quarterOf,
  readDay,
  startOfDay,
  weekOf,
  writeDay,
  type CivilDay,
} from "@/lib/time/calendar";
import { civilDay, dayMs } from "@/lib/time/civil-days";
import type { WeekStart } from "@/lib/time/formats";
import { instantAt } from "@/lib/time/wall-time";
import { offsetOf, wallOf, type Zone } from "@/lib/time/zone";
import { longestPeriodDays, type PeriodChoice } from "@/lib/vocabulary/periods";

/** Whose days and weeks a dashboard counts by. */
export type Viewer = { readonly zone: Zone; readonly weekStart: WeekStart };

export type BucketUnit = "hour" | "day" | "week" | "month";

/**
 * A period on the viewer's clock, in instants (Unix ms). `bounds`: where each bucket begins, the first and the last perhaps
 * in the middle of their week or month, and the end. `previous`: where the same number of days before it begins, which end
 * at `bounds[0]`, and how far into them the period has got: the same days ago, at this time of day. `month`: the present month, which begins on the day `monthStarts`. `clock`: minutes ahead of UTC, from
 * each change within the period on.
 */
export type Period = {
  readonly days: number;
  readonly unit: BucketUnit;
  readonly bounds: readonly number[];
  readonly previous: readonly [starts: number, until: number];
  readonly month: readonly [starts: number, ends: number];
  readonly monthStarts: string;
  readonly clock: { readonly changes: readonly number[]; readonly minutes: readonly number[] };
};

const hourMs = 3_600_000;
const quarterMs = 900_000;

/** The first and the last day of a choice; null for own days that are none, or too many. Future days are in no other. */
export function daysOf(
  { preset, from, to }: PeriodChoice,
  today: CivilDay,
  weekStart: WeekStart = 0,
): readonly [CivilDay, CivilDay] | null {
  switch (preset) {
    case "today":
      return [today, today];
    case "last7Days":
      return [today - 6, today];
    case "last30Days":
      return [today - 29, today];
    case "thisMonth":
      return [monthOf(today), today];
    case "lastMonth":
      return [monthOf(today, -1), monthOf(today) - 1];
    case "thisQuarter":
      return [quarterOf(today), today];
    case "last12Weeks":
      return [weekOf(today, weekStart) - 77, today];
    case "last12Months":
      return [monthOf(today, -11), today];
    case "own": {
      const [first, last] = [readDay(from), readDay(to)];
      const isOne = first !== null && last !== null && first <= last && last - first < longestPeriodDays;
      return isOne ? [first, last] : null;
    }
  }
}

/** The period that a choice means now. Own days that are none, which only an older build has stored, are the last 30. */
export function periodOf(choice: PeriodChoice, now: number, { zone, weekStart }: Viewer): Period {
  const today = civilDay(now, zone);
  const [first, last] = daysOf(choice, today, weekStart) ?? [today - 29, today];
  const days = last - first + 1;
  const unit = unitOf(days);
  const starts = startOfDay(zone, first);
  const ends = startOfDay(zone, last + 1);
  const month = monthOf(today);
  const changes = zone.changes.map(({ at }) => at).filter((at) => at > starts && at < ends);
  return {
    days,
    unit,
    bounds: [...bucketStarts(unit, first, last, weekStart, zone), ends],
    previous: [startOfDay(zone, first - days), comparableUntil(now, starts, ends, days, zone)],
    month: [startOfDay(zone, month), startOfDay(zone, monthOf(today, 1))],
    monthStarts: writeDay(month),
    clock: { changes, minutes: [starts, ...changes].map((at) => offsetOf(zone, at)) },
  };
}

/** A period that goes on is compared with as much of the one before as has passed of it. */
function comparableUntil(now: number, starts: number, ends: number, days: number, zone: Zone): number {
  if (now < starts || now >= ends) return starts;
  const then = instantAt(zone, wallOf(zone, now) - days * dayMs);
  return Math.min(starts, Math.ceil(then / quarterMs) * quarterMs);
}

/** A chart has up to 48 buckets, or the months of ten years. */
const unitOf = (days: number): BucketUnit =>
  days <= 2 ? "hour" : days <= 31 ? "day" : days <= 184 ? "week" : "month";

function bucketStarts(
  unit: BucketUnit,
  first: CivilDay,
  last: CivilDay,
  weekStart: WeekStart,
  zone: Zone,
): number[] {
  if (unit === "hour") {
    const [starts, ends] = [startOfDay(zone, first), startOfDay(zone, last + 1)];
    return Array.from({ length: Math.ceil((ends - starts) / hourMs) }, (_, hour) => starts + hour * hourMs);
  }
  const starts = [first];
  const next = (day: CivilDay) =>
    unit === "day" ? day + 1 : unit === "week" ? weekOf(day, weekStart) + 7 : monthOf(day, 1);
  for (let day = next(first); day <= last; day = next(day)) starts.push(day);
  return starts.map((day) => startOfDay(zone, day));
}
