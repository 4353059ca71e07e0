import type { PanelName } from "@/lib/vocabulary/panels";
import type { Panels } from "@/lib/leads/panels";

const any = (counts: Record<string, number>): boolean => Object.values(counts).some((count) => count > 0);

/** Whether a panel has anything to show. A chart of nothing but zeros counts as empty; so does one that was not asked for. */
export function hasContent(panel: PanelName, panels: Pick<Panels, PanelName>): boolean {
  switch (panel) {
    case "metrics":
      return panels.metrics !== undefined;
    case "monthlyPerformance":
      return panels.monthlyPerformance?.some(({ leads, qualified }) => leads + qualified > 0) ?? false;
    case "leadsConversions":
      return any(panels.leadsConversions ?? {});
    case "revenueChannel":
    case "recentActivity":
    case "performanceTargets":
      return (panels[panel]?.length ?? 0) > 0;
    case "pieCharts":
      return any(panels.pieCharts?.heat ?? {});
    case "insights":
      return standsOut(panels.insights);
  }
}

/** Somebody came, waits or cooled down, or was answered often enough. */
function standsOut(insights: Panels["insights"]): boolean {
  if (!insights) return false;
  const { leads, burningWithoutMeeting, wentCold, replies } = insights;
  return leads + burningWithoutMeeting.leads + wentCold.leads > 0 || replies !== null;
}
