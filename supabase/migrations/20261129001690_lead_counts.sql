-- What the figures of a dashboard count, said once: private.counts_of. Here it is counted whenever somebody asks, which
-- holds over every business. Where leads, meetings and their history are ours, business_ties_counts.sql keeps the counts.

do $$
begin
  -- All that figures need to know of a lead. turned_at: when its heat last changed; null: never. meetings: when those
  -- begin that nobody called off. reached: we have written to it.
  create type private.lead_mark as (
    project_id uuid, channel text, heat text, status text, bant_budget boolean, bant_authority boolean, bant_need boolean,
    bant_timeline boolean, value numeric, came_at timestamptz, qualified_at timestamptz, won_at timestamptz,
    turned_at timestamptz, meetings timestamptz[], reached boolean
  );
exception when duplicate_object then
  null;
end;
$$;

create or replace view private.lead_marks with (security_invoker = true) as
select l.id as lead_id, l.project_id, row(
    l.project_id, l.channel, l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline, l.value,
    l.created_at, l.qualified_at, l.won_at,
    (select max(e.at) from private.lead_history e where e.lead_id = l.id and e.kind = 'heat'),
    array(select m.starts_at from private.lead_meetings m where m.lead_id = l.id and m.status <> 'canceled' order by 1),
    exists (select from private.lead_messages m where m.lead_id = l.id and m.direction = 'out')
  )::private.lead_mark as mark
from private.lead_facts l;

-- What leads count for, and when. `at` is the quarter of an hour in which it happened: every zone's midnight begins one.
--   came, came:reached, :warm, :qualified, :met, :won
--                                             by when the lead came: all, and how far it has got. Who cooled was warm
--   open:<heat>, bant:<mark>                  by when it came, of the open ones
--   qualified, meetings                       by when that was
--   deals:<channel>, revenue:<channel>        by when it was won; how many, and their value
--   waiting                                   by when it turned burning: open, and nobody has agreed to meet
--   cooled:<mark>                             by when it turned cold, which it is: the first BANT mark it lacks, or none
-- lib/leads/filter.ts has the same words. place: of the lead among the marks, from 1.
drop function if exists private.counts_of(private.lead_mark[]);
create function private.counts_of(marks private.lead_mark[])
returns table (place bigint, project_id uuid, what text, at timestamptz, n numeric)
-- Planned once a session: each write of a lead asks.
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select m.ordinality, m.project_id, c.what, date_bin('15 minutes', c.at, 'epoch'), c.n
  from unnest(marks) with ordinality m
  cross join lateral (
    select m.status in ('open', 'qualified') as is_open, cardinality(m.meetings) > 0 as is_met,
      case when not m.bant_budget then 'budget' when not m.bant_authority then 'authority'
        when not m.bant_need then 'need' when not m.bant_timeline then 'timeline' else 'none' end as lacks
  ) known
  cross join lateral (
    select v.what, v.at, v.n
    from (values
      ('came', m.came_at, true, 1),
      ('came:reached', m.came_at, m.reached, 1),
      ('came:warm', m.came_at, m.heat <> 'cold' or m.turned_at is not null, 1),
      ('came:qualified', m.came_at, m.qualified_at is not null, 1),
      ('came:met', m.came_at, known.is_met, 1),
      ('came:won', m.came_at, m.won_at is not null, 1),
      ('open:' || m.heat, m.came_at, known.is_open, 1),
      ('bant:budget', m.came_at, known.is_open and m.bant_budget, 1),
      ('bant:authority', m.came_at, known.is_open and m.bant_authority, 1),
      ('bant:need', m.came_at, known.is_open and m.bant_need, 1),
      ('bant:timeline', m.came_at, known.is_open and m.bant_timeline, 1),
      ('qualified', m.qualified_at, true, 1),
      ('deals:' || m.channel, m.won_at, true, 1),
      ('revenue:' || m.channel, m.won_at, true, m.value),
      ('waiting', coalesce(m.turned_at, m.came_at), m.heat = 'burning' and known.is_open and not known.is_met, 1),
      ('cooled:' || known.lacks, m.turned_at, m.heat = 'cold', 1)
    ) v (what, at, holds, n)
    where v.holds and v.at is not null
    union all
    select 'meetings', s.at, 1 from unnest(m.meetings) s (at)
  ) c;
end;
$$;

-- How much of `whats` happened in a project between each of the bounds and the next: bucket 1 begins at bounds[1].
-- Ascending, on quarters of an hour. Buckets without anything are left out. Of what the caller sees.
create or replace function private.lead_counts(project uuid, whats text[], bounds timestamptz[])
returns table (what text, bucket integer, n numeric)
language sql
stable
set search_path = ''
as $$
  select c.what, width_bucket(c.at, bounds), sum(c.n)
  from private.counts_of(array(select m.mark from private.lead_marks m where m.project_id = project)) c
  where c.what = any (whats) and c.at >= bounds[1] and c.at < bounds[cardinality(bounds)]
  group by 1, 2;
$$;

-- The first quarter of an hour of a period in which any of `what` happened that still holds; null for none.
create or replace function private.first_counted(project uuid, what text, since timestamptz, until timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select min(c.at)
  from private.counts_of(array(select m.mark from private.lead_marks m where m.project_id = project)) c
  where c.what = first_counted.what and c.at >= since and c.at < until;
$$;

-- The leads that a figure counts: those that count for any of `whats` from `since` on and before `until`. Of what the caller
-- sees. A lead counts by instants of its own alone, so whoever has none of that time is not looked at.
create or replace function private.leads_behind(project uuid, whats text[], since timestamptz, until timestamptz)
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
declare
  -- By themselves: joined with the marks, they might be sought anew for each lead.
  leads uuid[] := array(
    select l.id from private.lead_facts l
    where l.project_id = project and (l.created_at >= since and l.created_at < until
      or l.qualified_at >= since and l.qualified_at < until or l.won_at >= since and l.won_at < until)
    union
    select h.lead_id from private.lead_history h where h.project_id = project and h.at >= since and h.at < until
    union
    select g.lead_id from private.lead_meetings g where g.project_id = project and g.starts_at >= since and g.starts_at < until
  );
  marks private.lead_mark[];
begin
  select array_agg(m.lead_id), array_agg(m.mark) into leads, marks
  from private.lead_marks m where m.lead_id = any (leads);
  return array(
    select distinct leads[c.place] from private.counts_of(marks) c
    where c.what = any (whats) and c.at >= since and c.at < until
  );
end;
$$;

revoke all on type private.lead_mark from public, anon, authenticated, service_role;
revoke all on table private.lead_marks from public, anon, authenticated, service_role;
grant select on table private.lead_marks to authenticated, service_role;
revoke all on function private.counts_of(private.lead_mark[]), private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz),
  private.leads_behind(uuid, text[], timestamptz, timestamptz) from public, anon, authenticated, service_role;
grant execute on function private.counts_of(private.lead_mark[]), private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz),
  private.leads_behind(uuid, text[], timestamptz, timestamptz) to authenticated;
