import type pg from "pg";

/** SQL of a chance, of one of some words, and of instants within some hundred days of now, or near the end of an hour. */
const some = (share: number) => `random() < ${share}`;
const one = (...words: string[]) =>
  `(array[${words.map((word) => `'${word}'`).join(", ")}])[1 + floor(random() * ${words.length})]`;
const days = (now: number) =>
  `(timestamptz '${new Date(now).toISOString()}' - (random() ^ 3 * 420 - 3) * interval '1 day')`;
const edges = (now: number) =>
  `date_trunc('hour', ${days(now)}) + (floor(random() * 3) - 1) * interval '1 millisecond'`;

const heat = one("cold", "warm", "hot", "burning");
const status = one("open", "open", "qualified", "won", "lost");

/** What is there from the start. */
const beginnings = (now: number) => [
  "delete from public.leads where project_id = $1",
  "delete from public.performance_targets where project_id = $1",
  `insert into public.leads (project_id, name, channel, heat, status, value, bant_budget, bant_authority, bant_need,
     bant_timeline, created_at, qualified_at, won_at)
   select $1, 'Lead', ${one("whatsapp", "web", "facebook", "google", "referral")}, ${heat}, ${status},
     floor(random() * 900000) / 100, ${some(0.5)}, ${some(0.5)}, ${some(0.5)}, ${some(0.5)},
     case when ${some(0.4)} then ${edges(now)} else ${days(now)} end,
     case when ${some(0.4)} then ${days(now)} end, case when ${some(0.3)} then ${edges(now)} end
   from generate_series(1, 120)`,
  `insert into public.lead_events (lead_id, project_id, kind, before, after, at)
   select l.id, $1, ${one("heat", "heat", "message")}, '"cold"', '"warm"', ${days(now)}
   from public.leads l where l.project_id = $1 and ${some(0.4)}`,
  `insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
   select $1, m.lead_id, m.at, m.at + interval '1 hour', m.status
   from (
     select l.id as lead_id, ${days(now)} as at, ${one("scheduled", "held", "canceled", "no_show")} as status
     from public.leads l, generate_series(1, 2) where l.project_id = $1
   ) m where ${some(0.4)}`,
  `insert into public.messages (project_id, lead_id, direction, sent_at, reply_seconds)
   select $1, l.id, 'out', ${days(now)}, floor(random() * 4000) from public.leads l, generate_series(1, 2)
   where l.project_id = $1 and ${some(0.7)}`,
  `insert into public.performance_targets (project_id, metric, period_start, target)
   select $1, m, d::date, 9 from unnest(array['leads', 'qualified', 'meetings', 'revenue']) m,
     generate_series(timestamp '2026-01-01', '2027-02-01', '1 month') d`,
];

/** What comes later, to a share of what is there. */
const changes = (now: number, share: number) => {
  const of = (table: string, change: string, part = share) =>
    `${change.startsWith("delete") ? `delete from public.${table}` : `update public.${table} ${change}`}
     where project_id = $1 and ${some(part)}`;
  return [
    of("leads", `set heat = ${heat}`),
    of("leads", `set status = ${status}`),
    of("leads", "set bant_need = not bant_need, value = value + 1"),
    of("leads", `set created_at = ${edges(now)}`),
    of("meetings", `set status = ${one("scheduled", "canceled")}`),
    of(
      "meetings",
      "set lead_id = (select id from public.leads where project_id = $1 order by created_at, id limit 1)",
      share / 4,
    ),
    of("meetings", "delete", share / 2),
    of("lead_events", "delete", share / 2),
    of("messages", `set direction = ${one("in", "out")}`),
    of(
      "messages",
      "set lead_id = (select id from public.leads where project_id = $1 order by created_at, id limit 1)",
      share / 4,
    ),
    of("messages", "delete", share),
    of("leads", "delete", share / 3),
  ];
};

/**
 * A life of a project, told by a seed: leads come, turn, are judged, met, moved and removed, by statements of one row and
 * of many. Much of it lies near the ends of hours, which are those of days somewhere.
 */
export async function liveRandomly(client: pg.ClientBase, projectId: string, now: number, seed: number) {
  await client.query("select setseed($1)", [(seed % 1_000_000) / 1_000_000]);
  for (const sql of [...beginnings(now), ...changes(now, 0.02), ...changes(now, 0.3)])
    await client.query(sql, [projectId]);
}
