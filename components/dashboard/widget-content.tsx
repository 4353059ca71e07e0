import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import { HeatShare } from "@/components/dashboard/widgets/heat-share";
import { Insights } from "@/components/dashboard/widgets/insights";
import { LeadsConversions } from "@/components/dashboard/widgets/leads-conversions";
import { Metrics } from "@/components/dashboard/widgets/metrics";
import { MonthlyPerformance } from "@/components/dashboard/widgets/monthly-performance";
import { PerformanceTargets } from "@/components/dashboard/widgets/performance-targets";
import { RecentActivity } from "@/components/dashboard/widgets/recent-activity";
import { RevenueChannel } from "@/components/dashboard/widgets/revenue-channel";
import { hasContent } from "@/lib/leads/has-content";
import type { Panels } from "@/lib/leads/panels";
import type { Widget } from "@/lib/settings/dashboard-layout";

type WidgetContentProps = { widget: Widget; panels: Panels; view: View; projectId: string };

/** The content of a widget, or a sentence that says how it would get content. */
export function WidgetContent({ widget, panels, view, projectId }: WidgetContentProps) {
  const t = useTranslations("dashboard.empty");
  if (!hasContent(widget, panels)) {
    return <p className="flex min-h-28 items-center justify-center text-center text-ink-soft">{t(widget)}</p>;
  }
  switch (widget) {
    case "metrics":
      return <Metrics data={panels.metrics} view={view} />;
    case "monthlyPerformance":
      return <MonthlyPerformance data={panels.monthlyPerformance} view={view} />;
    case "leadsConversions":
      return <LeadsConversions data={panels.leadsConversions} view={view} />;
    case "revenueChannel":
      return <RevenueChannel data={panels.revenueChannel} view={view} />;
    case "pieCharts":
      return <HeatShare data={panels.pieCharts} view={view} />;
    case "recentActivity":
      return <RecentActivity data={panels.recentActivity} view={view} />;
    case "insights":
      return <Insights data={panels.insights} view={view} projectId={projectId} />;
    case "performanceTargets":
      return <PerformanceTargets data={panels.performanceTargets} view={view} />;
  }
}
