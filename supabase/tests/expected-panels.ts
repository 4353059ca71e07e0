import type pg from "pg";

/** The same figures as get_dashboard_panels, counted row by row in another language. */
type Lead = {
  id: string;
  channel: string;
  heat: string;
  status: string;
  value: number;
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
type Reply = { sent_at: Date; reply_seconds: number };

const dayMs = 86_400_000;

export async function expectedPanels(db: pg.Pool, projectId: string, now: Date) {
  const rows = async <Row extends pg.QueryResultRow>(query: string) =>
    (await db.query<Row>(query, [projectId])).rows;
  const leads = (await rows<Lead>("select * from public.leads where project_id = $1")).map((lead) => ({
    ...lead,
    value: Number(lead.value),
  }));
  const events = await rows<Event>("select * from public.lead_events where project_id = $1");
  const meetings = await rows<Meeting>(
    "select * from public.meetings where project_id = $1 and status <> 'canceled'",
  );
  const replies = await rows<Reply>(
    "select * from public.messages where project_id = $1 and direction = 'out' and reply_seconds is not null",
  );
  const tonight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const inDays = (at: Date | null, from: number, to: number) =>
    at !== null && at.getTime() >= tonight - from * dayMs && at.getTime() < tonight - to * dayMs;
  const recent = (at: Date | null) => inDays(at, 120, 0);

  const trend = (instants: (Date | null)[]) => {
    const between = (from: number, to: number) =>
      instants.filter((at) => recent(at) && inDays(at, from, to)).length;
    return {
      value: between(30, 0),
      previous: between(60, 30),
      series: Array.from({ length: 13 }, (_, week) => between((12 - week) * 7 + 30, (12 - week) * 7)),
    };
  };
  const met = new Set(meetings.map(({ lead_id }) => lead_id));
  const warmed = new Set(events.filter(({ kind }) => kind === "heat").map(({ lead_id }) => lead_id));
  const cohort = leads.filter(({ created_at }) => recent(created_at));
  const open = leads.filter(({ status }) => status === "open" || status === "qualified");
  const won = leads.filter(({ won_at }) => recent(won_at));
  const waiting = open.filter(({ id, heat }) => heat === "burning" && !met.has(id));
  const since = ({ id, created_at }: Lead) =>
    Math.max(
      ...events
        .filter((event) => event.lead_id === id && event.after === "burning")
        .map(({ at }) => at.getTime()),
      ...(events.some((event) => event.lead_id === id && event.after === "burning")
        ? []
        : [created_at.getTime()]),
    );
  const cooled = leads.filter(
    ({ id, heat }) =>
      heat === "cold" && events.some((e) => e.lead_id === id && e.after === "cold" && inDays(e.at, 7, -1)),
  );
  const slots = groupBy(
    replies.filter(({ sent_at }) => inDays(sent_at, 30, -1)),
    ({ sent_at }) => Math.floor(sent_at.getUTCHours() / 2) * 2,
  );
  const medians = [...slots]
    .filter(([, each]) => each.length >= 5)
    .map(([fromHour, each]) => ({ fromHour, medianSeconds: median(each.map((one) => one.reply_seconds)) }))
    .sort((a, b) => a.medianSeconds - b.medianSeconds);
  const thisMonth = (at: Date | null) => at !== null && at.getTime() >= month;
  const sum = (all: Lead[]) => all.reduce((total, { value }) => total + value, 0);

  return {
    metrics: {
      leads: trend(leads.map(({ created_at }) => created_at)),
      qualified: trend(leads.map(({ qualified_at }) => qualified_at)),
      meetings: trend(meetings.map(({ starts_at }) => starts_at)),
    },
    monthlyPerformance: Array.from({ length: 17 }, (_, week) => {
      const from = (17 - week) * 7;
      return {
        weekStart: new Date(tonight - from * dayMs).toISOString().slice(0, 10),
        leads: leads.filter(({ created_at }) => inDays(created_at, from, from - 7)).length,
        qualified: leads.filter(({ qualified_at }) => inDays(qualified_at, from, from - 7)).length,
      };
    }),
    leadsConversions: {
      leads: cohort.length,
      warm: cohort.filter(({ id, heat }) => heat !== "cold" || warmed.has(id)).length,
      qualified: cohort.filter(({ qualified_at }) => qualified_at).length,
      meeting: cohort.filter(({ id }) => met.has(id)).length,
      won: cohort.filter(({ won_at }) => won_at).length,
    },
    revenueChannel: [...groupBy(won, ({ channel }) => channel)]
      .map(([channel, each]) => ({ channel, value: sum(each), won: each.length }))
      .sort((a, b) => b.value - a.value),
    pieCharts: Object.fromEntries(
      ["cold", "warm", "hot", "burning"].map((heat) => [
        heat,
        open.filter((lead) => lead.heat === heat).length,
      ]),
    ),
    waiting: { leads: waiting.length, oldestAt: waiting.length ? Math.min(...waiting.map(since)) : null },
    cooled: cooled.length,
    replies: medians.length > 1 ? { fastest: medians[0], slowest: medians.at(-1) } : null,
    reached: {
      leads: leads.filter(({ created_at }) => thisMonth(created_at)).length,
      qualified: leads.filter(({ qualified_at }) => thisMonth(qualified_at)).length,
      meetings: meetings.filter(({ starts_at }) => thisMonth(starts_at) && starts_at.getTime() < tonight)
        .length,
      revenue: sum(leads.filter(({ won_at }) => thisMonth(won_at))),
    },
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function groupBy<Item, Key>(items: Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
