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
  /** The panel that the widget shows; without content in it, the widget says how it would get some. */
  panel: Exclude<keyof Panels, "at">;
  Content: ComponentType<{ panels: Panels; view: View; projectId: string }>;
  /** Its skeleton. */
  Shape: ComponentType;
};

/** What each widget of lib/settings/widgets.ts is made of. */
export const widgetParts: Record<Widget, WidgetParts> = {
  metrics: {
    panel: "metrics",
    Shape: Figures,
    Content: ({ panels, view }) => <Metrics data={panels.metrics} view={view} />,
  },
  monthlyPerformance: {
    panel: "monthlyPerformance",
    Shape: Columns,
    Content: ({ panels, view }) => <MonthlyPerformance data={panels.monthlyPerformance} view={view} />,
  },
  leadsConversions: {
    panel: "leadsConversions",
    Shape: Rows,
    Content: ({ panels, view }) => <LeadsConversions data={panels.leadsConversions} view={view} />,
  },
  revenueChannel: {
    panel: "revenueChannel",
    Shape: Rows,
    Content: ({ panels, view }) => <RevenueChannel data={panels.revenueChannel} view={view} />,
  },
  pieCharts: {
    panel: "pieCharts",
    Shape: Ring,
    Content: ({ panels, view }) => <HeatShare data={panels.pieCharts} view={view} />,
  },
  recentActivity: {
    panel: "recentActivity",
    Shape: Lines,
    Content: ({ panels, view }) => <RecentActivity data={panels.recentActivity} view={view} />,
  },
  insights: {
    panel: "insights",
    Shape: Lines,
    Content: ({ panels, view, projectId }) => (
      <Insights data={panels.insights} view={view} projectId={projectId} />
    ),
  },
  performanceTargets: {
    panel: "performanceTargets",
    Shape: Rows,
    Content: ({ panels, view }) => <PerformanceTargets data={panels.performanceTargets} view={view} />,
  },
};
