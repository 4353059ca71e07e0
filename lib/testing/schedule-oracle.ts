import type { Schedule, ScheduleState } from "@/lib/notifications/schedule/schedule";

/**
 * The same rules without Temporal and without arithmetic on zones: every minute of a stretch of time is asked for its
 * wall clock, and windows are found by looking. Slow, and plain enough to be believed.
 */
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A minute and what the clocks on the wall show in it, as if that were UTC: so two walls can be compared. */
type Minute = { at: number; wall: number };

/** What a clock shows at each of so many minutes: the milliseconds at which UTC's clock shows the same. */
export type WallsOf = (timeZone: string, from: number, minutes: number) => number[];

/**
 * The states of the minutes from `from` on, both in milliseconds since the epoch and on whole minutes. The clocks are
 * those of the engine unless `wallsOf` says others.
 */
export function statesByMinute(
  schedule: Schedule,
  from: number,
  minutes: number,
  wallsOf: WallsOf = wallsOfEngine,
): ScheduleState[] {
  // A window may have begun on the day before, and a zone may skip or repeat a whole date.
  const margin = 3 * dayMs;
  const begin = from - margin;
  const walls = wallsOf(schedule.timezone, begin, minutes + (2 * margin) / minuteMs);
  const seen = walls.map((wall, index) => ({ at: begin + index * minuteMs, wall }));
  const shown = new Map<number, number[]>();
  for (const { wall, at } of seen) shown.set(wall, [...(shown.get(wall) ?? []), at]);
  const { quietHours, workingHours } = schedule;
  const quiet = quietHours.enabled ? windowsOf(seen, shown, quietHours, () => true) : [];
  const working = windowsOf(seen, shown, workingHours, (date) => workingHours.days[weekdayOf(date)]);
  const pause = schedule.pausedUntil === "never" ? 0 : Date.parse(schedule.pausedUntil);
  const within = (windows: [number, number][], at: number) =>
    windows.some(([start, end]) => start <= at && at < end);
  return Array.from({ length: minutes }, (_, index) => {
    const at = from + index * minuteMs;
    if (at < pause || within(quiet, at)) return "quiet";
    return within(working, at) ? "open" : "off-hours";
  });
}

function windowsOf(
  seen: Minute[],
  shown: ReadonlyMap<number, number[]>,
  { start, end }: { start: string; end: string },
  isOn: (date: number) => boolean,
): [number, number][] {
  const first = seen[0]?.wall ?? 0;
  const last = seen.at(-1)?.wall ?? 0;
  const windows: [number, number][] = [];
  for (let date = first - (first % dayMs) + dayMs; date + 2 * dayMs < last; date += dayMs) {
    if (!isOn(date)) continue;
    const starts = readingsOf(seen, shown, date + minutesInto(start) * minuteMs);
    const overnight = minutesInto(end) <= minutesInto(start) ? dayMs : 0;
    const ends = readingsOf(seen, shown, date + overnight + minutesInto(end) * minuteMs);
    windows.push([Math.min(...starts), Math.max(...ends)]);
  }
  return windows;
}

/** The minutes in which the wall shows this; where it never does, what the clocks would have shown unchanged. */
function readingsOf(seen: Minute[], shown: ReadonlyMap<number, number[]>, wall: number): number[] {
  const readings = shown.get(wall);
  if (readings) return readings;
  const before = seen.findLast((minute, index) => minute.wall < wall && (seen[index + 1]?.wall ?? 0) > wall);
  return before ? [before.at + (wall - before.wall)] : [];
}

function wallsOfEngine(timeZone: string, from: number, count: number): number[] {
  const clock = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return Array.from({ length: count }, (_, index) => {
    const shown = clock.formatToParts(from + index * minuteMs);
    const part = Object.fromEntries(shown.map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute);
  });
}

function minutesInto(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Written out, because an oracle that read lib/vocabulary would not see its days in another order. */
const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const weekdayOf = (date: number) => names[new Date(date).getUTCDay()] ?? "sun";
