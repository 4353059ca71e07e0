import type pg from "pg";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { groupBy, median } from "./grouped";

/** The same figures as get_dashboard_panels, counted row by row in another language, by a clock of its own. */
type Lead = {
  id: string;
  channel: string;
  heat: string;
  status: string;
  value: string;
  created_at: Date;
  qualified_at: Date | null;
  won_at: Date | null;
  bant_budget: boolean;
  bant_authority: boolean;
  bant_need: boolean;
  bant_timeline: boolean;
};
type Event = { lead_id: string; kind: string; after: unknown; at: Date };
type Meeting = { lead_id: string; starts_at: Date };
type Reply = { id: string; sent_at: Date; reply_seconds: number };
type Facts = {
  sent: { lead_id: string }[];
  leads: Lead[];
  events: Event[];
  meetings: Meeting[];
  replies: Reply[];
};

/** Instants are Unix ms. `hourOf`: the hour of the viewer's day at an instant. */
export type Span = {
  bounds: readonly number[];
  previous: readonly [number, number];
  month: readonly [number, number];
  hourOf: (at: Date) => number;
};

type Within = (at: Date | null) => boolean;
const within =
  (from: number, to: number): Within =>
  (at) =>
    at !== null && at.getTime() >= from && at.getTime() < to;

export async function expectedPanels(db: pg.Pool | pg.ClientBase, projectId: string, span: Span) {
  const rows = async <Row extends pg.QueryResultRow>(query: string) =>
    (await db.query<Row>(query, [projectId])).rows;
  const facts: Facts = {
    leads: await rows("select * from public.leads where project_id = $1"),
    events: await rows("select * from public.lead_events where project_id = $1"),
    meetings: await rows("select * from public.meetings where project_id = $1 and status <> 'canceled'"),
    sent: await rows("select lead_id from public.messages where project_id = $1 and direction = 'out'"),
    replies: await rows(
      "select * from public.messages where project_id = $1 and direction = 'out' and reply_seconds is not null",
    ),
  };
  const [from = 0, to = 0] = [span.bounds[0], span.bounds.at(-1)];
  const inPeriod = within(from, to);
  const { heatOverTime, revenueOverTime, ...figures } = overTime(facts, span, inPeriod);
  const { channels, ...counts } = ofLeads(facts, inPeriod);
  const recorded = facts.leads.some(({ value }) => Number(value) > 0);
  return {
    ...figures,
    ...counts,
    revenueChannel: { recorded, channels, heat: heatOverTime, series: revenueOverTime },
    insights: insights(facts, span, inPeriod),
    reached: reached(facts, within(...span.month)),
  };
}

function overTime({ leads, meetings, ...facts }: Facts, { bounds, previous }: Span, inPeriod: Within) {
  const buckets = bounds.slice(1).map((end, index) => within(bounds[index] ?? 0, end));
  const before = within(...previous);
  const trend = (instants: (Date | null)[], isBefore = before) => ({
    value: instants.filter(inPeriod).length,
    previous: instants.filter(isBefore).length,
    series: buckets.map((isIn) => instants.filter(isIn).length),
  });
  const metrics = {
    leads: trend(leads.map(({ created_at }) => created_at)),
    qualified: trend(leads.map(({ qualified_at }) => qualified_at)),
    meetings: trend(
      meetings.map(({ starts_at }) => starts_at),
      within(previous[0], bounds[0] ?? 0),
    ),
    ...cohort({ leads, meetings, ...facts }, inPeriod),
  };
  return {
    metrics,
    heatOverTime: buckets.map((isIn) => ({
      ...countsByHeat(leads.filter((lead) => isOpen(lead) && isIn(lead.created_at))),
      meetings: meetings.filter(({ starts_at }) => isIn(starts_at)).length,
    })),
    revenueOverTime: buckets.map((isIn) => dealsOf(leads.filter(({ won_at }) => isIn(won_at)))),
    monthlyPerformance: buckets.map((_, index) => ({
      leads: metrics.leads.series[index],
      qualified: metrics.qualified.series[index],
    })),
  };
}

const countsByHeat = (leads: Lead[]) =>
  Object.fromEntries(heats.map((heat) => [heat, leads.filter((lead) => lead.heat === heat).length]));

function cohort({ leads, meetings, sent }: Facts, inPeriod: Within) {
  const came = leads.filter(({ created_at }) => inPeriod(created_at));
  const [met, reached] = [meetings, sent].map((each) => new Set(each.map(({ lead_id }) => lead_id)));
  return {
    cohort: {
      leads: came.length,
      reached: came.filter(({ id }) => reached?.has(id)).length,
      qualified: came.filter(({ qualified_at }) => qualified_at).length,
      met: came.filter(({ id }) => met?.has(id)).length,
    },
    heat: countsByHeat(came.filter(isOpen)),
  };
}

