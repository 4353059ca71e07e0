/** What a project, and a person, may want to reach in a month. */
export const targetMetrics = ["leads", "qualified", "meetings", "revenue"] as const;

export type TargetMetric = (typeof targetMetrics)[number];

export const highestTarget = 999_999_999;
