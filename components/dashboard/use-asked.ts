import { useMemo } from "react";
import { useFormats } from "@/components/ui/use-formats";
import type { Asked } from "@/lib/leads/asked";
import { panelsFor } from "@/lib/settings/widgets";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { widgets } from "@/lib/settings/widgets";

/** What the dashboard asks for with these settings, on the clock of the person who looks at it. */
export function useAsked({ widget_visibility, dashboard_preferences }: DashboardSettings): Asked {
  const { zone, weekStart } = useFormats();
  const { period } = dashboard_preferences;
  return useMemo(
    () => ({
      panels: panelsFor(widgets.filter((widget) => widget_visibility[widget])),
      period,
      zone: zone.id,
      weekStart,
    }),
    [widget_visibility, period, zone, weekStart],
  );
}
