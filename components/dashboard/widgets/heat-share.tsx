import { HeatDonut } from "@/components/dashboard/charts/donut";
import type { View } from "@/components/dashboard/charts/view";
import { BarRows } from "@/components/dashboard/charts/bar-rows";
import type { Panel, Panels } from "@/lib/leads/panels";
import { heats } from "@/lib/vocabulary/heat";
import { DataTable } from "./data-table";
import { useWords } from "./figure-table";
import { bantTable, heatTable } from "./heat-share-table";
import { LeadsLink } from "./leads-link";

type HeatShareProps = { data: Panel<"pieCharts">; period: Panels["period"]; view: View; projectId: string };

/** The open leads of the period by heat, and what is known of them. The legend is a table: icon, word, count and share. */
export function HeatShare({ data, period, view, projectId }: HeatShareProps) {
  const words = useWords();
  const [byHeat, byMark] = [heatTable(data, period, words), bantTable(data, period, words)];
  const total = heats.reduce((sum, heat) => sum + data.heat[heat], 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        {view !== "classic" && (
          <HeatDonut
            slices={heats.map((heat) => ({ key: heat, value: data.heat[heat] }))}
            small={view === "compact"}
            total={words.format.number(total)}
            around={(heat, slice) => {
              const row = byHeat.rows.find(({ key }) => key === heat);
              return (
                <LeadsLink projectId={projectId} leads={row?.figures[0]?.leads} over={row?.name ?? ""}>
                  {slice}
                </LeadsLink>
              );
            }}
          />
        )}
        <div className="min-w-36 grow">
          <DataTable quietHead={view !== "classic"} projectId={projectId} table={byHeat} />
        </div>
      </div>
      {view !== "classic" && (
        <div className="mt-4 flex grow flex-col border-t border-line pt-4">
          <BarRows
            narrow
            rows={byMark.rows.map(({ key, name, figures: [count] }) => ({
              key,
              label: name,
              figure: (
                <LeadsLink
                  projectId={projectId}
                  leads={count?.leads}
                  label={`${name}: ${count?.text}`}
                  className="after:absolute after:inset-0"
                >
                  {count?.text}
                </LeadsLink>
              ),
              share: total === 0 ? 0 : (count?.leads?.count ?? 0) / total,
              strength: 1,
            }))}
          />
        </div>
      )}
      <div className={view === "classic" ? "mt-4" : undefined}>
        <DataTable hidden={view !== "classic"} projectId={projectId} table={byMark} />
      </div>
    </>
  );
}
