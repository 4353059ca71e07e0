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
  /** Its city in the languages that write it in other letters; none of UTC. */
  readonly cities: Readonly<{ he?: string; ar?: string }>;
  readonly changes: readonly { readonly at: number; readonly offset: number }[];
};

/** A zone as text, as a page carries it: `<history>|<name>=<other name>=…|<city in Hebrew>|<city in Arabic>`. */
export type ZoneBlock = string;

const minuteMs = 60_000;
const beginning = Date.UTC(2020, 0);

/** A history is the first offset, then for each change the minutes since the last one (base 36) and the new offset. */
export function readZone(block: ZoneBlock): Zone {
  const [history = "", written = "", he = "", ar = ""] = block.split("|");
  const names = written.split("=");
  const [first, ...words] = history.split(" ");
  const changes = [{ at: -Infinity, offset: Number(first) }];
  let at = beginning;
  for (let index = 0; index + 1 < words.length; index += 2) {
    at += parseInt(words[index] ?? "", 36) * minuteMs;
    changes.push({ at, offset: Number(words[index + 1]) });
  }
  return { id: names[0] ?? "", names, cities: { ...(he && { he }), ...(ar && { ar }) }, changes };
}

export const utc: Zone = readZone("0|UTC=Etc/UTC");

export const millisecondsOf = (at: Instant): number => new Date(at).getTime();

/** Minutes ahead of UTC at an instant; the offset changes with the season. */
export const offsetOf = (zone: Zone, at: Instant): number => changeBefore(zone, millisecondsOf(at)).offset;

const changeBefore = ({ changes }: Zone, at: number) =>
  changes.findLast((change) => change.at <= at) ?? { at: -Infinity, offset: 0 };

/**
 * What the clock of a zone shows at an instant: the milliseconds at which UTC's clock shows the same. All arithmetic on
 * dates and times is done on it, and `Intl` writes it in UTC: no engine is asked for its zones.
 */
export const wallOf = (zone: Zone, at: Instant): number => millisecondsOf(at) + offsetOf(zone, at) * minuteMs;
