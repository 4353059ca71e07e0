import { useTranslations } from "next-intl";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import { DataTable } from "@/components/dashboard/charts/data-table";
import type { View } from "@/components/dashboard/charts/view";
import { useFormats } from "@/components/ui/use-formats";
import type { Panel } from "@/lib/leads/panels";

const steps = ["leads", "warm", "qualified", "meeting", "won"] as const;

/** The funnel of the leads that came in the period. */
export function LeadsConversions({ data, view }: { data: Panel<"leadsConversions">; view: View }) {
  const t = useTranslations("dashboard.leadsConversions");
  const format = useFormats();
  const share = (step: (typeof steps)[number]) => (data.leads === 0 ? 0 : data[step] / data.leads);
  const percent = (step: (typeof steps)[number]) => format.percent(share(step), { maximumFractionDigits: 0 });
  return (
    <>
      {view !== "classic" && (
        <BarRows
          narrow={view === "compact"}
          rows={steps.map((step, index) => ({
            key: step,
            label: t(step),
            figure: format.number(data[step]),
            note: view === "enhanced" && step !== "leads" ? percent(step) : undefined,
            share: share(step),
            // The palest of five still stands out three to one from its card.
            strength: 1 - index * 0.08,
          }))}
        />
      )}
      <DataTable
        hidden={view !== "classic"}
        caption={t("caption")}
        columns={[t("step"), t("count"), t("share")]}
        rows={steps.map((step) => ({
          key: step,
          cells: [t(step), format.number(data[step]), percent(step)],
        }))}
      />
    </>
  );
}
