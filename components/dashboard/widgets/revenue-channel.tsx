import { useTranslations } from "next-intl";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { useFormats } from "@/components/ui/use-formats";
import type { Panel } from "@/lib/leads/panels";

/** The revenue of each channel in the period, highest first. */
export function RevenueChannel({ data, view }: { data: Panel<"revenueChannel">; view: View }) {
  const t = useTranslations("dashboard.revenueChannel");
  const channel = useTranslations("leads.channels");
  const format = useFormats();
  const highest = Math.max(1, ...data.map(({ value }) => value));
  return (
    <>
      {view !== "classic" && (
        <BarRows
          narrow={view === "compact"}
          rows={data.map((one) => ({
            key: one.channel,
            label: channel(one.channel),
            figure: <bdi>{format.money(one.value)}</bdi>,
            note: view === "enhanced" ? t("deals", { count: one.won }) : undefined,
            share: one.value / highest,
          }))}
        />
      )}
      <DataTable
        hidden={view !== "classic"}
        caption={t("caption")}
        columns={[t("channel"), t("won"), t("value")]}
        rows={data.map((one) => ({
          key: one.channel,
          cells: [channel(one.channel), format.number(one.won), format.money(one.value)],
        }))}
      />
    </>
  );
}
