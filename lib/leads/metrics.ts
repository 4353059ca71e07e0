import type { Panel } from "@/lib/leads/panels";

/** Metrics of the dashboard's first row. */
export const metricNames = ["leads", "qualified", "meetings", "conversion"] as const;

export type MetricName = (typeof metricNames)[number];

/**
 * `value` and `change` against as many days before: of counts a number, of conversion the meetings per lead (0.2) and a
 * difference of them (0.02 = 2 points). Conversion is null where fewer leads than `fewestLeads` came, and its change where
 * they did in either period: a percentage of nine says nothing. `part` of `whole` is what it is made of.
 */
export type Metric =
  | { name: Exclude<MetricName, "conversion">; value: number; change: number; series: number[] }
  | {
      name: "conversion";
      value: number | null;
      change: number | null;
      series: number[];
      part: number;
      whole: number;
    };

const fewestLeads = 20;

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const rate = (part: number, whole: number): number | null => (whole < fewestLeads ? null : part / whole);

export function metricsOf({ leads, qualified, meetings }: Panel<"metrics">): Metric[] {
  const count = (
    name: "leads" | "qualified" | "meetings",
    { value, previous, series }: typeof leads,
  ): Metric => ({
    name,
    value,
    change: value - previous,
    series,
  });
  const [value, before] = [rate(meetings.value, leads.value), rate(meetings.previous, leads.previous)];
  return [
    count("leads", leads),
    count("qualified", qualified),
    count("meetings", meetings),
    {
      name: "conversion",
      value,
      change: value === null || before === null ? null : value - before,
      series: leads.series.map((created, index) => ratio(meetings.series[index] ?? 0, created)),
      part: meetings.value,
      whole: leads.value,
    },
  ];
}
