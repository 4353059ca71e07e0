import { scaleBand, scaleLinear } from "d3-scale";

/** Positions in percent of the plot, from its start and its top, so that one drawing fits every width. */
export type Bar = { x: number; width: number; y: number; height: number };

export type BarPair = { key: string; back: Bar; front: Bar };

export type BarChart = { pairs: BarPair[]; ticks: { value: number; y: number }[] };

type Pair = { key: string; back: number; front: number };

/** Two bars a key side by side on a common scale of whole numbers from zero, with at most `tickCount` + 1 grid lines. */
export function barChart(data: Pair[], tickCount = 4): BarChart {
  const highest = Math.max(1, ...data.flatMap(({ back, front }) => [back, front]));
  const y = scaleLinear([0, highest], [100, 0]).nice(tickCount);
  const x = scaleBand(
    data.map(({ key }) => key),
    [0, 100],
  )
    .paddingInner(0.32)
    .paddingOuter(0.1);
  const gap = x.bandwidth() * 0.1;
  const width = (x.bandwidth() - gap) / 2;
  const bar = (start: number, value: number): Bar => ({
    x: start,
    width,
    y: y(value),
    height: 100 - y(value),
  });
  return {
    pairs: data.map(({ key, back, front }) => {
      const start = x(key) ?? 0;
      return { key, back: bar(start, back), front: bar(start + width + gap, front) };
    }),
    ticks: y
      .ticks(tickCount)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
  };
}
