import type { Cell } from "@/lib/export/sheet";
import type { Panels } from "@/lib/leads/panels";
import { civilDay } from "@/lib/time/civil-days";
import type { Formats } from "@/lib/time/formats";
import { wallOf } from "@/lib/time/zone";

type Unit = Panels["period"]["unit"];

/** What a bucket of the period is called, in a table and beside a chart. */
export const bucketName = (unit: Unit, start: string, format: Formats): string =>
  unit === "hour" ? format.time(start) : unit === "month" ? format.monthOfYear(start) : format.day(start);

/** The beginning of a bucket in a file: its day, or of an hour its time of the day, too. */
export function bucketCell(unit: Unit, start: string, { zone }: Formats): Cell {
  const at = Date.parse(start);
  return unit === "hour" ? { moment: wallOf(zone, at) } : { day: civilDay(at, zone) };
}

/** How many buckets stand between two labels of a chart, so that no two touch on a phone. */
export function labelStep(count: number, unit: Unit): number {
  // A month stands with its year.
  const most = unit === "month" ? 4 : 6;
  return Math.max(1, Math.ceil(count / most));
}
