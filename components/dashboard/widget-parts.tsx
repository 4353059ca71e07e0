import type { ComponentType } from "react";
import type { View } from "@/components/dashboard/charts/view";
import { HeatShare } from "@/components/dashboard/widgets/heat-share";
import { Insights } from "@/components/dashboard/widgets/insights";
import { LeadsConversions } from "@/components/dashboard/widgets/leads-conversions";
import { Metrics } from "@/components/dashboard/widgets/metrics";
import { MonthlyPerformance } from "@/components/dashboard/widgets/monthly-performance";
import { PerformanceTargets } from "@/components/dashboard/widgets/performance-targets";
import type { TargetsEditor } from "@/components/dashboard/widgets/targets-editor";
import { RecentActivity } from "@/components/dashboard/widgets/recent-activity";
import { RevenueChannel } from "@/components/dashboard/widgets/revenue-channel";
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
import { Columns, Figures, Lines, Ring, Rows } from "./widget-shapes";

/** `panels`: the figures of the days that the widget counts. */
export type WidgetProps = {
  panels: PanelsOf;
  view: View;
  projectId: string;
  settings: DashboardSettings;
  targets: TargetsEditor;
};

type WidgetParts = {
  /** What it shows once its panel has content. */
  Content: ComponentType<WidgetProps>;
  /** Its skeleton. */
  Shape: ComponentType;
  /** What it shows as a table, to be saved as a file; a widget without one is not saved. */
  table?: (panels: PanelsOf, words: Words, settings: DashboardSettings) => FigureTable | undefined;
};

/** What each widget of lib/settings/widgets.ts is made of; there, too: which data it gets. */
export const widgetParts: Record<Widget, WidgetParts> = {
  metrics: {
    Shape: Figures,
    table: ({ metrics, period }, words) => metrics && metricsTable(metrics, period, words),
    Content: ({ panels: { metrics, period, at }, view, projectId }) =>
      metrics && <Metrics data={metrics} {...{ period, at, view, projectId }} />,
  },
  monthlyPerformance: {
    Shape: Columns,
    table: ({ monthlyPerformance, period }, words) =>
      monthlyPerformance && performanceTable(monthlyPerformance, period, words),
    Content: ({ panels: { monthlyPerformance, period }, view, projectId }) =>
      monthlyPerformance && <MonthlyPerformance data={monthlyPerformance} {...{ period, view, projectId }} />,
  },
  leadsConversions: {
    Shape: Rows,
    table: ({ leadsConversions, period }, words) =>
      leadsConversions && conversionsTable(leadsConversions, period, words),
    Content: ({ panels: { leadsConversions, period }, view, projectId }) =>
      leadsConversions && <LeadsConversions data={leadsConversions} {...{ period, view, projectId }} />,
  },
  revenueChannel: {
    Shape: Rows,
    table: ({ revenueChannel, period }, words) =>
      revenueChannel && revenueTable(revenueChannel, period, words),
    Content: ({ panels: { revenueChannel, period }, view, projectId }) =>
      revenueChannel && <RevenueChannel data={revenueChannel} {...{ period, view, projectId }} />,
  },
  pieCharts: {
    Shape: Ring,
    table: ({ pieCharts, period }, words) => pieCharts && heatAndBantTable(pieCharts, period, words),
    Content: ({ panels: { pieCharts, period }, view, projectId }) =>
      pieCharts && <HeatShare data={pieCharts} {...{ period, view, projectId }} />,
  },
  recentActivity: {
    Shape: Lines,
    table: ({ recentActivity }, words) => recentActivity && activityTable(recentActivity, words),
    Content: ({ panels, view }) =>
      panels.recentActivity && <RecentActivity data={panels.recentActivity} view={view} />,
  },
  insights: {
    Shape: Lines,
    table: ({ insights, period }, words) => insights && insightsTable(insights, period, words),
    Content: ({ panels: { insights, period }, view, projectId }) =>
      insights && <Insights data={insights} {...{ period, view, projectId }} />,
  },
  performanceTargets: {
    Shape: Rows,
    table: ({ performanceTargets, period, at }, words, { dashboard_preferences }) =>
      performanceTargets &&
      targetsTable(
        targetsOf(performanceTargets, dashboard_preferences.ownTargets, period, at),
        period,
        words,
      ),
    Content: ({ panels: { performanceTargets, period, at }, view, projectId, settings, targets }) =>
      performanceTargets && (
        <PerformanceTargets
          data={performanceTargets}
          own={settings.dashboard_preferences.ownTargets}
          editor={targets}
          {...{ period, at, view, projectId }}
        />
      ),
  },
};
