import type { Panels } from "@/lib/leads/panels";

const any = (counts: Record<string, number>): boolean => Object.values(counts).some((count) => count > 0);

/** Whether a panel has anything to show. A chart of nothing but zeros counts as empty. */
export function hasContent(panel: Exclude<keyof Panels, "at">, panels: Panels): boolean {
  switch (panel) {
    case "metrics":
      return true;
    case "monthlyPerformance":
      return panels.monthlyPerformance.some(({ leads, qualified }) => leads + qualified > 0);
    case "leadsConversions":
      return panels.leadsConversions.leads > 0;
    case "revenueChannel":
    case "recentActivity":
    case "performanceTargets":
      return panels[panel].length > 0;
    case "pieCharts":
      return any(panels.pieCharts);
    case "insights":
      return any(panels.leadsConversions);
  }
}
