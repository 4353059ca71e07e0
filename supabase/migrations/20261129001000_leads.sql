-- What pages read of leads and people judge about them, and what is written down when a judgement changes.

create table if not exists public.performance_targets (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null,
  metric text not null check (metric in ('leads', 'qualified', 'meetings', 'revenue')),
  period_start date not null,
  target numeric(14, 2) not null check (target > 0),
  -- Also the index behind the dashboard's read.
  constraint performance_targets_period_key unique (project_id, metric, period_start)
);
comment on table public.performance_targets is 'What a project wants to reach in the month that starts on period_start.';

-- Older ones had fewer orders, or none.
drop function if exists public.get_leads(uuid, text, integer);
drop function if exists public.get_leads(uuid, text, integer, timestamptz, uuid);
drop function if exists public.get_leads(uuid, text, integer, timestamptz, uuid, text[], timestamptz, timestamptz);
-- An older one knew no Undo.
drop function if exists public.judge_lead(uuid, jsonb);

-- The leads l of a project ($1) as a part of a query: of a heat ($2), or null. The heat is a range that begins and ends at it: with an
-- equality the planner may walk through the leads of every heat in search of a rare one. known: with what their history adds.
create or replace function private.leads_from(heat text, known boolean)
returns text
language sql
immutable
set search_path = ''
as $$
  select concat(' from private.', case when known then 'known_leads' else 'lead_facts' end, ' l where l.project_id = $1',
    case when heat is not null then ' and private.heat_rank(l.heat) between private.heat_rank($2) and private.heat_rank($2)' end);
$$;

-- More conditions on them: that they count for what is asked (private.counts_for), or null, and that they have every word of a text
-- ($3) in name, company or address, or its digits ($4) in the phone.
create or replace function private.and_found(counted text, needle text)
returns text
language sql
immutable
set search_path = ''
as $$
  select concat(' and (' || counted || ')',
    case when needle <> '' then ' and (lower(concat_ws('' '', l.name, l.company, l.email)) like all ($3)
      or $4 <> '''' and strpos(translate(l.phone, ''+-(). '', ''''), $4) > 0)' end);
$$;

-- Patterns for the words of a text, in whatever order they stand; `beginning`: only where a word after a blank begins with them.
create or replace function private.patterns_of(needle text, beginning boolean default false)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select array(select concat(case when beginning then '% ' else '%' end, regexp_replace(w, '([\\%_])', '\\\1', 'g'), '%')
    from regexp_split_to_table(btrim(needle), '\s+') w);
$$;

-- The digits to search phones for: none where the text is no number. Zeros before it are left out, as beside a country's code.
create or replace function private.digits_of(needle text)
returns text
language sql
immutable
set search_path = ''
as $$ select case when needle ~ '^[-0-9+(). ]{3,}$' then ltrim(translate(needle, '+-(). ', ''), '0') else '' end; $$;

-- A page of those leads, in an order that begins after a place in it ({key, at, id} of the lead before); counts: only those behind a
-- figure, by words of private.count_rules, from since on and before until. Of these a page is first sought among the first leads of
-- the order, so that it costs the same over whatever time, and only where they do not fill it among all that the project has.
-- Definer: under row-level security no index serves a comparison of lower(name) or of a number, so a page from the middle would read
-- all that stand before it. Who is not in the project gets none.
create or replace function private.page_of_leads(
  project uuid, heat text, counts text[], since timestamptz, until timestamptz, needle text, sort text, ascending boolean,
  after jsonb, size integer
)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
-- Of a hundred thousand leads a page is read in the order of an index, never by sorting them all.
set enable_sort = off
as $$
declare
  way constant text := case when ascending then ' asc' else ' desc' end;
  -- Leads of one heat are read as a part of all by heat.
  keys constant text[] := case
    when sort = 'heat' or heat is not null and sort = 'activity' then array['private.heat_rank(l.heat)', 'l.last_activity_at']
    when sort = 'name' then array['lower(l.name)'] when sort = 'value' then array['l.value']
    when sort = 'created' then array['l.created_at'] else array['l.last_activity_at'] end || array['l.id'];
  reached constant text[] := case when cardinality(keys) = 3 then array['private.heat_rank($5)', '$6']
    when sort = 'name' then array['$5'] when sort = 'value' then array['$5::numeric'] else array['$6'] end || array['$7'];
  place constant text := case when after is not null then format(' and (%s) %s (%s)', array_to_string(keys, ', '),
    case when ascending then '>' else '<' end, array_to_string(reached, ', ')) else '' end;
  in_order constant text := concat(' order by ', array_to_string(keys, way || ', '), way, ' limit ');
  patterns constant text[] := private.patterns_of(needle);
  digits constant text := private.digits_of(needle);
  behind uuid[];
