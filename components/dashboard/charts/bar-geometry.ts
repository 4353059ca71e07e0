/** Positions in percent of the plot, from its start and its top, so that one drawing fits every width. */
export type Bar = { x: number; width: number; y: number; height: number };

export type BarPair = { key: string; back: Bar; front: Bar };

export type BarChart = { pairs: BarPair[]; ticks: { value: number; y: number }[] };

type Pair = { key: string; back: number; front: number };

/** Two bars a key side by side on a common scale of whole numbers from zero, with at most `tickCount` + 1 grid lines. */
export function barChart(data: Pair[], tickCount = 4): BarChart {
  const highest = Math.max(1, ...data.flatMap(({ back, front }) => [back, front]));
  const step = roundStep(highest / tickCount);
  const top = Math.ceil(highest / step) * step;
  const y = (value: number) => 100 - (value / top) * 100;
  // Bands with a third of one between two, and a tenth before the first and after the last.
  const band = 100 / Math.max(1, data.length - between + 2 * around);
  const bandwidth = band * (1 - between);
  const gap = bandwidth * 0.1;
  const width = (bandwidth - gap) / 2;
  const bar = (start: number, value: number): Bar => ({
    x: start,
    width,
    y: y(value),
    height: 100 - y(value),
  });
  return {
    pairs: data.map(({ key, back, front }, index) => {
      const start = band * (around + index);
      return { key, back: bar(start, back), front: bar(start + width + gap, front) };
    }),
    ticks: Array.from({ length: top / step + 1 }, (_, index) => index * step).map((value) => ({
      value,
      y: y(value),
    })),
  };
}

const between = 0.32;
const around = 0.1;

/** The whole number of the form 1, 2 or 5 times a power of ten that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}
