import { donutArcs, donutRadius, type Slice } from "@/components/dashboard/charts/donut-geometry";
import { Fragment, type ReactNode } from "react";
import { heatFills } from "@/components/dashboard/charts/heat-fills";
import { cn } from "@/components/ui/cn";
import type { Heat } from "@/lib/vocabulary/heat";

type HeatDonutProps = {
  slices: Slice<Heat>[];
  small?: boolean;
  /** The text in the middle. */
  total: string;
  /** Puts a slice into the way to what it counts. */
  around: (heat: Heat, slice: ReactNode) => ReactNode;
};

/** A ring with a slice for each heat, from cold to burning; the component around it has the legend. */
export function HeatDonut({ slices, small = false, total, around }: HeatDonutProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`${-donutRadius} ${-donutRadius} ${donutRadius * 2} ${donutRadius * 2}`}
      className={cn("shrink-0", small ? "size-24" : "size-32")}
    >
      <g className="rtl:-scale-x-100">
        {donutArcs(slices).map(({ key, path }) => (
          <Fragment key={key}>{around(key, <path d={path} className={heatFills[key].fill} />)}</Fragment>
        ))}
      </g>
      <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-[1.25rem] font-semibold">
        {total}
      </text>
    </svg>
  );
}
