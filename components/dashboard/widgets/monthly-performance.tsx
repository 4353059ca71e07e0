import { Bars } from "@/components/dashboard/charts/bars";
import type { View } from "@/components/dashboard/charts/view";
import type { Panel, Panels } from "@/lib/leads/panels";
import { labelStep } from "./bucket-words";
import { DataTable } from "./data-table";
import { useWords } from "./figure-table";
import { LeadsLink } from "./leads-link";
import { performanceTable } from "./performance-table";

type MonthlyPerformanceProps = {
  data: Panel<"monthlyPerformance">;
  period: Panels["period"];
  view: View;
  projectId: string;
};

/** Leads and qualified leads of the period, by its hours, days, weeks or months. */
export function MonthlyPerformance({ data, period, view, projectId }: MonthlyPerformanceProps) {
  const words = useWords();
  const { t, format } = words;
  const table = performanceTable(data, period, words);
  const step = labelStep(data.length, period.unit);
  if (view === "classic") return <DataTable projectId={projectId} table={table} />;
  return (
    <>
      {view === "enhanced" && (
        <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
          <li className="flex items-center gap-2 before:size-2.5 before:rounded-xs before:forced-color-adjust-none before:bg-chart-muted">
            {t("dashboard.monthlyPerformance.leads")}
          </li>
          <li className="flex items-center gap-2 before:size-2.5 before:rounded-xs before:forced-color-adjust-none before:bg-chart">
            {t("dashboard.monthlyPerformance.qualified")}
          </li>
        </ul>
      )}
      <Bars
        axes={view === "enhanced"}
        formatTick={(value) => format.number(value, { maximumFractionDigits: 0 })}
        data={data.map(({ leads, qualified }, index) => ({
          key: table.rows[index]?.key ?? "",
          back: leads,
          front: qualified,
          label: index % step === 0 ? table.rows[index]?.name : undefined,
        }))}
        over={(index, bar, place) => {
          const row = table.rows[index];
          const figure = row?.figures[bar === "back" ? 0 : 1];
          const name = `${row?.name}: ${figure?.text} ${table.columns[bar === "back" ? 1 : 2]}`;
          return <LeadsLink projectId={projectId} leads={figure?.leads} over={name} style={place} />;
        }}
      />
      <DataTable hidden projectId={projectId} table={table} />
    </>
  );
}
