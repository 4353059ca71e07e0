import { useTranslations } from "next-intl";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import { Columns } from "@/components/dashboard/charts/columns";
import type { View } from "@/components/dashboard/charts/view";
import { cn } from "@/components/ui/cn";
import type { Panel, Panels } from "@/lib/leads/panels";
import { labelStep } from "./bucket-words";
import { DataTable } from "./data-table";
import { useWords, type FigureTable } from "./figure-table";
import { HeatOverTime } from "./heat-over-time";
import { LeadsLink } from "./leads-link";
import { revenueTable, seriesTable } from "./revenue-table";

type RevenueChannelProps = {
  data: Panel<"revenueChannel">;
  period: Panels["period"];
  view: View;
  projectId: string;
};

/** The revenue of each channel, and how it came in; where nobody records what a lead is worth, heat over time with the meetings. */
export function RevenueChannel({ data, period, view, projectId }: RevenueChannelProps) {
  const t = useTranslations("dashboard.revenueChannel");
  const words = useWords();
  const table = revenueTable(data, period, words);
  const overTime = data.recorded ? seriesTable(data, period, words) : null;
  const highest = Math.max(1, ...data.channels.map(({ value }) => value));
  return (
    <>
      {view !== "classic" && !data.recorded && (
        <HeatOverTime
          data={data.heat}
          table={table}
          unit={period.unit}
          axes={view === "enhanced"}
          projectId={projectId}
        />
      )}
      {view !== "classic" && data.recorded && (
        // Its own course takes the height that is left.
        <div className={cn("flex flex-col", view !== "enhanced" && "grow")}>
          <BarRows
            narrow={view === "compact"}
            rows={data.channels.map(({ channel, value, won }, index) => {
              const row = table.rows[index];
              return {
                key: channel,
                label: row?.name,
                figure: (
                  <LeadsLink
                    projectId={projectId}
                    leads={row?.figures[1]?.leads}
                    label={`${row?.name}: ${row?.figures[1]?.text}`}
                    className="after:absolute after:inset-0"
                  >
                    <bdi>{row?.figures[1]?.text}</bdi>
                  </LeadsLink>
                ),
                note: view === "enhanced" ? t("deals", { count: won }) : undefined,
                share: value / highest,
              };
            })}
          />
        </div>
      )}
      {overTime && view === "enhanced" && (
        <OverTime data={data.series} table={overTime} unit={period.unit} projectId={projectId} />
      )}
      <DataTable hidden={view !== "classic"} projectId={projectId} table={table} />
      {overTime && (
        <div className={view === "classic" ? "mt-4 flex grow flex-col" : undefined}>
          <DataTable hidden={view !== "classic"} projectId={projectId} table={overTime} />
        </div>
      )}
    </>
  );
}

type OverTimeProps = {
  data: Panel<"revenueChannel">["series"];
  /** The same figures, each with its leads. */
  table: FigureTable;
  unit: Panels["period"]["unit"];
  projectId: string;
};

/** What all channels together brought in, step by step. */
function OverTime({ data, table, unit, projectId }: OverTimeProps) {
  const { format } = useWords();
  const step = labelStep(data.length, unit);
  return (
    <div className="mt-4 flex grow flex-col border-t border-line pt-4">
      <p aria-hidden="true" className="-mb-4 text-sm text-ink-soft">
        {table.caption}
      </p>
      <Columns
        highest={format.money(Math.max(...data.map(({ value }) => value)))}
        data={data.map(({ value }, index) => ({
          key: table.rows[index]?.key ?? "",
          value,
          label: index % step === 0 ? table.rows[index]?.name : undefined,
        }))}
        over={(index, place) => {
          const row = table.rows[index];
          const figure = row?.figures[1];
          const name = `${row?.name}: ${figure?.text}`;
          return <LeadsLink projectId={projectId} leads={figure?.leads} over={name} style={place} />;
        }}
      />
    </div>
  );
}
