import { panelNames } from "@/lib/vocabulary/panels";
import type { Panel, Panels } from "@/lib/leads/panels";

const freya = { leadId: "0a7e0000-0003-4000-8000-000000000001", leadName: "Freya O'Neill" };
const dana = { leadId: "0a7e0000-0003-4000-8000-000000000002", leadName: "דנה אברהם" };
const zeros = { value: 0, previous: 0, series: [0, 0, 0] };

const noHeat = { cold: 0, warm: 0, hot: 0, burning: 0 };

export const emptyMetrics = {
  leads: zeros,
  qualified: zeros,
  meetings: zeros,
  cohort: { leads: 0, reached: 0, qualified: 0, met: 0 },
  heat: noHeat,
} satisfies Panel<"metrics">;
export const someMetrics: Panel<"metrics"> = {
  leads: { value: 25, previous: 20, series: [10, 20, 25] },
  qualified: { value: 8, previous: 10, series: [6, 10, 8] },
  meetings: { value: 5, previous: 2, series: [0, 2, 5] },
  cohort: { leads: 25, reached: 24, qualified: 7, met: 4 },
  heat: { cold: 12, warm: 5, hot: 3, burning: 2 },
};

/** All panels of a fortnight, by weeks. */
const answered: Pick<Panels, "at" | "asked" | "own" | "period"> = {
  own: {},
  at: "2026-11-22T12:00:00.000+00:00",
  asked: {
    panels: [...panelNames],
    period: { preset: "own", from: "2026-11-09", to: "2026-11-22" },
    own: {},
    zone: "UTC",
    weekStart: 1,
  },
  period: {
    days: 14,
    unit: "week",
    starts: ["2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z"],
    ends: "2026-11-23T00:00:00Z",
    previous: { from: "2026-10-26T00:00:00Z", to: "2026-11-08T12:00:00Z" },
    month: { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" },
  },
};

/** What the database answers for a project without leads. */
export const emptyPanels = {
  ...answered,
  metrics: emptyMetrics,
  monthlyPerformance: [
    { leads: 0, qualified: 0 },
    { leads: 0, qualified: 0 },
  ],
  leadsConversions: { leads: 0, warm: 0, qualified: 0, meeting: 0, won: 0 },
  revenueChannel: { recorded: true, channels: [], series: [], heat: [] },
  pieCharts: {
    heat: noHeat,
    bant: { budget: 0, authority: 0, need: 0, timeline: 0 },
  },
  recentActivity: [],
  insights: {
    leads: 0,
    burningWithoutMeeting: { leads: 0, oldestAt: null },
    wentCold: { leads: 0, missing: { budget: 0, authority: 0, need: 0, timeline: 0, none: 0 } },
    replies: null,
  },
  performanceTargets: {
    mayEdit: false,
    metrics: [
      { metric: "leads", target: null, actual: 0 },
      { metric: "qualified", target: null, actual: 0 },
      { metric: "meetings", target: null, actual: 0 },
      { metric: "revenue", target: null, actual: 0 },
    ],
  },
} satisfies Panels;

/** A project with a little of everything. */
export const somePanels: Required<Panels> = {
  ...answered,
  metrics: someMetrics,
  monthlyPerformance: [
    { leads: 12, qualified: 3 },
    { leads: 8, qualified: 5 },
  ],
  leadsConversions: { leads: 66, warm: 51, qualified: 24, meeting: 13, won: 6 },
  revenueChannel: {
    recorded: true,
    channels: [
      { channel: "whatsapp", value: 41200, won: 2 },
      { channel: "google", value: 5500, won: 1 },
    ],
    series: [
      { value: 5500, won: 1 },
      { value: 41200, won: 2 },
    ],
    heat: [
      { cold: 4, warm: 2, hot: 1, burning: 0, meetings: 3 },
      { cold: 1, warm: 3, hot: 2, burning: 2, meetings: 2 },
    ],
  },
  pieCharts: {
    heat: { cold: 32, warm: 9, hot: 11, burning: 5 },
    bant: { budget: 14, authority: 20, need: 31, timeline: 9 },
  },
  recentActivity: [
    { id: 4, at: "2026-11-22T11:59:00+00:00", kind: "heat", before: "hot", after: "burning", ...freya },
    {
      id: 3,
      at: "2026-11-22T11:58:00+00:00",
      kind: "bant",
      before: { need: false },
      after: { need: true },
      ...dana,
    },
    { id: 2, at: "2026-11-21T11:00:00+00:00", kind: "status", before: "open", after: "qualified", ...freya },
    { id: 1, at: "2026-11-20T11:00:00+00:00", kind: "created", ...freya },
  ],
  insights: {
    leads: 66,
    burningWithoutMeeting: { leads: 3, oldestAt: "2026-11-19T12:00:00+00:00" },
    wentCold: { leads: 5, missing: { budget: 3, authority: 1, need: 0, timeline: 0, none: 1 } },
    replies: {
      fastest: { fromHour: 10, medianSeconds: 206, count: 31 },
      slowest: { fromHour: 14, medianSeconds: 1311.5, count: 12 },
    },
  },
  performanceTargets: {
    mayEdit: true,
    metrics: [
      { metric: "leads", target: 24, actual: 19 },
      { metric: "qualified", target: null, actual: 8 },
      { metric: "meetings", target: null, actual: 5 },
      { metric: "revenue", target: 40000, actual: 50000 },
    ],
  },
};
