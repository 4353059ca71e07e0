import type { DashboardSettings } from "@/lib/settings/dashboard";

import type { SessionState } from "@/lib/settings/session";
import { isDrawn, type Widget } from "@/lib/settings/widgets";

/**
 * How much a widget shows. Enhanced: charts with axes, labels and trends. Classic: the figures as tables.
 * Compact: the shape and the number alone, three widgets abreast.
 */
export type View = DashboardSettings["dashboard_preferences"]["defaultView"];

/** By widget, whether this device shows its chart or its figures. */
export type ViewModes = SessionState["ui_state"]["viewModes"];
export type ViewMode = ViewModes[Widget];

/** Whether the widget has a chart in the board's view, so that the person can choose between chart and table. */
export const hasChart = (widget: Widget, view: View): boolean => view !== "classic" && isDrawn(widget);

/** The view of a widget: that of the board, or a table where the person chose it on this device. */
export const viewOf = (widget: Widget, view: View, modes: ViewModes): View =>
  hasChart(widget, view) && modes[widget] === "table" ? "classic" : view;