begin
  if not project = any (array(select private.my_project_ids())) then
    return;
  elsif counts is null then
    return query execute concat('select to_jsonb(l)', private.leads_from(heat, false), private.and_found(null, needle), place, in_order, '$8')
      using project, heat, patterns, digits, after ->> 'key', (after ->> 'at')::timestamptz, (after ->> 'id')::uuid, size;
    return;
  end if;
  execute concat('select array(select l.id from (select l.*', private.leads_from(heat, true), place, in_order, '2000) l where true',
      private.and_found(private.counts_for(counts, since, until, null), needle), ' limit $8)')
    into behind
    using project, heat, patterns, digits, after ->> 'key', (after ->> 'at')::timestamptz, (after ->> 'id')::uuid, size;
  perform set_config('enable_sort', 'on', true);
  if cardinality(behind) < size then
    execute concat('with l as materialized (select l.id, l.heat, l.name, l.value, l.created_at, l.last_activity_at',
        private.leads_from(heat, true), place, private.and_found(private.counts_for(counts, since, until, project), needle),
        ') select array(select l.id from l', in_order, '$8)')
      into behind
      using project, heat, patterns, digits, after ->> 'key', (after ->> 'at')::timestamptz, (after ->> 'id')::uuid, size;
  end if;
  return query execute concat('select to_jsonb(l) from private.lead_facts l where l.id = any ($1)', in_order, '$2') using behind, size;
end;
$$;

