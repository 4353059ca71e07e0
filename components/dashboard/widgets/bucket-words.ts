import type { Panels } from "@/lib/leads/panels";
import type { Formats } from "@/lib/time/formats";

type Unit = Panels["period"]["unit"];

/** What a bucket of the period is called, in a table and beside a chart. */
export const bucketName = (unit: Unit, start: string, format: Formats): string =>
  unit === "hour" ? format.time(start) : unit === "month" ? format.monthOfYear(start) : format.day(start);

/** How many buckets stand between two labels of a chart, so that no two touch on a phone. */
export function labelStep(count: number): number {
  const most = 6;
  return Math.max(1, Math.ceil(count / most));
}
