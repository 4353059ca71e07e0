import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";

/** The sparkline's own coordinates; the drawing is stretched to its box, so only the proportions count. */
export const sparklineBox = { width: 120, height: 32 } as const;

const inset = 2;

/**
 * A smooth path through `series`, oldest at x = 0. A flat series runs through the middle: at the bottom it would
 * read as zero. Fewer than two points make no line, and the path is empty.
 */
export function sparklinePath(series: number[]): string {
  if (series.length < 2) return "";
  const low = Math.min(...series);
  const high = Math.max(...series);
  const x = scaleLinear([0, series.length - 1], [inset, sparklineBox.width - inset]);
  const y =
    low === high
      ? () => sparklineBox.height / 2
      : scaleLinear([low, high], [sparklineBox.height - inset, inset]);
  const path = line<number>()
    .x((_, index) => x(index))
    .y((value) => y(value))
    .curve(curveMonotoneX);
  return path(series) ?? "";
}
