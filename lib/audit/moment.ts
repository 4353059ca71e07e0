import { instantAt } from "@/lib/time/wall-time";
import { wallOf, type Zone } from "@/lib/time/zone";

/** The wall time of a zone at an instant (Unix ms) as a date-and-time input wants it: `2026-11-05T14:05`. */
export const wallTimeOf = (at: number, zone: Zone): string =>
  new Date(wallOf(zone, at)).toISOString().slice(0, 16);

/**
 * The instant (ISO) of a zone's wall time; null for malformed text. For a wall time that occurs twice, the later
 * instant, so that what was changed in between is not passed over; for a skipped one, the time after the gap.
 */
export function instantOf(wallTime: string, zone: Zone): string | null {
  const wall = Date.parse(`${wallTime}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) || Number.isNaN(wall)) return null;
  return new Date(instantAt(zone, wall, "later")).toISOString();
}
