import type { Panels, PanelsOf } from "@/lib/leads/panels";
import type { PanelName } from "@/lib/vocabulary/panels";

/** The figures that hold a panel: over days of its own, or those of the dashboard. */
export const figuresOf = (panel: PanelName, panels: Panels): PanelsOf => panels.own[panel] ?? panels;
