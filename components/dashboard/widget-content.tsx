import { useTranslations } from "next-intl";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { hasContent } from "@/lib/leads/has-content";
import { panelOf } from "@/lib/settings/widgets";
import type { Panels } from "@/lib/leads/panels";
import type { Widget } from "@/lib/settings/widgets";
import { figuresOf } from "./figures-of";
import { widgetParts, type WidgetProps } from "./widget-parts";

type WidgetContentProps = Omit<WidgetProps, "panels"> & { widget: Widget; panels: Panels };

/**
 * The content of a widget, or a sentence that says how it would get content. A widget that was hidden when the figures
 * were asked for has none yet.
 */
export function WidgetContent({ widget, panels: answer, ...props }: WidgetContentProps) {
  const t = useTranslations("dashboard.empty");
  const { Content } = widgetParts[widget];
  const panel = panelOf(widget);
  const panels = panel && figuresOf(panel, answer);
  if (!panel || panels?.[panel] === undefined) return <PanelSkeleton widget={widget} />;
  if (hasContent(panel, panels)) return <Content panels={panels} {...props} />;
  return (
    <p className="flex min-h-28 grow items-center justify-center text-center text-ink-soft">{t(widget)}</p>
  );
}
