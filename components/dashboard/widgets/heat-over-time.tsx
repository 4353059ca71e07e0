import { useTranslations } from "next-intl";
import { heatFills } from "@/components/dashboard/charts/heat-fills";
import { HeatMark } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import type { BucketUnit } from "@/lib/leads/period";
import type { Panel } from "@/lib/leads/panels";
import { heats } from "@/lib/vocabulary/heat";
import { labelStep } from "./bucket-words";
import type { FigureTable } from "./figure-table";
import { LeadsLink } from "./leads-link";

type HeatOverTimeProps = {
  data: Panel<"revenueChannel">["heat"];
  /** The same figures, each with its leads: heats from cold on, then meetings. */
  table: FigureTable;
  unit: BucketUnit;
  axes: boolean;
  projectId: string;
};

/** Columns of open leads by heat, coldest below, with a mark as high as the meetings. Keys have the table. */
export function HeatOverTime({ data, table, unit, axes, projectId }: HeatOverTimeProps) {
  const t = useTranslations("dashboard");
  const totals = data.map((counts) => heats.reduce((sum, heat) => sum + counts[heat], 0));
  const highest = Math.max(1, ...totals, ...data.map(({ meetings }) => meetings));
  const percent = (value: number) => `${(value / highest) * 100}%`;
  const step = labelStep(data.length, unit);
  return (
    <div aria-hidden="true" data-grows="" className="flex grow flex-col">
      {axes && (
        <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {heats.map((heat) => (
            <HeatMark key={heat} heat={heat} />
          ))}
          <span className="inline-flex items-center gap-2 text-ink-soft before:h-0.5 before:w-3 before:bg-ink before:forced-color-adjust-none">
            {t("metrics.names.meetings")}
          </span>
        </p>
      )}
      <div className={cn("flex grow gap-[2px] border-b border-chart-grid", axes ? "min-h-44" : "min-h-24")}>
        {data.map((counts, index) => {
          const row = table.rows[index];
          const over = (place: number) =>
            `${row?.name}: ${table.columns[place + 1]} ${row?.figures[place]?.text}`;
          return (
            <div key={row?.key} className="relative flex min-w-0 grow basis-0 flex-col-reverse">
              {heats.map((heat, place) => (
                <LeadsLink
                  key={heat}
                  projectId={projectId}
                  leads={row?.figures[place]?.leads}
                  over={over(place)}
                  className={cn("block shrink-0 forced-color-adjust-none", heatFills[heat].background)}
                  style={{ blockSize: percent(counts[heat]) }}
                />
              ))}
              {counts.meetings > 0 && (
                <LeadsLink
                  projectId={projectId}
                  leads={row?.figures[heats.length]?.leads}
                  over={over(heats.length)}
                  className="absolute inset-x-0 h-2 translate-y-1/2 before:absolute before:inset-x-0 before:top-[3px] before:h-0.5 before:bg-ink before:forced-color-adjust-none"
                  style={{ insetBlockEnd: percent(counts.meetings) }}
                />
              )}
            </div>
          );
        })}
      </div>
      {axes && (
        <div className="flex gap-[2px] pt-2 text-xs whitespace-nowrap text-ink-faint">
          {data.map((_, index) => (
            <span key={table.rows[index]?.key} className="min-w-0 grow basis-0 overflow-visible">
              {index % step === 0 && table.rows[index]?.name}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
