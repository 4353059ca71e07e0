import { useMemo } from "react";
import { useFormats } from "@/components/ui/use-formats";
import type { Asked } from "@/lib/leads/asked";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { figuresFor } from "@/lib/settings/dashboard-figures";

/** What the dashboard asks for with these settings, on the clock of the person who looks at it. */
export function useAsked(settings: DashboardSettings): Asked {
  const { zone, weekStart } = useFormats();
  return useMemo(() => ({ ...figuresFor(settings), zone: zone.id, weekStart }), [settings, zone, weekStart]);
}
