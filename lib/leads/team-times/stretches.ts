import type { TeamTimes } from "./team-times";

/** A stretch of a day. Unix milliseconds. */
export type Stretch = Readonly<{ from: number; to: number; isBusy: boolean }>;

/** The day from `from` to `to` in stretches without a gap, by what is busy, in whatever order. */
export function stretchesOf(
  busy: TeamTimes[number]["busy"],
  { from, to }: Readonly<{ from: number; to: number }>,
): Stretch[] {
  const taken = busy
    .map(({ starts_at, ends_at }) => ({
      from: Date.parse(starts_at),
      to: Math.min(Date.parse(ends_at), to),
    }))
    .filter((each) => each.from < each.to)
    .sort((one, other) => one.from - other.from);
  const stretches: Stretch[] = [];
  let at = from;
  for (const each of taken) {
    if (each.to <= at) continue;
    if (each.from > at) stretches.push({ from: at, to: each.from, isBusy: false });
    stretches.push({ from: Math.max(each.from, at), to: each.to, isBusy: true });
    at = each.to;
  }
  return at < to ? [...stretches, { from: at, to, isBusy: false }] : stretches;
}
