/** Radius of the donut's own coordinates, whose centre is 0,0. */
export const donutRadius = 50;
const innerRadius = 33;

export type Slice<Key extends string> = { key: Key; value: number };

/** Between two slices, in radians. A single one is a whole ring: a gap would cut it for no reason. */
const gap = 0.035;

/** One path for each slice that is not empty, clockwise from the top in the order given. */
export function donutArcs<Key extends string>(slices: Slice<Key>[]): { key: Key; path: string }[] {
  const filled = slices.filter(({ value }) => value > 0);
  const total = filled.reduce((sum, { value }) => sum + value, 0);
  const [only] = filled;
  if (only && filled.length === 1)
    return [{ key: only.key, path: `${ring(0, Math.PI)}${ring(Math.PI, 2 * Math.PI)}` }];
  const perOne = (2 * Math.PI - filled.length * gap) / total;
  let begins = gap / 2;
  return filled.map(({ key, value }) => {
    const from = begins;
    const to = from + value * perOne;
    begins = to + gap;
    return { key, path: ring(from, to) };
  });
}

/** A part of the ring between two angles, in radians clockwise from the top. */
function ring(from: number, to: number): string {
  const at = (radius: number, angle: number) =>
    `${round(radius * Math.sin(angle))},${round(-radius * Math.cos(angle))}`;
  const isLong = to - from > Math.PI ? 1 : 0;
  const arc = (radius: number, clockwise: 0 | 1, angle: number) =>
    `A${radius},${radius},0,${isLong},${clockwise},${at(radius, angle)}`;
  const outer = `M${at(donutRadius, from)}${arc(donutRadius, 1, to)}`;
  return `${outer}L${at(innerRadius, to)}${arc(innerRadius, 0, from)}Z`;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Whole percentages that add up to 100 (largest remainder), so that a legend never shows 99 or 101.
 * All zero when there is nothing to share.
 */
export function wholePercentages(values: number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return values.map(() => 0);
  const exact = values.map((value) => (value / total) * 100);
  const missing = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return exact.map((share, index) => Math.floor(share) + (byRemainder.includes(index) ? 1 : 0));
}
