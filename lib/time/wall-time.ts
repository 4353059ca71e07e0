import { millisecondsOf, offsetOf, wallOf, type Instant, type Zone } from "./zone";

const minuteMs = 60_000;

/** An instant (Unix ms) as ISO text, without zeros that say nothing. */
export const isoOf = (at: number): string => new Date(at).toISOString().replace(/\.?0*Z$/, "Z");

/**
 * The instant (Unix ms) at which the clock shows `wall`. A time that the clocks skip is read by the offset before the
 * change, so it is the later reading (RFC 5545). A time that they repeat is the earlier instant, or the `later` one.
 */
export function instantAt(zone: Zone, wall: number, repeated: "earlier" | "later" = "earlier"): number {
  const readings = nearOffsets(zone, wall)
    .map((offset) => wall - offset * minuteMs)
    .filter((at) => wallOf(zone, at) === wall)
    .sort((first, second) => first - second);
  const reading = repeated === "earlier" ? readings.at(0) : readings.at(-1);
  return reading ?? wall - offsetOf(zone, wall - 1_440 * minuteMs) * minuteMs;
}

/** The offsets within a day of a wall time: no zone is further than a day from UTC, and none changes twice in two days. */
const nearOffsets = (zone: Zone, wall: number): number[] => [
  ...new Set([-1_440, 0, 1_440].map((minutes) => offsetOf(zone, wall + minutes * minuteMs))),
];

/** The next change of the clocks after an instant; null if none is known. `minutes`: how far they go forward. */
export function nextOffsetChange(zone: Zone, at: Instant): { at: number; minutes: number } | null {
  const from = millisecondsOf(at);
  const next = zone.changes.find((change) => change.at > from);
  return next ? { at: next.at, minutes: next.offset - offsetOf(zone, from) } : null;
}
