import { barChart } from "@/components/dashboard/charts/bar-geometry";
import { Fragment, type CSSProperties, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type BarsProps = {
  data: { key: string; back: number; front: number; label?: string | undefined }[];
  /** Grid lines with their values, and the labels under the bars. */
  axes: boolean;
  formatTick: (value: number) => string;
  /** What lies over a bar, from the bottom to the top of the chart: the way to what it counts. */
  over: (index: number, bar: "back" | "front", place: CSSProperties) => ReactNode;
};

/**
 * Two series of bars side by side: all in the quiet colour, those that succeeded in the accent colour. Lengths are
 * percentages, so the chart fits any width and height without a layout effect; labels are text beside the chart, in the reading
 * direction.
 */
export function Bars({ data, axes, formatTick, over }: BarsProps) {
  const { pairs, ticks } = barChart(data);
  return (
    <div aria-hidden="true" data-grows="" className={cn("flex grow gap-3", axes ? "min-h-56" : "min-h-28")}>
      {axes && (
        <div className="relative mt-1.5 mb-7 w-6 shrink-0 text-xs text-ink-faint">
          {ticks.map(({ value, y }) => (
            <span key={value} className="absolute end-0 -translate-y-1/2" style={{ top: `${y}%` }}>
              {formatTick(value)}
            </span>
          ))}
        </div>
      )}
      <div className="flex min-w-0 grow flex-col">
        <div className={cn("relative min-h-0 grow", axes && "mt-1.5")}>
          <svg className="absolute inset-0 size-full overflow-visible rtl:-scale-x-100">
            {axes &&
              ticks.map(({ value, y }) => (
                <line key={value} x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} className="stroke-chart-grid" />
              ))}
            {pairs.map(({ key, back, front }) => (
              <g key={key}>
                <rect {...asPercent(back)} rx={3} className="fill-chart-muted" />
                <rect {...asPercent(front)} rx={3} className="fill-chart" />
              </g>
            ))}
            {!axes && <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-chart-grid" />}
          </svg>
          {pairs.map(({ key, back, front }, index) => (
            <Fragment key={key}>
              {over(index, "back", columnOf(back))}
              {over(index, "front", columnOf(front))}
            </Fragment>
          ))}
        </div>
        {axes && (
          <div className="relative h-7 shrink-0 pt-2 text-xs whitespace-nowrap text-ink-faint">
            {pairs.map(({ key, back }, index) => {
              const label = data[index]?.label;
              return (
                label && (
                  <span key={key} className="absolute" style={{ insetInlineStart: `${back.x}%` }}>
                    {label}
                  </span>
                )
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

const columnOf = ({ x, width }: { x: number; width: number }): CSSProperties => ({
  position: "absolute",
  insetBlock: 0,
  insetInlineStart: `${x}%`,
  inlineSize: `${width}%`,
});

const asPercent = (box: { x: number; width: number; y: number; height: number }) => ({
  x: `${box.x}%`,
  width: `${box.width}%`,
  y: `${box.y}%`,
  height: `${box.height}%`,
});