const isOpen = ({ status }: Lead) => status === "open" || status === "qualified";
/** In whole cents, as they add up exactly. */
const sum = (leads: Lead[]) =>
  leads.reduce((cents, { value }) => cents + Math.round(Number(value) * 100), 0) / 100;
const dealsOf = (won: Lead[]) => ({ value: sum(won), won: won.length });

function ofLeads({ leads, events, meetings }: Facts, inPeriod: Within) {
  const met = new Set(meetings.map(({ lead_id }) => lead_id));
  const warmed = new Set(events.filter(({ kind }) => kind === "heat").map(({ lead_id }) => lead_id));
  const cohort = leads.filter(({ created_at }) => inPeriod(created_at));
  const won = leads.filter(({ won_at }) => inPeriod(won_at));
  const open = cohort.filter(isOpen);
  return {
    leadsConversions: {
      leads: cohort.length,
      warm: cohort.filter(({ id, heat }) => heat !== "cold" || warmed.has(id)).length,
      qualified: cohort.filter(({ qualified_at }) => qualified_at).length,
      meeting: cohort.filter(({ id }) => met.has(id)).length,
      won: cohort.filter(({ won_at }) => won_at).length,
    },
    channels: [...groupBy(won, ({ channel }) => channel)]
      .map(([channel, each]) => ({ channel, ...dealsOf(each) }))
      .sort((a, b) => b.value - a.value || (a.channel < b.channel ? -1 : 1)),
    pieCharts: {
      heat: countsByHeat(open),
      bant: Object.fromEntries(
        bantMarks.map((mark) => [mark, open.filter((lead) => lead[`bant_${mark}`]).length]),
      ),
    },
  };
}

function insights({ leads, events, meetings, replies }: Facts, { hourOf }: Span, inPeriod: Within) {
  const met = new Set(meetings.map(({ lead_id }) => lead_id));
  const turnedAt = ({ id }: Lead) => {
    const turns = events.filter(({ lead_id, kind }) => lead_id === id && kind === "heat");
    return turns.length > 0 ? new Date(Math.max(...turns.map(({ at }) => at.getTime()))) : null;
  };
  const waiting = leads
    .filter((lead) => isOpen(lead) && lead.heat === "burning" && !met.has(lead.id))
    .map((lead) => turnedAt(lead) ?? lead.created_at)
    .filter(inPeriod);
  const cooled = leads.filter((lead) => lead.heat === "cold" && inPeriod(turnedAt(lead)));
  const lacking = cooled.map((lead) => bantMarks.find((mark) => !lead[`bant_${mark}`]) ?? "none");
  const missing = [...bantMarks, "none"].map((mark) => [mark, lacking.filter((one) => one === mark).length]);
  const lately = replies
    .filter(({ sent_at }) => inPeriod(sent_at))
    .sort((a, b) => b.sent_at.getTime() - a.sent_at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, 2000);
  const medians = [...groupBy(lately, ({ sent_at }) => Math.floor(hourOf(sent_at) / 2) * 2)]
    .filter(([, each]) => each.length >= 5)
    .map(([fromHour, each]) => ({
      fromHour,
      medianSeconds: median(each.map((one) => one.reply_seconds)),
      count: each.length,
    }));
  const by = (sign: 1 | -1) =>
    [...medians].sort((a, b) => sign * (a.medianSeconds - b.medianSeconds) || a.fromHour - b.fromHour)[0];
  const quarter = 900_000;
  return {
    leads: leads.filter(({ created_at }) => inPeriod(created_at)).length,
    burningWithoutMeeting: {
      leads: waiting.length,
      oldestAt:
        waiting.length > 0
          ? Math.floor(Math.min(...waiting.map((at) => at.getTime())) / quarter) * quarter
          : null,
    },
    wentCold: { leads: cooled.length, missing: Object.fromEntries(missing) },
    replies: medians.length > 1 ? { fastest: by(1), slowest: by(-1) } : null,
  };
}

const reached = ({ leads, meetings }: Facts, inMonth: Within) => ({
  leads: leads.filter(({ created_at }) => inMonth(created_at)).length,
  qualified: leads.filter(({ qualified_at }) => inMonth(qualified_at)).length,
  meetings: meetings.filter(({ starts_at }) => inMonth(starts_at)).length,
  revenue: sum(leads.filter(({ won_at }) => inMonth(won_at))),
});
