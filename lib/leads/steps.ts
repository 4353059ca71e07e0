import type { Panels } from "./panels";

/** A stretch of a period, in shares of it (0 to 1), and what a day of it came to, or what share of a whole. */
export type Step = { from: number; to: number; value: number };

type Buckets = Pick<Panels["period"], "unit" | "starts" | "ends">;

const dayMs = 86_400_000;

/**
 * A series in so few stretches that its shape is told rather than its noise: hours by three, days by weeks that end with the
 * period, weeks and months as they are. Values are those of a day, so that a shorter stretch is no dip; `now` (Unix ms): a
 * stretch that goes on has had that long. Of two series, `of` being the whole, values are shares.
 */
export function stepsOf(
  series: readonly number[],
  buckets: Buckets,
  now: number,
  of?: readonly number[],
): Step[] {
  const bounds = [...buckets.starts, buckets.ends].map((at) => Date.parse(at));
  const [starts = 0, ends = 0] = [bounds[0], bounds.at(-1)];
  const share = (at: number) => (at - starts) / (ends - starts);
  const sum = (values: readonly number[], from: number, to: number) =>
    values.slice(from, to).reduce((total, value) => total + value, 0);
  return stretches(series.length, sizeOf(buckets.unit, series.length)).map(([first, last]) => {
    const [from = 0, to = 0] = [bounds[first], bounds[last]];
    const days = ((now > from ? Math.min(to, now) : to) - from) / dayMs;
    const whole = of ? sum(of, first, last) : Math.max(days, 1 / 24);
    return { from: share(from), to: share(to), value: whole === 0 ? 0 : sum(series, first, last) / whole };
  });
}

const sizeOf = (unit: Buckets["unit"], count: number): number =>
  unit === "hour" ? 3 : unit === "day" && count > 14 ? 7 : 1;

/** From the end on, each of `size`; what is left over at the beginning belongs to the first. */
function stretches(count: number, size: number): [first: number, last: number][] {
  const whole = Math.max(1, Math.floor(count / size));
  return Array.from({ length: whole }, (_, index) => {
    const last = count - (whole - 1 - index) * size;
    return [index === 0 ? 0 : last - size, last];
  });
}
