import type { WeekStart } from "@/lib/time/formats";
import { panelNames, type PanelName } from "@/lib/vocabulary/panels";
import { periodPresets, type PeriodChoice } from "@/lib/vocabulary/periods";

/**
 * What a dashboard asks for: of which panels, over which days, on whose clock. `zone`: a name of our own table.
 * `weekStart`: Sunday is 0.
 */
export type Asked = {
  panels: PanelName[];
  period: PeriodChoice;
  /** Panels over days of their own. */
  own: Partial<Record<PanelName, PeriodChoice>>;
  zone: string;
  weekStart: WeekStart;
};

const daysWords = ({ preset, from, to }: PeriodChoice) => [preset, from, to].join(" ");
const words = ({ period, zone, weekStart }: Asked) => [daysWords(period), zone, weekStart].join(" ");
const ownWords = (asked: Asked, panel: PanelName) => {
  const period = asked.own[panel];
  return period && daysWords(period);
};

/** Whether figures that were asked for are of the days that are wanted now. */
export const isSamePeriod = (asked: Asked, wanted: Asked): boolean => words(asked) === words(wanted);

/** Whether they also have every panel that is wanted: nothing needs to be asked again. */
export const covers = (asked: Asked, wanted: Asked): boolean =>
  isSamePeriod(asked, wanted) &&
  wanted.panels.every(
    (panel) => asked.panels.includes(panel) && ownWords(asked, panel) === ownWords(wanted, panel),
  );

/** Panels over days of their own, as they stand in an address: `metrics:last7Days,insights:own:2026-11-01:2026-11-30`. */
export const writeOwn = (own: Asked["own"]): string =>
  panelNames
    .flatMap((panel) => {
      const period = own[panel];
      if (!period) return [];
      const { preset, from, to } = period;
      return [preset === "own" ? `${panel}:${preset}:${from}:${to}` : `${panel}:${preset}`];
    })
    .join(",");

/** Null for anything that is none; whether the days are a period is judged by whoever counts them. */
export function readOwn(text: string): Asked["own"] | null {
  const own: Asked["own"] = {};
  for (const part of text === "" ? [] : text.split(",")) {
    const [name, chosen, from = "", to = "", ...rest] = part.split(":");
    const panel = panelNames.find((one) => one === name);
    const preset = periodPresets.find((one) => one === chosen);
    if (!panel || !preset || own[panel] || rest.length > 0) return null;
    own[panel] = { preset, from, to };
  }
  return own;
}

/** What is asked over which days: once for the dashboard and once for each other period. */
export function askedByPeriod({
  panels,
  period,
  own,
}: Asked): { period: PeriodChoice; panels: PanelName[] }[] {
  const groups = new Map([[daysWords(period), { period, panels: panels.filter((panel) => !own[panel]) }]]);
  for (const panel of panels) {
    const days = own[panel];
    if (!days) continue;
    const group = groups.get(daysWords(days)) ?? { period: days, panels: [] };
    groups.set(daysWords(days), { ...group, panels: [...group.panels, panel] });
  }
  return [...groups.values()];
}
