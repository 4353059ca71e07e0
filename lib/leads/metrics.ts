import type { Counted } from "@/lib/leads/filter";
import type { Panel } from "@/lib/leads/panels";

/** The figures of the first widget: what happened in the period, then how far the leads that came in it have got. */
export const metricNames = [
  "leads",
  "qualified",
  "meetings",
  "conversion",
  "bant",
  "heated",
  "reached",
  "pipeline",
] as const;

export type MetricName = (typeof metricNames)[number];

/** `part` of `whole` leads. */
export type Share = { part: number; whole: number };

/**
 * `figure` and what it was in the period before: a number of things, or a share; null where comparing would mislead, as
 * leads that came later have had less time. `series`: by bucket; `of`: the whole that it is a share of. `counted`: the
 * leads that are counted, or the part of them.
 */
export type Metric = {
  name: MetricName;
  figure: number | Share;
  previous: number | Share | null;
  series: readonly number[] | null;
  of?: readonly number[];
  counted: Counted;
};

const fewestLeads = 20;

/** Null of fewer than twenty leads: a percentage of nine says nothing. */
export const rateOf = ({ part, whole }: Share): number | null => (whole < fewestLeads ? null : part / whole);

/** How much more than before: of counts a number, of shares a difference (0.02 = 2 points); null: not to be compared. */
export function changeOf({ figure, previous }: Pick<Metric, "figure" | "previous">): number | null {
  if (previous === null) return null;
  if (typeof figure === "number") return typeof previous === "number" ? figure - previous : null;
  const [now, before] = [rateOf(figure), typeof previous === "number" ? null : rateOf(previous)];
  return now === null || before === null ? null : now - before;
}

export function metricsOf({ leads, qualified, meetings, cohort, heat }: Panel<"metrics">): Metric[] {
  const happened = (
    name: "leads" | "qualified" | "meetings",
    { value, previous, series }: typeof leads,
  ): Metric => ({
    name,
    figure: value,
    previous,
    series,
    counted: { kind: name === "leads" ? "came" : name, parts: [] },
  });
  const of = (part: number): Share => ({ part, whole: cohort.leads });
  const quiet = { previous: null, series: null };
  return [
    happened("leads", leads),
    happened("qualified", qualified),
    happened("meetings", meetings),
    {
      name: "conversion",
      figure: { part: meetings.value, whole: leads.value },
      previous: { part: meetings.previous, whole: leads.previous },
      series: meetings.series,
      of: leads.series,
      counted: { kind: "meetings", parts: [] },
    },
    { name: "bant", figure: of(cohort.qualified), ...quiet, counted: { kind: "came", parts: ["qualified"] } },
    {
      name: "heated",
      figure: heat.hot + heat.burning,
      ...quiet,
      counted: { kind: "open", parts: ["hot", "burning"] },
    },
    { name: "reached", figure: of(cohort.reached), ...quiet, counted: { kind: "came", parts: ["reached"] } },
    { name: "pipeline", figure: of(cohort.met), ...quiet, counted: { kind: "came", parts: ["met"] } },
  ];
}
