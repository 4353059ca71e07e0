import type { PanelsOf } from "@/lib/leads/panels";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";
import { activityTable } from "./widgets/activity-table";
import { conversionsTable } from "./widgets/conversions-table";
import type { FigureTable, Words } from "./widgets/figure-table";
import { heatAndBantTable } from "./widgets/heat-share-table";
import { insightsTable } from "./widgets/insights-table";
import { metricsTable } from "./widgets/metrics-table";
import { performanceTable } from "./widgets/performance-table";
import { revenueTable } from "./widgets/revenue-table";
import { targetsOf, targetsTable } from "./widgets/targets-table";

type Table = (panels: PanelsOf, words: Words, settings: DashboardSettings) => FigureTable | undefined;

/** What a widget shows as a table, to be saved as a file. */
export const widgetTables: Partial<Record<Widget, Table>> = {
  metrics: ({ metrics, period }, words) => metrics && metricsTable(metrics, period, words),
  monthlyPerformance: ({ monthlyPerformance, period }, words) =>
    monthlyPerformance && performanceTable(monthlyPerformance, period, words),
  leadsConversions: ({ leadsConversions, period }, words) =>
    leadsConversions && conversionsTable(leadsConversions, period, words),
  revenueChannel: ({ revenueChannel, period }, words) =>
    revenueChannel && revenueTable(revenueChannel, period, words),
  pieCharts: ({ pieCharts, period }, words) => pieCharts && heatAndBantTable(pieCharts, period, words),
  recentActivity: ({ recentActivity }, words) => recentActivity && activityTable(recentActivity, words),
  insights: ({ insights, period }, words) => insights && insightsTable(insights, period, words),
  performanceTargets: ({ performanceTargets, period, at }, words, { dashboard_preferences }) =>
    performanceTargets &&
    targetsTable(targetsOf(performanceTargets, dashboard_preferences.ownTargets, period, at), period, words),
};