-- How many leads of a project there are of each heat, as narrowed down; `most` at most are counted. Nobody's where the caller is
-- not in the project.
create or replace function private.count_leads(
  project uuid, counts text[], since timestamptz, until timestamptz, needle text, most integer
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  counted jsonb;
begin
  if project = any (array(select private.my_project_ids())) then
    execute concat('select jsonb_object_agg(c.heat, c.n) from (select l.heat, count(*) as n from (select l.heat',
        private.leads_from(null, counts is not null),
        private.and_found(case when counts is not null then private.counts_for(counts, since, until, project) end, needle),
        ' limit $5) l group by l.heat) c')
      into counted using project, null::text, private.patterns_of(needle), private.digits_of(needle), most;
  end if;
  return coalesce(counted, '{}');
end;
$$;

-- A page of the project's leads: {leads, next: {key, at, id}}; none where the caller is not in the project. heat: null for all
-- of them. counts: only those behind a figure, by words of private.count_rules, from counts_from on and before counts_to.
-- contacts: with address and phone. search: words in any order, each a part of name, company or address, or a part of the
-- phone. sort: activity, created, name, heat or value; of one heat, activity and heat are the same. next is before_key, before_at and before_id of the page that follows, null after the last. A lead
-- that changes its place meanwhile may come twice or not; of the others none is left out.
create or replace function public.get_leads(
  project_id uuid,
  heat text default null,
  page_size integer default 200,
  before_at timestamptz default null,
  before_id uuid default null,
  counts text[] default null,
  counts_from timestamptz default null,
  counts_to timestamptz default null,
  search text default null,
  sort text default 'activity',
  ascending boolean default false,
  before_key text default null,
  contacts boolean default false
)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_variable
declare
  page constant integer := least(greatest(coalesce(page_size, 200), 1), 1000);
  -- One more than a page says whether there is more.
  found_leads constant jsonb[] := array(
    select l from private.page_of_leads(project_id, heat, counts, counts_from, counts_to,
      lower(btrim(coalesce(left(search, 100), ''))), sort, ascending,
      case when before_id is not null then
        jsonb_build_object('key', coalesce(before_key, heat), 'at', coalesce(before_at, 'infinity'), 'id', before_id) end, page + 1) l);
  last constant jsonb := found_leads[page];
begin
  if sort not in ('activity', 'created', 'name', 'heat', 'value') then
    raise exception 'No order of leads.' using errcode = 'PT400', detail = 'sort';
  end if;
  return jsonb_build_object(
    'leads', (
      select coalesce(jsonb_agg(l.lead - array['owner_id', 'follow_up_at']
          - case when contacts then '{}' else array['email', 'phone'] end || jsonb_build_object(
            'owner', (select c.name from private.my_colleagues(array[(l.lead ->> 'owner_id')::uuid]) c),
            'next_step', (select jsonb_build_object('kind', s.kind, 'at', s.at) from (
                select 'meeting' as kind, m.starts_at as at from private.lead_meetings m
                where m.lead_id = (l.lead ->> 'id')::uuid and m.status = 'scheduled' and m.starts_at > now()
                union all
                select 'follow_up', (l.lead ->> 'follow_up_at')::timestamptz where l.lead ->> 'follow_up_at' is not null
              ) s order by s.at limit 1)) order by l.nth), '[]')
      from unnest(found_leads[1:page]) with ordinality l (lead, nth)),
    'next', case when cardinality(found_leads) > page then
      jsonb_build_object('id', last -> 'id', 'at', last -> case sort when 'created' then 'created_at' else 'last_activity_at' end,
        'key', case sort when 'name' then lower(last ->> 'name') when 'value' then last ->> 'value' else last ->> 'heat' end)
    end
  );
end;
$$;

-- How many leads a list has of each heat that there is, as get_leads narrows it down by the other arguments: {heats, more}.
-- more: there are more than are counted.
create or replace function public.get_lead_counts(
  project_id uuid, search text default null, counts text[] default null, counts_from timestamptz default null,
  counts_to timestamptz default null
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_variable
declare
  most constant integer := 100000;
  heats constant jsonb := private.count_leads(project_id, counts, counts_from, counts_to,
    lower(btrim(coalesce(left(search, 100), ''))), most + 1);
begin
  return jsonb_build_object('heats', heats, 'more', (select coalesce(sum(h.value::integer), 0) > most from jsonb_each_text(heats) h));
end;
$$;

-- For an answer while one types: the leads of all the caller's projects that have the words of the text, in any order, in name,
-- company or address, or the text in the phone. First those in whose name each of them begins a word, then by latest activity;
-- eight at most, none for an empty text.
create or replace function public.find_leads(search text)
returns jsonb
language sql
stable
set search_path = ''
set timezone = 'UTC'
as $$
  select coalesce(jsonb_agg(f.shown order by f.begins desc, f.at desc, f.id), '[]')
  from (
    select l.lead ->> 'id' as id, (l.lead ->> 'last_activity_at')::timestamptz as at,
      ' ' || lower(l.lead ->> 'name') like all (private.patterns_of(asked.needle, true)) as begins,
      jsonb_build_object('id', l.lead -> 'id', 'project_id', l.lead -> 'project_id', 'name', l.lead -> 'name',
        'company', l.lead -> 'company', 'heat', l.lead -> 'heat') as shown
    from (select lower(btrim(left(search, 100))) as needle) asked
    cross join private.my_project_ids() p (id)
    cross join private.page_of_leads(p.id, null, null, null, null, asked.needle, 'activity', false, null, 40) l (lead)
    where asked.needle <> ''
    order by begins desc, at desc, id limit 8
  ) f;
$$;

-- One lead with its events (newest first; actor: null where the chat did it, its name null where the person has left), its
-- meetings with their answers, the newest of its conversation, from which address the caller may write to it by mail and
-- whether it wants that (mail: {from, stopped}), whether they may write at it, and how they stand to it and to its project now: {state, until}, null for neither muted nor followed. PT404 where the caller sees no such lead.
create or replace function public.get_lead(lead_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  lead constant jsonb := (select to_jsonb(l) from private.lead_facts l where l.id = $1);
begin
  if lead is null then
    raise exception 'There is no such lead.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  return lead || jsonb_build_object(
    'lead_events', coalesce((
      select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'before', e.before, 'after', e.after, 'at', e.at,
        'actor', case when e.actor is not null then jsonb_build_object('name', c.name, 'me', e.actor = auth.uid()) end)
        order by e.id desc)
      from private.lead_history e
      left join private.my_colleagues(array(select h.actor from private.lead_history h where h.lead_id = $1)) c
        on c.id = e.actor
      where e.lead_id = $1), '[]'),
    'meetings', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'starts_at', m.starts_at, 'status', m.status,
        'answers', coalesce(a.answers, '[]')) order by m.starts_at)
      from private.lead_meetings m left join private.lead_answers($1) a on a.meeting_id = m.id
      where m.lead_id = $1), '[]'),
    'talk', private.lead_talk($1, null, null, 30),
    'mail', jsonb_build_object(
      'from', (select c.account ->> 'email' from public.integration_connections c
        where c.user_id = auth.uid() and c.provider = 'email' and c.status in ('connected', 'degraded')),
      'stopped', exists (select from public.lead_mail_stops s where s.lead_id = $1)),
    'writes', (lead ->> 'project_id')::uuid = any (array(select private.my_editable_project_ids())),
    'subscription', (
      select jsonb_build_object('state', s.state, 'until', s.until) from public.notification_subscriptions s
      where s.user_id = auth.uid() and s.project_id = (lead ->> 'project_id')::uuid and s.lead_id = $1
        and (s.until is null or s.until > now())),
    'project_subscription', (
      select jsonb_build_object('state', s.state, 'until', s.until) from public.notification_subscriptions s
      where s.user_id = auth.uid() and s.project_id = (lead ->> 'project_id')::uuid and s.lead_id is null
        and (s.until is null or s.until > now())));
