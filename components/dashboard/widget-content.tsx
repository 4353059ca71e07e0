import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { hasContent } from "@/lib/leads/has-content";
import { panelOf } from "@/lib/settings/widgets";
import type { Panels } from "@/lib/leads/panels";
import type { Widget } from "@/lib/settings/widgets";
import { widgetParts } from "./widget-parts";

type WidgetContentProps = { widget: Widget; panels: Panels; view: View; projectId: string };

/**
 * The content of a widget, or a sentence that says how it would get content. A widget that was hidden when the figures
 * were asked for has none yet.
 */
export function WidgetContent({ widget, panels, view, projectId }: WidgetContentProps) {
  const t = useTranslations("dashboard.empty");
  const { Content } = widgetParts[widget];
  const panel = panelOf(widget);
  if (!panel || panels[panel] === undefined) return <PanelSkeleton widget={widget} />;
  if (hasContent(panel, panels)) return <Content panels={panels} view={view} projectId={projectId} />;
  return <p className="flex min-h-28 items-center justify-center text-center text-ink-soft">{t(widget)}</p>;
}
