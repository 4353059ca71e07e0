-- The counts of private.counts_of, kept: a dashboard reads days and quarters of an hour, however many leads there are.
-- Each lead's mark as it was last counted is kept beside; what changed since is the difference. Counting a lead once more
-- changes nothing, so everything that may concern a lead just counts it.

create table if not exists private.counted_leads (
  lead_id uuid primary key,
  mark private.lead_mark not null
)
with (fillfactor = 90);
comment on table private.counted_leads is 'What private.lead_tallies hold of each lead. Written by private.count_leads alone.';

create table if not exists private.lead_tallies (
  project_id uuid not null references public.projects (id) on delete cascade,
  -- A word of private.count_rules.
  what text not null,
  -- Of a day of UTC rather than a quarter of an hour: long periods are read by days, and their ends by quarters.
  whole_day boolean not null,
  at timestamptz not null,
  -- Writers at one time count in rows of their own, so that nobody waits for another's transaction.
  writer integer not null,
  n numeric not null,
  primary key (project_id, what, whole_day, at, writer)
)
-- Heap-only updates.
with (fillfactor = 80);
comment on table private.lead_tallies is 'How much of what happened when in a project. Written by private.count_leads alone.';

-- The smallest number that no other open transaction has taken.
create or replace function private.writer_number()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  number integer := 0;
begin
  while not pg_try_advisory_xact_lock(1805, number) loop
    number := number + 1;
  end loop;
  return number;
end;
$$;

-- Counts leads anew, those too that are no more. Definer: nobody else writes the tables. One plan serves every lead: making
-- one costs more than carrying it out.
create or replace function private.count_leads(leads uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
declare
  before private.lead_mark[];
  after private.lead_mark[];
  number integer;
begin
  -- Who comes second waits, and compares with what the first has counted.
  perform from private.counted_leads c where c.lead_id = any (leads) order by c.lead_id for update;
  with changed as (
    select coalesce(c.lead_id, m.lead_id) as lead_id, c.mark as before, m.mark as after,
      c.lead_id is not null as was_there, m.lead_id is not null as is_there
    from (select * from private.counted_leads c where c.lead_id = any (leads)) c
    full join (select * from private.lead_marks m where m.lead_id = any (leads)) m on m.lead_id = c.lead_id
    where c.mark is distinct from m.mark
  ), kept as (
    insert into private.counted_leads as k (lead_id, mark)
    select c.lead_id, c.after from changed c where c.is_there
    on conflict (lead_id) do update set mark = excluded.mark
  ), gone as (
    delete from private.counted_leads k using changed c where k.lead_id = c.lead_id and not c.is_there
  )
  select array_agg(c.before) filter (where c.was_there), array_agg(c.after) filter (where c.is_there)
    into before, after
  from changed c;
  if before is null and after is null then
    return;
  end if;
  number := private.writer_number();
  insert into private.lead_tallies as t (project_id, what, whole_day, at, writer, n)
  select d.project_id, d.what, g.whole_day, case when g.whole_day then date_bin('1 day', d.at, 'epoch') else d.at end,
    number, sum(d.n)
  from (
    select c.project_id, c.what, c.at, c.n from private.counts_of(after) c
    union all
    select c.project_id, c.what, c.at, -c.n from private.counts_of(before) c
  ) d
  -- The leads of a project that is being deleted go after it.
  join private.tenant_projects p on p.id = d.project_id
  cross join (values (true), (false)) g (whole_day)
  group by 1, 2, 3, 4
  having sum(d.n) <> 0
  on conflict (project_id, what, whole_day, at, writer) do update set n = t.n + excluded.n;
end;
$$;

-- Counts every lead, in turn: what a table was filled with while its triggers were off is counted by this.
create or replace function private.count_all_leads()
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  part uuid[];
begin
  for part in
    select array_agg(x.id) from (
      select coalesce(l.id, c.lead_id) as id, row_number() over () / 5000 as part
      from private.lead_facts l full join private.counted_leads c on c.lead_id = l.id
    ) x group by x.part
  loop
    perform private.count_leads(part);
  end loop;
end;
$$;

create or replace function private.count_touched_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.count_leads(array(select t.id from touched t));
  return null;
end;
$$;

create or replace function private.count_changed_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  changed constant uuid[] := array(
    select n.id from new_leads n left join old_leads o on o.id = n.id
    -- A change of heat has become an event by now, and has been counted with it.
    where n.heat is not distinct from o.heat and (n.project_id, n.channel, n.status, n.bant_budget, n.bant_authority, n.bant_need, n.bant_timeline,
        n.value, n.created_at, n.qualified_at, n.won_at)
      is distinct from (o.project_id, o.channel, o.status, o.bant_budget, o.bant_authority, o.bant_need,
        o.bant_timeline, o.value, o.created_at, o.qualified_at, o.won_at)
    union
    select o.id from old_leads o where not exists (select from new_leads n where n.id = o.id));
begin
  if cardinality(changed) > 0 then
    perform private.count_leads(changed);
  end if;
  return null;
end;
$$;

-- For meetings and events, which name their lead.
create or replace function private.count_leads_of_touched()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.count_leads(array(select distinct t.lead_id from touched t));
  return null;
end;
$$;

create or replace function private.count_leads_of_changed()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.count_leads(array(select n.lead_id from new_rows n union select o.lead_id from old_rows o));
  return null;
end;
$$;

-- Of events only those of heat count; most are none.
create or replace function private.count_leads_of_events()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  turned constant uuid[] := array(select distinct t.lead_id from touched t where t.kind = 'heat');
begin
  if cardinality(turned) > 0 then
    perform private.count_leads(turned);
  end if;
  return null;
end;
$$;

-- Of messages only the first that we write counts.
create or replace function private.count_leads_of_messages()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  leads uuid[];
begin
  if tg_op = 'INSERT' then
    leads := array(
      select distinct c.lead_id from new_rows n join private.counted_leads c on c.lead_id = n.lead_id
      where n.direction = 'out' and (c.mark).reached is not true);
  elsif tg_op = 'UPDATE' then
    leads := array(
      select x.lead_id
      from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.lead_id), (o.lead_id)) x (lead_id)
      where (n.lead_id, n.direction) is distinct from (o.lead_id, o.direction));
  else
    leads := array(select distinct o.lead_id from old_rows o where o.direction = 'out');
  end if;
  if cardinality(leads) > 0 then
    perform private.count_leads(leads);
  end if;
  return null;
