import { offsetOf } from "@/lib/time/time-zones";

const minuteMs = 60_000;

/** `2026-11-05T14:05`, what the clocks of a zone show at an instant: the value of a date-and-time input. */
export const wallTimeOf = (at: number, timeZone: string): string =>
  new Date(at + offsetOf(timeZone, at) * minuteMs).toISOString().slice(0, 16);

/**
 * The instant (ISO) at which the clocks of a zone show a wall time; null for what is none. Of a wall time that comes
 * twice it is the later one, and of one that is skipped it is an hour off: good enough for choosing by eye.
 */
export function instantOf(wallTime: string, timeZone: string): string | null {
  const asIfUtc = Date.parse(`${wallTime}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) || Number.isNaN(asIfUtc)) return null;
  const near = asIfUtc - offsetOf(timeZone, asIfUtc) * minuteMs;
  return new Date(asIfUtc - offsetOf(timeZone, near) * minuteMs).toISOString();
}
