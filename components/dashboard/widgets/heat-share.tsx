import { useTranslations } from "next-intl";
import { HeatDonut } from "@/components/dashboard/charts/donut";
import { wholePercentages } from "@/components/dashboard/charts/donut-geometry";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { HeatMark } from "@/components/vocabulary/heat-mark";
import { useFormats } from "@/components/ui/use-formats";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import type { Panel } from "@/lib/leads/panels";

/** The open leads of the period by heat, and what is known of them. The legend is a table: icon, word, count and share. */
export function HeatShare({ data, view }: { data: Panel<"pieCharts">; view: View }) {
  const t = useTranslations("dashboard.pieCharts");
  const format = useFormats();
  const slices = heats.map((heat) => ({ key: heat, value: data.heat[heat] }));
  const shares = wholePercentages(slices.map(({ value }) => value));
  const total = slices.reduce((sum, { value }) => sum + value, 0);
  const percent = (index: number) => format.percent((shares[index] ?? 0) / 100);
  const bant = useTranslations("leads.bant");
  const known = bantMarks.map((mark) => ({ key: mark, label: bant(mark), count: data.bant[mark] }));
  return (
    <>
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
      {view !== "classic" && (
        <div className="mt-4 border-t border-line pt-4">
          <BarRows
            narrow
            rows={known.map(({ key, label, count }) => ({
              key,
              label,
              figure: format.number(count),
              share: total === 0 ? 0 : count / total,
              strength: 1,
            }))}
          />
        </div>
      )}
      <DataTable
        hidden={view !== "classic"}
        caption={t("bantCaption")}
        columns={[t("mark"), t("count")]}
        rows={known.map(({ key, label, count }) => ({ key, cells: [label, format.number(count)] }))}
      />
    </>
  );
}
