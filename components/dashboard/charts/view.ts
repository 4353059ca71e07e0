import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/dashboard-layout";
import type { SessionState } from "@/lib/settings/session";

/**
 * How much a widget shows. Enhanced: charts with axes, labels and trends. Classic: the figures as tables.
 * Compact: the shape and the number alone, three widgets abreast.
 */
export type View = DashboardSettings["dashboard_preferences"]["defaultView"];

/** By widget, whether this device shows its chart or its figures. */
export type ViewModes = SessionState["ui_state"]["viewModes"];
export type ViewMode = ViewModes[Widget];

/** The others are lists: they say in words what there is to see. */
const drawn: ReadonlySet<Widget> = new Set([
  "metrics",
  "monthlyPerformance",
  "leadsConversions",
  "revenueChannel",
  "pieCharts",
  "performanceTargets",
]);

/** Whether there is a choice: something is drawn, and the view of the board would draw it. */
export const hasChart = (widget: Widget, view: View): boolean => view !== "classic" && drawn.has(widget);

/** How a widget is shown: as the whole board, or as a table where this device was told so. */
export const viewOf = (widget: Widget, view: View, modes: ViewModes): View =>
  hasChart(widget, view) && modes[widget] === "table" ? "classic" : view;
