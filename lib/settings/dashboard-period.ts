import * as s from "@/lib/schema";
import { dayPattern, periodPresets, type PeriodChoice } from "@/lib/vocabulary/periods";
import { atomic, type Field } from "./fields";

/** Empty where the preset says which days. */
const day = s.string(s.regex(new RegExp(`^(${dayPattern.source.slice(1, -1)})?$`)));

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
