-- What the figures of a dashboard count, said once: private.count_rules. Here it is counted whenever somebody asks, which
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

-- A lead with what its history adds. Each of these is looked up only where it is asked for: plain `exists` might read the messages
-- of everybody for a page of leads.
create or replace view private.known_leads with (security_invoker = true) as
select l.id, l.project_id, l.name, l.company, l.email, l.phone, l.channel, l.heat, l.status, l.bant_budget, l.bant_authority,
  l.bant_need, l.bant_timeline, l.value, l.created_at, l.last_activity_at, l.qualified_at, l.won_at, l.created_at as came_at,
  (select max(e.at) from private.lead_history e where e.lead_id = l.id and e.kind = 'heat') as turned_at,
  array(select m.starts_at from private.lead_meetings m where m.lead_id = l.id and m.status <> 'canceled' order by 1) as meetings,
  coalesce((select true from private.lead_messages m where m.lead_id = l.id and m.direction = 'out' limit 1), false) as reached
from private.lead_facts l;

create or replace view private.lead_marks with (security_invoker = true) as
select l.id as lead_id, l.project_id, row(
    l.project_id, l.channel, l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline, l.value,
    l.came_at, l.qualified_at, l.won_at, l.turned_at, l.meetings, l.reached
  )::private.lead_mark as mark
from private.known_leads l;

-- What leads count for, and when, as parts of SQL about a lead l: its mark, or one of private.known_leads. A word is a kind, or
-- kind:part where it has a part. lib/leads/filter.ts has the same words.
--   came, came:reached, :warm, :qualified, :met, :won
--                                             by when the lead came: all, and how far it has got. Who cooled was warm
--   open:<heat>, bant:<mark>                  by when it came, of the open ones
--   qualified                                 by when that was
--   deals:<channel>, revenue:<channel>        by when it was won; how many, and their value
--   waiting                                   by when it turned burning: open, and nobody has agreed to meet
--   cooled:<mark>                             by when it turned cold, which it is: the first BANT mark it lacks, or none
--   meetings                                  by when each of them begins: at is an array
-- whats: only the rules of these words; null for all.
create or replace function private.count_rules(whats text[] default null)
returns table (kind text, part text, at text, holds text, n text)
language sql
immutable
set search_path = ''
as $$
  select r.*
  from (values
    ('came', null, 'l.came_at', 'true', '1'),
    ('came:reached', null, 'l.came_at', 'l.reached', '1'),
    ('came:warm', null, 'l.came_at', 'l.heat <> ''cold'' or l.turned_at is not null', '1'),
    ('came:qualified', null, 'l.came_at', 'l.qualified_at is not null', '1'),
    ('came:met', null, 'l.came_at', 'cardinality(l.meetings) > 0', '1'),
    ('came:won', null, 'l.came_at', 'l.won_at is not null', '1'),
    ('open', 'l.heat', 'l.came_at', 'l.status in (''open'', ''qualified'')', '1'),
    ('bant:budget', null, 'l.came_at', 'l.status in (''open'', ''qualified'') and l.bant_budget', '1'),
    ('bant:authority', null, 'l.came_at', 'l.status in (''open'', ''qualified'') and l.bant_authority', '1'),
    ('bant:need', null, 'l.came_at', 'l.status in (''open'', ''qualified'') and l.bant_need', '1'),
    ('bant:timeline', null, 'l.came_at', 'l.status in (''open'', ''qualified'') and l.bant_timeline', '1'),
    ('qualified', null, 'l.qualified_at', 'true', '1'),
    ('deals', 'l.channel', 'l.won_at', 'true', '1'),
    ('revenue', 'l.channel', 'l.won_at', 'true', 'l.value'),
    ('waiting', null, 'coalesce(l.turned_at, l.came_at)',
      'l.heat = ''burning'' and l.status in (''open'', ''qualified'') and cardinality(l.meetings) = 0', '1'),
    ('cooled', 'case when not l.bant_budget then ''budget'' when not l.bant_authority then ''authority''
        when not l.bant_need then ''need'' when not l.bant_timeline then ''timeline'' else ''none'' end',
      'l.turned_at', 'l.heat = ''cold''', '1'),
    ('meetings', null, 'l.meetings', 'true', '1')
  ) r (kind, part, at, holds, n)
  where whats is null or exists (
    select from unnest(whats) w (word)
    where case when r.part is null then w.word = r.kind else starts_with(w.word, concat(r.kind, ':')) end);
