/** An instant: a Date, its ISO text or milliseconds since 1970. */
export type Instant = Date | string | number;

/**
 * The clock of a place. `names` are all names it has or had; the first is that of today, `id`. `changes`: from `at` (Unix
 * ms, ascending; the first is -Infinity) its clock is `offset` minutes ahead of UTC. Exact from 2020 to 2040; before and
 * after, the offset is that of the beginning and of the end.
 */
export type Zone = {
  readonly id: string;
  readonly names: readonly string[];
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
};

/** A zone as text, as it is generated and as a page carries it: `<history>|<name>=<other name>=…`. */
export type ZoneBlock = string;

const minuteMs = 60_000;
const beginning = Date.UTC(2020, 0);

/** A history is the first offset, then for each change the minutes since the last one (base 36) and the new offset. */
export function readZone(block: ZoneBlock): Zone {
  const [history = "", written = ""] = block.split("|");
  const names = written.split("=");
  const [first, ...words] = history.split(" ");
  const changes = [{ at: -Infinity, offset: Number(first) }];
  let at = beginning;
  for (let index = 0; index + 1 < words.length; index += 2) {
    at += parseInt(words[index] ?? "", 36) * minuteMs;
    changes.push({ at, offset: Number(words[index + 1]) });
  }
  return { id: names[0] ?? "", names, changes };
}

export const utc: Zone = readZone("0|UTC=Etc/UTC");

export const millisecondsOf = (at: Instant): number => new Date(at).getTime();

/** An instant (Unix ms) as ISO text, without zeros that say nothing. */
export const isoOf = (at: number): string => new Date(at).toISOString().replace(/\.?0*Z$/, "Z");

/** Minutes ahead of UTC at an instant; the offset changes with the season. */
export const offsetOf = (zone: Zone, at: Instant): number => changeBefore(zone, millisecondsOf(at)).offset;

const changeBefore = ({ changes }: Zone, at: number) =>
  changes.findLast((change) => change.at <= at) ?? { at: -Infinity, offset: 0 };

/**
 * What the clock of a zone shows at an instant: the milliseconds at which UTC's clock shows the same. All arithmetic on
 * dates and times is done on it, and `Intl` writes it in UTC: no engine is asked for its zones.
 */
export const wallOf = (zone: Zone, at: Instant): number => millisecondsOf(at) + offsetOf(zone, at) * minuteMs;

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