end;
$$;

-- By their names they come after what tells of a change, so that a change of heat is counted once, with its event.
create or replace trigger update_counts_of_new after insert on public.leads
  referencing new table as touched for each statement execute function private.count_touched_leads();
create or replace trigger update_counts_of_changed after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.count_changed_leads();
create or replace trigger update_counts_of_removed after delete on public.leads
  referencing old table as touched for each statement execute function private.count_touched_leads();

create or replace trigger update_counts_of_new after insert on public.meetings
  referencing new table as touched for each statement execute function private.count_leads_of_touched();
create or replace trigger update_counts_of_changed after update on public.meetings
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.count_leads_of_changed();
create or replace trigger update_counts_of_removed after delete on public.meetings
  referencing old table as touched for each statement execute function private.count_leads_of_touched();

create or replace trigger update_counts_of_new after insert on public.lead_events
  referencing new table as touched for each statement execute function private.count_leads_of_events();
create or replace trigger update_counts_of_changed after update on public.lead_events
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.count_leads_of_changed();
create or replace trigger update_counts_of_removed after delete on public.lead_events
  referencing old table as touched for each statement execute function private.count_leads_of_events();

create or replace trigger update_counts_of_new after insert on public.messages
  referencing new table as new_rows for each statement execute function private.count_leads_of_messages();
create or replace trigger update_counts_of_changed after update on public.messages
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.count_leads_of_messages();
create or replace trigger update_counts_of_removed after delete on public.messages
  referencing old table as old_rows for each statement execute function private.count_leads_of_messages();

-- Days that lie within a bucket are read whole, and its two ends by quarters of an hour. Each of these ranges is added up
-- by itself: joined, they might be sought among all that a project has.
create or replace function private.lead_counts(project uuid, whats text[], bounds timestamptz[])
returns table (what text, bucket integer, n numeric)
language sql
stable
set search_path = ''
as $$
  select c.what, b.bucket, sum(c.n)
  from (
    select i as bucket, bounds[i] as starts, bounds[i + 1] as ends from generate_series(1, cardinality(bounds) - 1) i
  ) b
  cross join lateral (
    select date_bin('1 day', b.starts + interval '1 day' - interval '1 microsecond', 'epoch') as first_day,
      date_bin('1 day', b.ends, 'epoch') as last_day
  ) d
  cross join lateral (values
    (true, d.first_day, d.last_day),
    (false, b.starts, least(d.first_day, b.ends)),
    (false, greatest(d.first_day, d.last_day), b.ends)
  ) r (whole_day, starts, ends)
  cross join lateral (
    select t.what, sum(t.n) as n from private.lead_tallies t
    where t.project_id = project and t.what = any (whats) and t.whole_day = r.whole_day
      and t.at >= r.starts and t.at < r.ends
    group by t.what
  ) c
  where r.starts < r.ends
  group by 1, 2;
$$;

create or replace function private.first_counted(project uuid, what text, since timestamptz, until timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select t.at from private.lead_tallies t
  where t.project_id = project and t.what = first_counted.what and not t.whole_day and t.at >= since and t.at < until
  group by t.at having sum(t.n) > 0 order by t.at limit 1;
$$;

alter table private.counted_leads enable row level security;
alter table private.lead_tallies enable row level security;
drop policy if exists "the service reads what was counted" on private.counted_leads;
create policy "the service reads what was counted" on private.counted_leads for select to service_role using (true);
drop policy if exists "members see the figures of their projects" on private.lead_tallies;
create policy "members see the figures of their projects" on private.lead_tallies
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table private.counted_leads, private.lead_tallies from public, anon, authenticated, service_role;
grant select on table private.counted_leads, private.lead_tallies to service_role;
grant select on table private.lead_tallies to authenticated;
revoke all on function private.writer_number(), private.count_leads(uuid[]), private.count_all_leads(),
  private.count_touched_leads(), private.count_changed_leads(), private.count_leads_of_touched(),
  private.count_leads_of_changed(), private.count_leads_of_events(), private.count_leads_of_messages(), private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function private.lead_counts(uuid, text[], timestamptz[]),
  private.first_counted(uuid, text, timestamptz, timestamptz) to authenticated;

-- What is there already.
select private.count_all_leads();
