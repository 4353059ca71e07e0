import type { WeekStart } from "@/lib/time/formats";
import type { PanelName } from "@/lib/vocabulary/panels";
import type { PeriodChoice } from "@/lib/vocabulary/periods";

/**
 * What a dashboard asks for: of which panels, over which days, on whose clock. `zone`: a name of our own table.
 * `weekStart`: Sunday is 0.
 */
export type Asked = { panels: PanelName[]; period: PeriodChoice; zone: string; weekStart: WeekStart };

const words = ({ period, zone, weekStart }: Asked) =>
  [period.preset, period.from, period.to, zone, weekStart].join(" ");

/** Whether figures that were asked for are of the days that are wanted now. */
export const isSamePeriod = (asked: Asked, wanted: Asked): boolean => words(asked) === words(wanted);

/** Whether they also have every panel that is wanted: nothing needs to be asked again. */
export const covers = (asked: Asked, wanted: Asked): boolean =>
  isSamePeriod(asked, wanted) && wanted.panels.every((panel) => asked.panels.includes(panel));
