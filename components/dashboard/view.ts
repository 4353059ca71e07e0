import type { DashboardSettings } from "@/lib/settings/dashboard";

/**
 * How much a widget shows. Enhanced: charts with axes, labels and trends. Classic: the figures as tables.
 * Compact: the shape and the number alone, three widgets abreast.
 */
export type View = DashboardSettings["dashboard_preferences"]["defaultView"];
