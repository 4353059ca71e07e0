import { donutArcs, donutRadius, type Slice } from "@/components/dashboard/charts/donut-geometry";
import { cn } from "@/components/ui/cn";
import type { Heat } from "@/lib/vocabulary/heat";

const fills: Record<Heat, string> = {
  cold: "fill-heat-cold-fill",
  warm: "fill-heat-warm-fill",
  hot: "fill-heat-hot-fill",
  burning: "fill-heat-burning-fill",
};

type HeatDonutProps = {
  slices: Slice<Heat>[];
  small?: boolean;
  /** The text in the middle. */ total: string;
};

/** A ring with a slice for each heat, from cold to burning; the component around it has the legend. */
export function HeatDonut({ slices, small = false, total }: HeatDonutProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`${-donutRadius} ${-donutRadius} ${donutRadius * 2} ${donutRadius * 2}`}
      className={cn("shrink-0", small ? "size-24" : "size-32")}
    >
      <g className="rtl:-scale-x-100">
        {donutArcs(slices).map(({ key, path }) => (
          <path key={key} d={path} className={fills[key]} />
        ))}
      </g>
      <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-[1.25rem] font-semibold">
        {total}
      </text>
    </svg>
  );
}
