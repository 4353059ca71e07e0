import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import { hasContent } from "@/lib/leads/has-content";
import type { Panels } from "@/lib/leads/panels";
import type { Widget } from "@/lib/settings/widgets";
import { widgetParts } from "./widget-parts";

type WidgetContentProps = { widget: Widget; panels: Panels; view: View; projectId: string };

/** The content of a widget, or a sentence that says how it would get content. */
export function WidgetContent({ widget, panels, view, projectId }: WidgetContentProps) {
  const t = useTranslations("dashboard.empty");
  const { panel, Content } = widgetParts[widget];
  if (hasContent(panel, panels)) return <Content panels={panels} view={view} projectId={projectId} />;
  return <p className="flex min-h-28 items-center justify-center text-center text-ink-soft">{t(widget)}</p>;
}
