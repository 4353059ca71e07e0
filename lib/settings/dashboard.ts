import { rectangle } from "./dashboard-layout";
import { ownTarget } from "./dashboard-targets";
import { asDashboard, period, widgetPeriod } from "./dashboard-period";
import { savedView, viewSlots } from "./dashboard-views";
import { choice, mapOf, milliseconds, toggle, type PatchOf, type ValueOf } from "./fields";
import { defineSection } from "./sections";
import { targetMetrics } from "@/lib/vocabulary/targets";
import { breakpoints, periodWidgets, widgets } from "./widgets";

const second = 1000;
const minute = 60 * second;

/**
 * What the dashboard shows and how. Stored per person, and again per person and project where they differ:
 * table user_dashboard_settings, one column per key.
 */
export const dashboard = defineSection({
  name: "dashboard",
  schemaVersion: 1,
  columns: {
    widget_visibility: mapOf(widgets, (widget) => toggle(true, widget)),
    widget_layout: mapOf(breakpoints, (breakpoint) =>
      mapOf(widgets, (widget) => rectangle(breakpoint, widget)),
    ),
    dashboard_preferences: {
      defaultView: choice("enhanced", ["enhanced", "classic", "compact"], "defaultView"),
      autoRefresh: toggle(true, "autoRefresh"),
      refreshInterval: milliseconds(
        5 * minute,
        {
          min: 10 * second,
          max: 24 * 60 * minute,
          options: [10 * second, 30 * second, minute, 5 * minute, 15 * minute, 60 * minute],
        },
        "refreshInterval",
      ),
      compactMode: toggle(false, "compactMode"),
      period: period(),
      /** Months, as its name says, unless weeks or the days of the dashboard are wanted. */
      widgetPeriods: mapOf(periodWidgets, (widget) =>
        widgetPeriod(widget === "monthlyPerformance" ? "last12Months" : asDashboard),
      ),
      ownTargets: mapOf(targetMetrics, ownTarget),
      savedViews: mapOf(viewSlots, savedView),
    },
  },
});

export type DashboardSettings = ValueOf<typeof dashboard.columns>;
export type DashboardPatch = PatchOf<typeof dashboard.columns>;
