import { instantAt, isoOf } from "./wall-time";
import { wallOf, type Instant, type Zone } from "./zone";

const minuteOf = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

/** The instant (ISO) of a zone's wall time as `<input type="datetime-local">` writes it; null for malformed text. */
export function instantOfText(zone: Zone, text: string): string | null {
  const read = Date.parse(`${text}Z`);
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(read);
  // Date reads the 30th of February as the 2nd of March: a wall time is one where it comes out as it went in.
  if (!isWhole || minuteOf(read) !== text) return null;
  return isoOf(instantAt(zone, read));
}

/** The wall time of a zone at an instant, to the minute, as `<input type="datetime-local">` wants it. */
export const textOfInstant = (zone: Zone, at: Instant): string => minuteOf(wallOf(zone, at));
