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
  /** It can be saved as a file: widget-tables.ts has its table. */
  saved?: true;
};

/** What each widget of lib/settings/widgets.ts is made of; there, too: which data it gets. */
export const widgetParts: Record<Widget, WidgetParts> = {
  metrics: {
    Shape: Figures,
    saved: true,
    Content: ({ panels: { metrics, period, at }, view, projectId }) =>
      metrics && <Metrics data={metrics} {...{ period, at, view, projectId }} />,
  },
  monthlyPerformance: {
    Shape: Columns,
    saved: true,
    Content: ({ panels: { monthlyPerformance, period }, view, projectId }) =>
      monthlyPerformance && <MonthlyPerformance data={monthlyPerformance} {...{ period, view, projectId }} />,
  },
  leadsConversions: {
    Shape: Rows,
    saved: true,
    Content: ({ panels: { leadsConversions, period }, view, projectId }) =>
      leadsConversions && <LeadsConversions data={leadsConversions} {...{ period, view, projectId }} />,
  },
  revenueChannel: {
    Shape: Rows,
    saved: true,
    Content: ({ panels: { revenueChannel, period }, view, projectId }) =>
      revenueChannel && <RevenueChannel data={revenueChannel} {...{ period, view, projectId }} />,
  },
  pieCharts: {
    Shape: Ring,
    saved: true,
    Content: ({ panels: { pieCharts, period }, view, projectId }) =>
      pieCharts && <HeatShare data={pieCharts} {...{ period, view, projectId }} />,
  },
  recentActivity: {
    Shape: Lines,
    saved: true,
    Content: ({ panels, view }) =>
      panels.recentActivity && <RecentActivity data={panels.recentActivity} view={view} />,
  },
  insights: {
    Shape: Lines,
    saved: true,
    Content: ({ panels: { insights, period }, view, projectId }) =>
      insights && <Insights data={insights} {...{ period, view, projectId }} />,
  },
  performanceTargets: {
    Shape: Rows,
    saved: true,
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
