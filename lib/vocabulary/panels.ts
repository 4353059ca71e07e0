/** The parts of what the database answers a dashboard, each asked for by name. */
export const panelNames = [
  "metrics",
  "monthlyPerformance",
  "leadsConversions",
  "revenueChannel",
  "pieCharts",
  "recentActivity",
  "insights",
  "performanceTargets",
] as const;

export type PanelName = (typeof panelNames)[number];
