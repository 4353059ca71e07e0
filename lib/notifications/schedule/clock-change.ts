import { isoOf, nextOffsetChange } from "@/lib/time/wall-time";
import { zoneOf } from "@/lib/time/zone-table";

/** `minutes`: how far the clocks go forward; negative if they go back. */
export type ClockChange = { at: string; minutes: number };

/** The next clock change of a zone after an instant; null if none is known. */
export function nextClockChange(timeZone: string, instant: string): ClockChange | null {
  const change = nextOffsetChange(zoneOf(timeZone), instant);
  return change && { at: isoOf(change.at), minutes: change.minutes };
}
