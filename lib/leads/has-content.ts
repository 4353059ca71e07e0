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
      return showsRevenue(panels.revenueChannel);
    case "recentActivity":
      return (panels[panel]?.length ?? 0) > 0;
    // What may be edited is there without a target, too.
    case "performanceTargets":
      return panels.performanceTargets !== undefined;
    case "pieCharts":
      return any(panels.pieCharts?.heat ?? {});
    case "insights":
      return standsOut(panels.insights);
  }
}

/** A deal was won or, where nobody records what deals are worth, somebody came or met us. */
function showsRevenue(data: Panels["revenueChannel"]): boolean {
  return data !== undefined && (data.recorded ? data.channels.length > 0 : data.heat.some(any));
}

/** Somebody came, waits or cooled down, or was answered often enough. */
function standsOut(insights: Panels["insights"]): boolean {
  if (!insights) return false;
  const { leads, burningWithoutMeeting, wentCold, replies } = insights;
  return leads + burningWithoutMeeting.leads + wentCold.leads > 0 || replies !== null;
}
