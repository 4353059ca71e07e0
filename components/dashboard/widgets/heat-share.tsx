import { useTranslations } from "next-intl";
import { HeatDonut } from "@/components/dashboard/charts/donut";
import { wholePercentages } from "@/components/dashboard/charts/donut-geometry";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { HeatMark } from "@/components/vocabulary/heat-mark";
import { useFormats } from "@/components/ui/use-formats";
import { heats } from "@/lib/vocabulary/heat";
import type { Panels } from "@/lib/leads/panels";

/** The open leads by heat. The legend is a table: icon, word, count and share. */
export function HeatShare({ data, view }: { data: Panels["pieCharts"]; view: View }) {
  const t = useTranslations("dashboard.pieCharts");
  const format = useFormats();
  const slices = heats.map((heat) => ({ key: heat, value: data[heat] }));
  const shares = wholePercentages(slices.map(({ value }) => value));
  const total = slices.reduce((sum, { value }) => sum + value, 0);
  const percent = (index: number) => format.percent((shares[index] ?? 0) / 100);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      {view !== "classic" && (
        <HeatDonut slices={slices} small={view === "compact"} total={format.number(total)} />
      )}
      <div className="min-w-36 grow">
        <DataTable
          quietHead={view !== "classic"}
          caption={t("caption")}
          columns={[t("heat"), t("count"), t("share")]}
          rows={slices.map(({ key, value }, index) => ({
            key,
            cells: [<HeatMark key="heat" heat={key} />, format.number(value), percent(index)],
          }))}
        />
      </div>
    </div>
  );
}
