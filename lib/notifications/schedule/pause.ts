import { civilDay, dayMs } from "@/lib/time/civil-days";
import { instantOfText, textOfInstant } from "@/lib/time/wall-text";
import { instantAt, isoOf } from "@/lib/time/wall-time";
import { zoneOf } from "@/lib/time/zone-table";

/** The instant of a zone's wall time (`2026-11-23T09:00`); null for malformed text. */
export const instantOfWall = (wall: string, timeZone: string): string | null =>
  instantOfText(zoneOf(timeZone), wall);

/** The instant of the wall time `time` on the zone's next calendar day. */
export function tomorrowAt(time: string, timeZone: string, now: string): string {
  const zone = zoneOf(timeZone);
  const tomorrow = (civilDay(now, zone) + 1) * dayMs;
  return isoOf(instantAt(zone, tomorrow + Date.parse(`1970-01-01T${time}Z`)));
}

/** The wall time of a zone at an instant, to the minute, as `<input type="datetime-local">` wants it. */
export const wallOfInstant = (instant: string, timeZone: string): string =>
  textOfInstant(zoneOf(timeZone), instant);
