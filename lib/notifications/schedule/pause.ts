import { Temporal } from "temporal-polyfill";

/** The instant of a zone's wall time (`2026-11-23T09:00`); null for malformed text. */
export function instantOfWall(wall: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return null;
  }
}

/** The instant of the wall time `time` on the zone's next calendar day. */
export const tomorrowAt = (time: string, timeZone: string, now: string): string =>
  Temporal.Instant.from(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();

/** The wall time of a zone at an instant, to the minute, as `<input type="datetime-local">` wants it. */
export const wallOfInstant = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
