import type { Panels } from "@/lib/leads/panels";

/**
 * Metrics of the dashboard's first row. Counts cover the last 30 days; conversion is meetings held per lead, 0 to 1.
 */
export const metricNames = ["leads", "qualified", "meetings", "conversion"] as const;

export type MetricName = (typeof metricNames)[number];

/**
 * `change` compares with the 30 days before: a share (0.12 = 12 % more) for counts, a difference (0.02 = 2 points) for
 * conversion, null if the previous value is zero.
 */
export type Metric = { name: MetricName; value: number; change: number | null; series: number[] };

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const relativeChange = (value: number, previous: number): number | null =>
  previous === 0 ? null : (value - previous) / previous;

export function metricsOf({ leads, qualified, meetings }: Panels["metrics"]): Metric[] {
  const count = (name: MetricName, { value, previous, series }: typeof leads): Metric => ({
    name,
    value,
    change: relativeChange(value, previous),
    series,
  });
  const conversion = ratio(meetings.value, leads.value);
  return [
    count("leads", leads),
    count("qualified", qualified),
    count("meetings", meetings),
    {
      name: "conversion",
      value: conversion,
      change: leads.previous === 0 ? null : conversion - ratio(meetings.previous, leads.previous),
      series: leads.series.map((created, index) => ratio(meetings.series[index] ?? 0, created)),
    },
  ];
}
