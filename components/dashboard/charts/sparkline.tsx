import { sparkline, sparklineBox } from "@/components/dashboard/charts/sparkline-geometry";
import type { Step } from "@/lib/leads/steps";

/**
 * A figure over time in steps, in the reading direction, with a dot where it is now. A decoration: the figure and its
 * change stand beside it.
 */
export function Sparkline({ steps }: { steps: readonly Step[] }) {
  const drawn = sparkline(steps);
  if (!drawn) return null;
  return (
    <span aria-hidden="true" className="relative block text-chart">
      <svg
        viewBox={`0 0 ${sparklineBox.width} ${sparklineBox.height}`}
        preserveAspectRatio="none"
        className="h-9 w-full min-w-0 overflow-visible rtl:-scale-x-100"
      >
        <path d={drawn.area} className="fill-current opacity-10" />
        <path
          d={drawn.line}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span
        className="absolute end-0 size-1.5 translate-x-1/2 -translate-y-1/2 rounded-full bg-chart forced-color-adjust-none rtl:-translate-x-1/2"
        style={{ top: `${drawn.end * 100}%` }}
      />
    </span>
  );
}
