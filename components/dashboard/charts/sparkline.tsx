import { sparklineBox, sparklinePath } from "@/components/dashboard/charts/sparkline-geometry";

/** A line of a figure over time, in the reading direction. A decoration: the figure and its change stand beside it. */
export function Sparkline({ series }: { series: number[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${sparklineBox.width} ${sparklineBox.height}`}
      preserveAspectRatio="none"
      className="h-9 w-full min-w-0 overflow-visible text-chart rtl:-scale-x-100"
    >
      <path
        d={sparklinePath(series)}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