end;
$$;

-- Writes what the caller judges about a lead: {heat, status, bant_budget, bant_authority, bant_need, bant_timeline}, each
-- optional. Answers all that is judged now. since: what has to hold still, as an Undo takes back nothing that is newer than
-- what it undoes. PT400 with the key at fault in `detail`, PT404 where the caller may not change the lead, or there is
-- none, PT409 where `since` holds no more.
create or replace function public.judge_lead(lead_id uuid, judgement jsonb, since jsonb default '{}')
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  given record;
  judged private.judgement;
  refused_detail text;
  refused_hint text;
begin
  if jsonb_typeof(judgement) is distinct from 'object' then
    raise exception 'A judgement is an object.' using errcode = 'PT400', detail = 'judgement';
  end if;
  for given in select j.key, j.value from jsonb_each(judgement) j loop
    if jsonb_typeof(given.value) is distinct from (case
      when given.key in ('heat', 'status') then 'string'
      when given.key in ('bant_budget', 'bant_authority', 'bant_need', 'bant_timeline') then 'boolean'
    end) then
      raise exception 'Not a judgement about a lead.' using errcode = 'PT400', detail = given.key;
    elsif jsonb_typeof(given.value) = 'string'
      and not (given.value #>> '{}') = any (private.judgement_words(given.key)) then
      raise exception 'Not a word for the % of a lead.', given.key using errcode = 'PT400', detail = given.key;
    end if;
  end loop;
  if jsonb_typeof(since) is distinct from 'object' then
    raise exception 'What has to hold is an object.' using errcode = 'PT400', detail = 'since';
  elsif exists (select from private.lead_facts l where l.id = lead_id and not to_jsonb(l) @> since) then
    raise exception 'The lead was judged anew since.' using errcode = 'PT409', detail = 'since';
  end if;
  judged := private.store_judgement(lead_id, judgement);
  if judged is null then
    raise exception 'There is no such lead to change.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  return to_jsonb(judged);
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('leads', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

-- Sets what a project wants to reach in the month that starts on `month`: {leads, qualified, meetings, revenue}, each
-- optional; null takes a target away. Answers those of the month. PT400 with the key at fault in `detail`, PT403 where the caller does not lead the
-- project.
create or replace function public.set_performance_targets(project_id uuid, month date, targets jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
declare
  given record;
begin
  if not $1 in (select private.my_led_project_ids()) then
    raise exception 'Targets are set by who leads the project.' using errcode = 'PT403';
  elsif month is null or extract(day from month) <> 1 then
    raise exception 'A month starts on its first day.' using errcode = 'PT400', detail = 'month';
  elsif jsonb_typeof(targets) is distinct from 'object' then
    raise exception 'Targets are an object.' using errcode = 'PT400', detail = 'targets';
  end if;
  for given in select t.key, t.value from jsonb_each(targets) t order by t.key loop
    if not given.key = any (array['leads', 'qualified', 'meetings', 'revenue']) or (case jsonb_typeof(given.value)
        when 'null' then false
        when 'number' then not given.value::numeric between 1 and 999999999
        else true end) then
      raise exception 'Not a target.' using errcode = 'PT400', detail = given.key;
    elsif given.value = 'null' then
      delete from public.performance_targets t
      where t.project_id = $1 and t.metric = given.key and t.period_start = $2;
    else
      insert into public.performance_targets (project_id, metric, period_start, target)
      values ($1, given.key, $2, given.value::numeric)
      on conflict (project_id, metric, period_start) do update set target = excluded.target;
    end if;
  end loop;
  return (
    select coalesce(jsonb_object_agg(t.metric, t.target), '{}') from public.performance_targets t
    where t.project_id = $1 and t.period_start = $2);
end;
$$;

create or replace function private.record_lead_changes(changes private.lead_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.lead_history (lead_id, project_id, kind, before, after, actor, at)
  select c.lead_id, c.project_id, change.kind, change.before, change.after, (select auth.uid()), c.at
  from unnest(changes) c
  cross join lateral (values
    ('created', null::jsonb, null::jsonb),
    ('heat', to_jsonb((c.before).heat), to_jsonb((c.after).heat)),
    ('bant', jsonb_build_object('budget', (c.before).bant_budget), jsonb_build_object('budget', (c.after).bant_budget)),
    ('bant', jsonb_build_object('authority', (c.before).bant_authority),
      jsonb_build_object('authority', (c.after).bant_authority)),
    ('bant', jsonb_build_object('need', (c.before).bant_need), jsonb_build_object('need', (c.after).bant_need)),
    ('bant', jsonb_build_object('timeline', (c.before).bant_timeline),
      jsonb_build_object('timeline', (c.after).bant_timeline)),
    ('status', to_jsonb((c.before).status), to_jsonb((c.after).status))
  ) change (kind, before, after)
  where case when c.before is null then change.kind = 'created' else change.before <> change.after end;
end;
$$;

alter table public.performance_targets enable row level security;

drop policy if exists "members see the targets of their projects" on public.performance_targets;
create policy "members see the targets of their projects" on public.performance_targets
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

drop policy if exists "who leads a project sets its targets" on public.performance_targets;
create policy "who leads a project sets its targets" on public.performance_targets
  for insert to authenticated
  with check (project_id = any (array(select private.my_led_project_ids())));
drop policy if exists "who leads a project changes its targets" on public.performance_targets;
create policy "who leads a project changes its targets" on public.performance_targets
  for update to authenticated
  using (project_id = any (array(select private.my_led_project_ids())))
  with check (project_id = any (array(select private.my_led_project_ids())));
drop policy if exists "who leads a project takes its targets away" on public.performance_targets;
create policy "who leads a project takes its targets away" on public.performance_targets
  for delete to authenticated
  using (project_id = any (array(select private.my_led_project_ids())));

revoke all on table public.performance_targets from public, anon, authenticated, service_role;
grant select, delete on table public.performance_targets to authenticated;
grant insert (project_id, metric, period_start, target), update (target) on table public.performance_targets to authenticated;
grant select, insert, update, delete on table public.performance_targets to service_role;

revoke all on function private.leads_from(text, boolean), private.and_found(text, text), private.patterns_of(text, boolean), private.digits_of(text),
  private.page_of_leads(uuid, text, text[], timestamptz, timestamptz, text, text, boolean, jsonb, integer), private.count_leads(uuid, text[], timestamptz, timestamptz, text, integer),
  public.get_leads(uuid, text, integer, timestamptz, uuid, text[], timestamptz, timestamptz, text, text, boolean, text, boolean),
  public.get_lead_counts(uuid, text, text[], timestamptz, timestamptz), public.find_leads(text), public.get_lead(uuid),
  public.judge_lead(uuid, jsonb, jsonb), public.set_performance_targets(uuid, date, jsonb), private.record_lead_changes(private.lead_change[])
  from public, anon, authenticated, service_role;
grant execute on function private.patterns_of(text, boolean), private.page_of_leads(uuid, text, text[], timestamptz, timestamptz, text, text, boolean, jsonb, integer),
  private.count_leads(uuid, text[], timestamptz, timestamptz, text, integer),
  public.get_leads(uuid, text, integer, timestamptz, uuid, text[], timestamptz, timestamptz, text, text, boolean, text, boolean),
  public.get_lead_counts(uuid, text, text[], timestamptz, timestamptz), public.find_leads(text), public.get_lead(uuid),
  public.judge_lead(uuid, jsonb, jsonb), public.set_performance_targets(uuid, date, jsonb) to authenticated;
