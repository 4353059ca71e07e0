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

-- An older one answered the leads alone, and no other page.
drop function if exists public.get_leads(uuid, text, integer);
drop function if exists public.get_leads(uuid, text, integer, timestamptz, uuid);
-- An older one knew no Undo.
drop function if exists public.judge_lead(uuid, jsonb);

-- A page of the project's leads, the latest activity first: {leads, next: {at, id}}; none where the caller is not in the
-- project. heat: null for all of them. counts: only those behind a figure, by words of private.counts_of, from counts_from on
-- and before counts_to. next is before_at and before_id of the page that follows, null after the last. A
-- lead with new activity goes to the first page; of the others none is left out.
create or replace function public.get_leads(
  project_id uuid,
  heat text default null,
  page_size integer default 200,
  before_at timestamptz default null,
  before_id uuid default null,
  counts text[] default null,
  counts_from timestamptz default null,
  counts_to timestamptz default null
)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
-- Of a hundred thousand leads a page is read in the order of an index, never by sorting them all.
set enable_sort = off
as $$
#variable_conflict use_column
declare
  page constant integer := least(greatest(coalesce(page_size, 200), 1), 1000);
  cursor_at constant timestamptz := coalesce(before_at, 'infinity');
  cursor_id constant uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  found_leads private.lead_facts[];
begin
  -- One more than a page says whether there is more. The heat is a range that begins and ends at the word: with an
  -- equality the planner may walk through the leads of every heat in search of a rare one.
  if counts is not null then
    found_leads := array(
      select l from private.lead_facts l
      where l.id in (select unnest(private.leads_behind($1, counts, counts_from, counts_to)))
        and ($2 is null or l.heat = $2) and (l.last_activity_at, l.id) < (cursor_at, cursor_id)
      order by l.last_activity_at desc, l.id desc
      limit page + 1
    );
  elsif $2 is null then
    found_leads := array(
      select l from private.lead_facts l
      where l.project_id = $1 and (l.last_activity_at, l.id) < (cursor_at, cursor_id)
      order by l.last_activity_at desc, l.id desc
      limit page + 1
    );
  else
    found_leads := array(
      select l from private.lead_facts l
      where l.project_id = $1 and l.heat >= $2 and (l.heat, l.last_activity_at, l.id) < ($2, cursor_at, cursor_id)
      order by l.heat desc, l.last_activity_at desc, l.id desc
      limit page + 1
    );
  end if;
  return jsonb_build_object(
    'leads', (
      select coalesce(jsonb_agg(to_jsonb(l) - 'email' - 'phone' order by l.last_activity_at desc, l.id desc), '[]')
      from unnest(found_leads[1:page]) l
    ),
    'next', case when cardinality(found_leads) > page then
      jsonb_build_object('at', found_leads[page].last_activity_at, 'id', found_leads[page].id)
    end
  );
end;
$$;

-- One lead with its events (newest first; actor: null where the chat did it, its name null where the person has left), its
-- meetings with their answers, and how the caller stands to it and to
-- its project now: {state, until}, null for neither muted nor followed. PT404 where the caller sees no such lead.
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

create or replace function private.record_lead_changes(changes private.lead_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.lead_history (lead_id, project_id, kind, before, after, actor, at)
  select c.lead_id, c.project_id, change.kind, change.before, change.after, auth.uid(), c.at
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

revoke all on table public.performance_targets from public, anon, authenticated, service_role;
grant select on table public.performance_targets to authenticated;
grant select, insert, update, delete on table public.performance_targets to service_role;

revoke all on function public.get_leads(uuid, text, integer, timestamptz, uuid, text[], timestamptz, timestamptz), public.get_lead(uuid), public.judge_lead(uuid, jsonb, jsonb),
  private.record_lead_changes(private.lead_change[])
  from public, anon, authenticated, service_role;
grant execute on function public.get_leads(uuid, text, integer, timestamptz, uuid, text[], timestamptz, timestamptz), public.get_lead(uuid), public.judge_lead(uuid, jsonb, jsonb)
  to authenticated;
