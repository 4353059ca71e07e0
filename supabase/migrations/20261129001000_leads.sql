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

-- The project's leads, the latest activity first, at most page_size; none where the caller is not in the project. heat:
-- null for all of them.
create or replace function public.get_leads(project_id uuid, heat text default null, page_size integer default 200)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
begin
  return coalesce((
    select jsonb_agg(to_jsonb(l) - 'email' - 'phone' order by l.last_activity_at desc, l.id)
    from (
      select * from private.lead_facts l
      where l.project_id = $1 and ($2 is null or l.heat = $2)
      order by l.last_activity_at desc, l.id
      limit least(greatest($3, 1), 1000)
    ) l), '[]');
end;
$$;

-- One lead with its events (newest first) and meetings. PT404 where the caller sees no such lead.
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
      select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'before', e.before, 'after', e.after, 'at', e.at)
        order by e.id desc)
      from private.lead_history e where e.lead_id = $1), '[]'),
    'meetings', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'starts_at', m.starts_at, 'status', m.status) order by m.starts_at)
      from private.lead_meetings m where m.lead_id = $1), '[]'));
end;
$$;

-- Writes what the caller judges about a lead: {heat, status, bant_budget, bant_authority, bant_need, bant_timeline}, each
-- optional. Answers all that is judged now. PT400 with the key at fault in `detail`, PT404 where the caller may not change
-- the lead, or there is none.
create or replace function public.judge_lead(lead_id uuid, judgement jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  given record;
  judged private.judgement;
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
  judged := private.store_judgement(lead_id, judgement);
  if judged is null then
    raise exception 'There is no such lead to change.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  return to_jsonb(judged);
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

revoke all on function public.get_leads(uuid, text, integer), public.get_lead(uuid), public.judge_lead(uuid, jsonb),
  private.record_lead_changes(private.lead_change[])
  from public, anon, authenticated, service_role;
grant execute on function public.get_leads(uuid, text, integer), public.get_lead(uuid), public.judge_lead(uuid, jsonb)
  to authenticated;
