import { Temporal } from "temporal-polyfill";

/** `minutes`: how far the clocks go forward; negative if they go back. */
export type ClockChange = { at: string; minutes: number };

const minuteNs = 60_000_000_000;

/**
 * The next clock change of a zone after an instant; null if none is known. Changes of the zone's name alone do not
 * count.
 */
export function nextClockChange(timeZone: string, instant: string): ClockChange | null {
  let before = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  for (;;) {
    const after = before.getTimeZoneTransition("next");
    if (!after) return null;
    const minutes = (after.offsetNanoseconds - before.offsetNanoseconds) / minuteNs;
    if (minutes !== 0) return { at: after.toInstant().toString(), minutes };
    before = after;
  }
}
