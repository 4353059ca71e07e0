import type { Step } from "@/lib/leads/steps";

/** The sparkline's own coordinates; the drawing is stretched to its box, so only the proportions count. */
export const sparklineBox = { width: 120, height: 32 } as const;

const inset = 2;

/**
 * Steps from zero at the bottom to the highest at the top, oldest at x = 0: the line, the area under it, and how far from
 * the top the line ends, in shares of the height. Null where there is nothing to draw.
 */
export function sparkline(steps: readonly Step[]): { line: string; area: string; end: number } | null {
  const last = steps.at(-1);
  if (!last || steps.length < 2) return null;
  const { width, height } = sparklineBox;
  const high = Math.max(...steps.map(({ value }) => value));
  const y = (value: number) =>
    round(height - inset - (high === 0 ? 0 : (value / high) * (height - 2 * inset)));
  const line = steps
    .map(
      ({ from, to, value }, index) =>
        `${index === 0 ? `M${round(from * width)},` : "V"}${y(value)}H${round(to * width)}`,
    )
    .join("");
  return { line, area: `${line}V${height}H0Z`, end: y(last.value) / height };
}

const round = (value: number) => Math.round(value * 100) / 100;
