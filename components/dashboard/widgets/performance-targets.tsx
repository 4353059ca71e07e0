import { useTranslations } from "next-intl";
import { ProgressRows } from "@/components/dashboard/charts/bar-rows";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { useFormats } from "@/components/ui/use-formats";
import type { Panel } from "@/lib/leads/panels";

type Target = Panel<"performanceTargets">[number];

/** The targets of this month and what has been reached. */
export function PerformanceTargets({ data, view }: { data: Panel<"performanceTargets">; view: View }) {
  const t = useTranslations("dashboard.performanceTargets");
  const format = useFormats();
  const write = (metric: Target["metric"], value: number) =>
    metric === "revenue" ? format.money(value) : format.number(value);
  const percent = ({ actual, target }: Target) =>
    format.percent(actual / target, { maximumFractionDigits: 0 });
  return (
    <>
      {view !== "classic" && (
        <ProgressRows
          narrow={view === "compact"}
          rows={data.map((one) => ({
            key: one.metric,
            label: t(`metrics.${one.metric}`),
            figure: percent(one),
            note:
              view === "enhanced"
                ? t("progress", {
                    actual: write(one.metric, one.actual),
                    target: write(one.metric, one.target),
                  })
                : undefined,
            share: one.actual / one.target,
          }))}
        />
      )}
      <DataTable
        hidden={view !== "classic"}
        caption={t("caption")}
        columns={[t("metric"), t("actual"), t("target"), t("share")]}
        rows={data.map((one) => ({
          key: one.metric,
          cells: [
            t(`metrics.${one.metric}`),
            write(one.metric, one.actual),
            write(one.metric, one.target),
            percent(one),
          ],
        }))}
      />
    </>
  );
}