$$;

-- What marks count for: `at` is the quarter of an hour in which it happened: every zone's midnight begins one. place: of the lead
-- among the marks, from 1. Planned once a session, since each write of a lead asks.
drop function if exists private.counts_of(private.lead_mark[]);
do $do$
begin
  execute (
    select format($make$
create function private.counts_of(marks private.lead_mark[])
returns table (place bigint, project_id uuid, what text, at timestamptz, n numeric)
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select l.ordinality, l.project_id, c.what, date_bin('15 minutes', c.at, 'epoch'), c.n
  from unnest(marks) with ordinality l
  cross join lateral (
    select v.what, v.at, v.n from (values %s) v (what, at, holds, n) where v.holds and v.at is not null
    union all
    select v.what, s.at, v.n from (values %s) v (what, at, holds, n) cross join unnest(v.at) s (at) where v.holds
  ) c;
end;
$$
$make$, string_agg(r.counted, ', ') filter (where r.kind <> 'meetings'), string_agg(r.counted, ', ') filter (where r.kind = 'meetings'))
    from (
      select c.kind, format('(%L%s, %s, %s, %s)', c.kind, ' || '':'' || ' || c.part, c.at, c.holds, c.n) as counted
      from private.count_rules() c
    ) r);
end;
$do$;

-- The condition on l of private.known_leads, as a part of a query, that it counts for any of `whats` from `since` on and before
-- `until`, both on quarters of an hour. project: where all of its leads are asked, those whose history has nothing of that time
-- are left out first; null where a few leads are looked at.
create or replace function private.counts_for(whats text[], since timestamptz, until timestamptz, project uuid)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(string_agg(concat('(', r.holds, ')', format(' and ' || r.part || ' = any (%L::text[])',
      array(select substr(w.word, length(r.kind) + 2) from unnest(whats) w (word) where starts_with(w.word, r.kind || ':'))),
      format(case when r.kind = 'meetings' then ' and exists (select from unnest(l.meetings) s (at) where s.at >= %L and s.at < %L)'
        else ' and ' || r.at || ' >= %L and ' || r.at || ' < %L' end, since, until),
      case when project is not null then format(case
        when r.kind = 'meetings' then ' and l.id in (select g.lead_id from private.lead_meetings g
          where g.project_id = %L and g.starts_at >= %L and g.starts_at < %L)'
        when r.at like '%turned_at%' then concat(case when r.at like '%came_at%' then ' and (l.came_at >= %2$L and l.came_at < %3$L or '
          else ' and (' end, 'l.id in (select h.lead_id from private.lead_history h
          where h.project_id = %1$L and h.at >= %2$L and h.at < %3$L and h.kind = ''heat''))') end, project, since, until) end), ' or '), 'false')
  from private.count_rules(whats) r;
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

revoke all on type private.lead_mark from public, anon, authenticated, service_role;
revoke all on table private.known_leads, private.lead_marks from public, anon, authenticated, service_role;
grant select on table private.known_leads, private.lead_marks to authenticated, service_role;
revoke all on function private.counts_of(private.lead_mark[]), private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz),
  private.count_rules(text[]), private.counts_for(text[], timestamptz, timestamptz, uuid) from public, anon, authenticated, service_role;
grant execute on function private.counts_of(private.lead_mark[]), private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz) to authenticated;
