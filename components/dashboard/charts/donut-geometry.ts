import { arc, pie } from "d3-shape";

/** Radius of the donut's own coordinates, whose centre is 0,0. */
export const donutRadius = 50;

export type Slice<Key extends string> = { key: Key; value: number };

const drawArc = arc<{ startAngle: number; endAngle: number; padAngle: number }>()
  .innerRadius(33)
  .outerRadius(donutRadius)
  .cornerRadius(1.5);

/** One path for each slice that is not empty, clockwise from the top in the order given. */
export function donutArcs<Key extends string>(slices: Slice<Key>[]): { key: Key; path: string }[] {
  const filled = slices.filter(({ value }) => value > 0);
  const layout = pie<Slice<Key>>()
    .sort(null)
    .value(({ value }) => value)
    // A single slice is a whole ring: a gap would cut it for no reason.
    .padAngle(filled.length > 1 ? 0.035 : 0);
  return layout(filled).map((slice) => ({ key: slice.data.key, path: drawArc(slice) ?? "" }));
}

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
