import type { PanelName } from "@/lib/vocabulary/panels";
import type { PeriodChoice } from "@/lib/vocabulary/periods";
import type { DashboardSettings } from "./dashboard";
import { ownPeriodOf } from "./dashboard-period";
import { hasPeriod, panelOf, panelsFor, widgets } from "./widgets";

/** What a dashboard with these settings has to be told: nothing of what it does not show. */
export function figuresFor({ widget_visibility, dashboard_preferences }: DashboardSettings): {
  panels: PanelName[];
  period: PeriodChoice;
  own: Partial<Record<PanelName, PeriodChoice>>;
} {
  const { period, widgetPeriods } = dashboard_preferences;
  const shown = widgets.filter((widget) => widget_visibility[widget]);
  const own = shown.flatMap((widget) => {
    const [panel, days] = [panelOf(widget), hasPeriod(widget) ? ownPeriodOf(widgetPeriods[widget]) : null];
    return panel && days ? [[panel, days] as const] : [];
  });
  return { panels: panelsFor(shown), period, own: Object.fromEntries(own) };
}
