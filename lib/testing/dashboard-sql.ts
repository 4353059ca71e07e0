import { panelsArguments } from "@/lib/leads/arguments";
import type { PanelName } from "@/lib/vocabulary/panels";
import { periodOf, type Period } from "@/lib/leads/period";
import { utc } from "@/lib/time/zone";

export const panelsSql = "select public.get_dashboard_panels($1, $2, $3, $4, $5, $6, $7, $8) as panels";

/** The arguments after the project. */
export const panelsValues = (panels: readonly PanelName[], period: Period): unknown[] =>
  Object.values(panelsArguments(panels, period));

/** Of a test's machine, whose clock is the database's. */
export const lastThirtyDays = (now: number): Period =>
  periodOf({ preset: "last30Days", from: "", to: "" }, now, { zone: utc, weekStart: 1 });
