import type { PanelName } from "@/lib/vocabulary/panels";
import type { Period } from "@/lib/leads/period";
import { isoOf } from "@/lib/time/wall-time";

/** What `get_dashboard_panels` is asked with beside the project, in the order of its parameters. */
export const panelsArguments = (
  panels: readonly PanelName[],
  { bounds, previous, month, monthStarts, clock }: Period,
) => ({
  panels: [...panels],
  bounds: bounds.map(isoOf),
  previous: previous.map(isoOf),
  month: month.map(isoOf),
  month_starts: monthStarts,
  clock_changes: clock.changes.map(isoOf),
  clock_minutes: [...clock.minutes],
});
