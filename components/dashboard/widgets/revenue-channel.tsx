import { useTranslations } from "next-intl";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import type { View } from "@/components/dashboard/charts/view";
import type { Panel, Panels } from "@/lib/leads/panels";
import { DataTable } from "./data-table";
import { useWords } from "./figure-table";
import { HeatOverTime } from "./heat-over-time";
import { LeadsLink } from "./leads-link";
import { revenueTable } from "./revenue-table";

type RevenueChannelProps = {
  data: Panel<"revenueChannel">;
  period: Panels["period"];
  view: View;
  projectId: string;
};

/** The revenue of each channel; where nobody records what a lead is worth, heat over time with the meetings. */
export function RevenueChannel({ data, period, view, projectId }: RevenueChannelProps) {
  const t = useTranslations("dashboard.revenueChannel");
  const table = revenueTable(data, period, useWords());
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
      )}
      <DataTable hidden={view !== "classic"} projectId={projectId} table={table} />
    </>
  );
}
