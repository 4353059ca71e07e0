import { Temporal } from "temporal-polyfill";

/** `minutes`: how far the clocks go forward; negative: back. */
export type ClockChange = { at: string; minutes: number };

const minuteNs = 60_000_000_000;

/** When the clocks of a zone change next; null where they are not known to. Changes of the name alone do not count. */
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
