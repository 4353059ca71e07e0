import { Temporal } from "temporal-polyfill";

/** The instant at which the clock of a zone shows a wall time (`2026-11-23T09:00`); null: it is no such time. */
export function instantOfWall(wall: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return null;
  }
}

/** `time` of the day after the one it is now in the zone. */
export const tomorrowAt = (time: string, timeZone: string, now: string): string =>
  Temporal.Instant.from(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();

/** What the clock of the zone shows, to the minute, as `<input type="datetime-local">` wants it. */
export const wallOfInstant = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
