import * as s from "@/lib/schema";
import { dayPattern, periodPresets, type PeriodChoice } from "@/lib/vocabulary/periods";
import { atomic, type Field } from "./fields";

/** Empty where the preset says which days. */
const day = s.string(s.regex(new RegExp(`^(${dayPattern.source.slice(1, -1)})?$`)));

/** A widget that counts the days of its dashboard. */
export const asDashboard = "asDashboard";

/** Own dates are chosen for a dashboard as a whole. */
export const widgetPeriods = [asDashboard, ...periodPresets.filter((preset) => preset !== "own")] as const;

export type WidgetPeriod = (typeof widgetPeriods)[number];

/** The days that one widget counts; its own, or those of the dashboard. Chosen in its menu. */
export const widgetPeriod = (initial: WidgetPeriod): Field<WidgetPeriod> =>
  atomic(s.oneOf(widgetPeriods), initial, "widgetPeriod");

/** The days that a widget counts now, where they are not those of its dashboard. */
export const ownPeriodOf = (period: WidgetPeriod): PeriodChoice | null =>
  period === asDashboard ? null : { preset: period, from: "", to: "" };

/** The days that a dashboard counts. Chosen on the dashboard itself; how long it may be is judged where it is counted. */
export const period = (): Field<PeriodChoice> =>
  atomic(
    s.strictObject(
      { preset: s.oneOf(periodPresets), from: day, to: day },
      s.refine(({ preset, from, to }: PeriodChoice) => preset !== "own" || (from !== "" && from <= to), {
        path: ["to"],
        message: "before the first day",
      }),
    ),
    { preset: "last30Days", from: "", to: "" },
    "period",
  );
