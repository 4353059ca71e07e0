/** The periods that a dashboard offers, shortest first; `own`: from one day to another. */
export const periodPresets = [
  "today",
  "last7Days",
  "last30Days",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "last12Weeks",
  "last12Months",
  "own",
] as const;

export type PeriodPreset = (typeof periodPresets)[number];

/** `from` and `to`: the first and the last day of an own period, as `2026-11-30`; empty for all others. */
export type PeriodChoice = { preset: PeriodPreset; from: string; to: string };

/** A day that a period may begin or end on: the year 2000 to the year 2100. */
export const dayPattern = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Ten years, in days. */
export const longestPeriodDays = 3653;
