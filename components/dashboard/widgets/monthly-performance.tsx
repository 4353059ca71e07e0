import { useTranslations } from "next-intl";
import { Bars } from "@/components/dashboard/charts/bars";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { bucketName, labelStep } from "@/components/dashboard/widgets/bucket-words";
import { useFormats } from "@/components/ui/use-formats";
import type { Panel, Panels } from "@/lib/leads/panels";

type MonthlyPerformanceProps = {
  data: Panel<"monthlyPerformance">;
  period: Panels["period"];
  view: View;
};

/** Leads and qualified leads of the period, by its hours, days, weeks or months. */
export function MonthlyPerformance({ data, period: { unit, starts }, view }: MonthlyPerformanceProps) {
  const t = useTranslations("dashboard.monthlyPerformance");
  const format = useFormats();
  const step = labelStep(data.length);
  const buckets = data.map((counts, index) => {
    const start = starts[index] ?? "";
    return { ...counts, start, name: bucketName(unit, start, format) };
  });
  const table = (
    <DataTable
      hidden={view !== "classic"}
      caption={t("caption")}
      columns={[t(`starts.${unit}`), t("leads"), t("qualified")]}
      rows={buckets.map(({ start, name, leads, qualified }) => ({
        key: start,
        cells: [name, format.number(leads), format.number(qualified)],
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
        data={buckets.map(({ start, name, leads, qualified }, index) => ({
          key: start,
          back: leads,
          front: qualified,
          label: index % step === 0 ? name : undefined,
        }))}
      />
      {table}
    </>
  );
}
