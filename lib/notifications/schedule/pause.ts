import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import { wallOf } from "@/lib/time/zone";
import { zoneOf } from "@/lib/time/zone-table";

/** The instant of a zone's wall time (`2026-11-23T09:00`); null for malformed text. */
export function instantOfWall(wall: string, timeZone: string): string | null {
  const read = Date.parse(`${wall}Z`);
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) && !Number.isNaN(read);
  // Date reads the 30th of February as the 2nd of March: a wall time is one where it comes out as it went in.
  if (!isWhole || minuteOf(read) !== wall) return null;
  return isoOf(instantAt(zoneOf(timeZone), read));
}

/** The instant of the wall time `time` on the zone's next calendar day. */
export function tomorrowAt(time: string, timeZone: string, now: string): string {
  const zone = zoneOf(timeZone);
  const tomorrow = (civilDay(now, zone) + 1) * dayMs;
  return isoOf(instantAt(zone, tomorrow + Date.parse(`1970-01-01T${time}Z`)));
}

/** The wall time of a zone at an instant, to the minute, as `<input type="datetime-local">` wants it. */
export const wallOfInstant = (instant: string, timeZone: string): string =>
  minuteOf(wallOf(zoneOf(timeZone), instant));

const minuteOf = (wall: number): string => new Date(wall).toISOString().slice(0, 16);
