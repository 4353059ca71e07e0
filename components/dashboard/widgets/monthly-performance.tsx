import { useTranslations } from "next-intl";
import { Bars } from "@/components/dashboard/charts/bars";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { monthStarts } from "@/components/dashboard/widgets/month-starts";
import { useFormatsIn } from "@/components/ui/use-formats";
import type { Panels } from "@/lib/leads/panels";

/** Leads and qualified leads of the last 17 weeks. */
export function MonthlyPerformance({ data, view }: { data: Panels["monthlyPerformance"]; view: View }) {
  const t = useTranslations("dashboard.monthlyPerformance");
  // A week begins on a day of the calendar, which is that day in every zone.
  const format = useFormatsIn("UTC");
  const named = monthStarts(data.map(({ weekStart }) => weekStart));
  const table = (
    <DataTable
      hidden={view !== "classic"}
      caption={t("caption")}
      columns={[t("week"), t("leads"), t("qualified")]}
      rows={data.map(({ weekStart, leads, qualified }) => ({
        key: weekStart,
        cells: [format.day(weekStart), format.number(leads), format.number(qualified)],
      }))}
    />
  );
  if (view === "classic") return table;
  return (
    <>
      {view === "enhanced" && (
        <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
          <li className="flex items-center gap-2 before:size-2.5 before:rounded-xs before:forced-color-adjust-none before:bg-chart-muted">
            {t("leads")}
          </li>
          <li className="flex items-center gap-2 before:size-2.5 before:rounded-xs before:forced-color-adjust-none before:bg-chart">
            {t("qualified")}
          </li>
        </ul>
      )}
      <Bars
        axes={view === "enhanced"}
        formatTick={(value) => format.number(value, { maximumFractionDigits: 0 })}
        data={data.map(({ weekStart, leads, qualified }, index) => ({
          key: weekStart,
          back: leads,
          front: qualified,
          label: named[index] ? format.month(weekStart) : undefined,
        }))}
      />
      {table}
    </>
  );
}
