import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";

/** The days in the order of a week that begins on `weekStart`; Sunday is 0. */
export const orderedWeek = (weekStart: number): Weekday[] => [
  ...weekdays.slice(weekStart),
  ...weekdays.slice(0, weekStart),
];

/** The selected days, with adjacent ones grouped. */
export function weekdayRuns(on: Record<Weekday, boolean>, weekStart: number): Weekday[][] {
  const runs: Weekday[][] = [[]];
  for (const day of orderedWeek(weekStart)) {
    if (on[day]) runs.at(-1)?.push(day);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
