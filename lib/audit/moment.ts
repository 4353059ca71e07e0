import { offsetOf } from "@/lib/time/time-zones";

const minuteMs = 60_000;

/** The wall time of a zone at an instant (Unix ms) as a date-and-time input wants it: `2026-11-05T14:05`. */
export const wallTimeOf = (at: number, timeZone: string): string =>
  new Date(at + offsetOf(timeZone, at) * minuteMs).toISOString().slice(0, 16);

/**
 * The instant (ISO) of a zone's wall time; null for malformed text. For a wall time that occurs twice, the later
 * instant; for a skipped one, an instant an hour off. Good enough for choosing by eye.
 */
export function instantOf(wallTime: string, timeZone: string): string | null {
  const asIfUtc = Date.parse(`${wallTime}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) || Number.isNaN(asIfUtc)) return null;
  const near = asIfUtc - offsetOf(timeZone, asIfUtc) * minuteMs;
  return new Date(asIfUtc - offsetOf(timeZone, near) * minuteMs).toISOString();
}
