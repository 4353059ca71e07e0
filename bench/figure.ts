/**
 * A figure is the ratio of the product to a named baseline, measured in turn in one run, so that a busy machine slows
 * both alike. `bar` is the limit of the ratio.
 */
export type Figure = {
  name: string;
  baseline: string;
  bar: { atLeast: number } | { atMost: number };
  measure: () => Promise<Measurement>;
};

export type Measurement = { ratio: number; detail: string };

export const meets = ({ bar }: Figure, ratio: number) =>
  "atLeast" in bar ? ratio >= bar.atLeast : ratio <= bar.atMost;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The value below which `percent` of the values lie (nearest rank); NaN without values. */
export function percentile(percent: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN;
}

/**
 * Measures both sides `rounds` times in the order A B B A, after one round that does not count, and answers the median
 * of each side. A drift during the run (caches, heat) affects both sides.
 */
export async function inTurn(rounds: number, ours: () => Promise<number>, baseline: () => Promise<number>) {
  await ours();
  await baseline();
  const values: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (["ours", "baseline"] as const) : (["baseline", "ours"] as const);
    for (const side of order) values[side].push(await (side === "ours" ? ours() : baseline()));
  }
  return { ours: median(values.ours), baseline: median(values.baseline) };
}

/** Milliseconds that `deed` takes. */
export async function timed(deed: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await deed();
  return performance.now() - start;
}
