import type { ComponentType } from "react";
import type { View } from "@/components/dashboard/charts/view";
import { HeatShare } from "@/components/dashboard/widgets/heat-share";
import { Insights } from "@/components/dashboard/widgets/insights";
import { LeadsConversions } from "@/components/dashboard/widgets/leads-conversions";
import { Metrics } from "@/components/dashboard/widgets/metrics";
import { MonthlyPerformance } from "@/components/dashboard/widgets/monthly-performance";
import { PerformanceTargets } from "@/components/dashboard/widgets/performance-targets";
import { RecentActivity } from "@/components/dashboard/widgets/recent-activity";
import { RevenueChannel } from "@/components/dashboard/widgets/revenue-channel";
import type { Panels } from "@/lib/leads/panels";
import type { Widget } from "@/lib/settings/widgets";
import { Columns, Figures, Lines, Ring, Rows } from "./widget-shapes";

type WidgetParts = {
  /** What it shows once its panel has content. */
  Content: ComponentType<{ panels: Panels; view: View; projectId: string }>;
  /** Its skeleton. */
  Shape: ComponentType;
};

/** What each widget of lib/settings/widgets.ts is made of; there, too: which data it gets. */
export const widgetParts: Record<Widget, WidgetParts> = {
  metrics: {
    Shape: Figures,
    Content: ({ panels, view }) =>
      panels.metrics && <Metrics data={panels.metrics} view={view} days={panels.period.days} />,
  },
  monthlyPerformance: {
    Shape: Columns,
    Content: ({ panels, view }) =>
      panels.monthlyPerformance && (
        <MonthlyPerformance data={panels.monthlyPerformance} period={panels.period} view={view} />
      ),
  },
  leadsConversions: {
    Shape: Rows,
    Content: ({ panels, view }) =>
      panels.leadsConversions && <LeadsConversions data={panels.leadsConversions} view={view} />,
  },
  revenueChannel: {
    Shape: Rows,
    Content: ({ panels, view }) =>
      panels.revenueChannel && <RevenueChannel data={panels.revenueChannel} view={view} />,
  },
  pieCharts: {
    Shape: Ring,
    Content: ({ panels, view }) => panels.pieCharts && <HeatShare data={panels.pieCharts} view={view} />,
  },
  recentActivity: {
    Shape: Lines,
    Content: ({ panels, view }) =>
      panels.recentActivity && <RecentActivity data={panels.recentActivity} view={view} />,
  },
  insights: {
    Shape: Lines,
    Content: ({ panels, view, projectId }) =>
      panels.insights && <Insights data={panels.insights} view={view} projectId={projectId} />,
  },
  performanceTargets: {
    Shape: Rows,
    Content: ({ panels, view }) =>
      panels.performanceTargets && <PerformanceTargets data={panels.performanceTargets} view={view} />,
  },
};
