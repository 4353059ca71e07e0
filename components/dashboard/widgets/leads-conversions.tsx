import { BarRows } from "@/components/dashboard/charts/bar-rows";
import type { View } from "@/components/dashboard/charts/view";
import type { Panel, Panels } from "@/lib/leads/panels";
import { conversionsTable, shareOfStep, steps } from "./conversions-table";
import { DataTable } from "./data-table";
import { useWords } from "./figure-table";
import { LeadsLink } from "./leads-link";

type LeadsConversionsProps = {
  data: Panel<"leadsConversions">;
  period: Panels["period"];
  view: View;
  projectId: string;
};

/** The funnel of the leads that came in the period. */
export function LeadsConversions({ data, period, view, projectId }: LeadsConversionsProps) {
  const table = conversionsTable(data, period, useWords());
  return (
    <>
      {view !== "classic" && (
        <BarRows
          narrow={view === "compact"}
          rows={table.rows.map(({ key, name, figures: [count, share] }, index) => ({
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
            note: view === "enhanced" && index > 0 ? share?.text : undefined,
            share: shareOfStep(data, steps[index] ?? "leads"),
            // The palest of five still stands out three to one from its card.
            strength: 1 - index * 0.08,
          }))}
        />
      )}
      <DataTable hidden={view !== "classic"} projectId={projectId} table={table} />
    </>
  );
}
