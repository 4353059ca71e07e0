import type pg from "pg";

/** The same figures as get_dashboard_panels, counted row by row in another language. */
type Lead = {
  id: string;
  channel: string;
  heat: string;
  status: string;
  value: string;
  created_at: Date;
  qualified_at: Date | null;
  won_at: Date | null;
};
type Event = { lead_id: string; kind: string; after: unknown; at: Date };
type Meeting = { lead_id: string; starts_at: Date };
type Reply = { sent_at: Date; reply_seconds: number };
type Facts = { leads: Lead[]; events: Event[]; meetings: Meeting[]; replies: Reply[]; days: Days };

const dayMs = 86_400_000;

/** Whether an instant is at least `to` and less than `from` days before the end of today (UTC). */
type Days = (at: Date | null, from: number, to: number) => boolean;

export async function expectedPanels(db: pg.Pool, projectId: string, now: Date) {
  const rows = async <Row extends pg.QueryResultRow>(query: string) =>
    (await db.query<Row>(query, [projectId])).rows;
  const tonight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  const facts: Facts = {
    leads: await rows("select * from public.leads where project_id = $1"),
    events: await rows("select * from public.lead_events where project_id = $1"),
    meetings: await rows("select * from public.meetings where project_id = $1 and status <> 'canceled'"),
    replies: await rows("select * from public.messages where project_id = $1 and reply_seconds is not null"),
    days: (at, from, to) =>
      at !== null && at.getTime() >= tonight - from * dayMs && at.getTime() < tonight - to * dayMs,
  };
  return {
    ...overTime(facts, tonight),
    ...ofLeads(facts),
    ...insights(facts),
    reached: reachedSince(facts, Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1), tonight),
  };
}

function overTime({ leads, meetings, days }: Facts, tonight: number) {
  const trend = (instants: (Date | null)[]) => {
    const between = (from: number, to: number) =>
      instants.filter((at) => days(at, 120, 0) && days(at, from, to)).length;
    return {
      value: between(30, 0),
      previous: between(60, 30),
      series: Array.from({ length: 13 }, (_, week) => between((12 - week) * 7 + 30, (12 - week) * 7)),
    };
  };
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
        leads: leads.filter(({ created_at }) => days(created_at, from, from - 7)).length,
        qualified: leads.filter(({ qualified_at }) => days(qualified_at, from, from - 7)).length,
      };
    }),
  };
}

const isOpen = ({ status }: Lead) => status === "open" || status === "qualified";
const sum = (leads: Lead[]) => leads.reduce((total, { value }) => total + Number(value), 0);

function ofLeads({ leads, events, meetings, days }: Facts) {
  const met = new Set(meetings.map(({ lead_id }) => lead_id));
  const warmed = new Set(events.filter(({ kind }) => kind === "heat").map(({ lead_id }) => lead_id));
  const cohort = leads.filter(({ created_at }) => days(created_at, 120, 0));
  const won = leads.filter(({ won_at }) => days(won_at, 120, 0));
  const openAt = (heat: string) => leads.filter((lead) => isOpen(lead) && lead.heat === heat).length;
  return {
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
    pieCharts: { cold: openAt("cold"), warm: openAt("warm"), hot: openAt("hot"), burning: openAt("burning") },
  };
}

function insights({ leads, events, meetings, replies, days }: Facts) {
  const met = new Set(meetings.map(({ lead_id }) => lead_id));
  const turned = ({ id }: Lead, heat: string) =>
    events.filter((event) => event.lead_id === id && event.kind === "heat" && event.after === heat);
  const waiting = leads.filter((lead) => isOpen(lead) && lead.heat === "burning" && !met.has(lead.id));
  const since = waiting.map((lead) => {
    const times = turned(lead, "burning").map(({ at }) => at.getTime());
    return times.length > 0 ? Math.max(...times) : lead.created_at.getTime();
  });
  const lately = replies.filter(({ sent_at }) => days(sent_at, 30, -1));
  const medians = [...groupBy(lately, ({ sent_at }) => Math.floor(sent_at.getUTCHours() / 2) * 2)]
    .filter(([, each]) => each.length >= 5)
    .map(([fromHour, each]) => ({ fromHour, medianSeconds: median(each.map((one) => one.reply_seconds)) }))
    .sort((a, b) => a.medianSeconds - b.medianSeconds);
  return {
    waiting: { leads: waiting.length, oldestAt: since.length > 0 ? Math.min(...since) : null },
    cooled: leads.filter(
      (lead) => lead.heat === "cold" && turned(lead, "cold").some(({ at }) => days(at, 7, -1)),
    ).length,
    replies: medians.length > 1 ? { fastest: medians[0], slowest: medians.at(-1) } : null,
  };
}

function reachedSince({ leads, meetings }: Facts, month: number, tonight: number) {
  const isSince = (at: Date | null) => at !== null && at.getTime() >= month;
  return {
    leads: leads.filter(({ created_at }) => isSince(created_at)).length,
    qualified: leads.filter(({ qualified_at }) => isSince(qualified_at)).length,
    meetings: meetings.filter(({ starts_at }) => isSince(starts_at) && starts_at.getTime() < tonight).length,
    revenue: sum(leads.filter(({ won_at }) => isSince(won_at))),
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
