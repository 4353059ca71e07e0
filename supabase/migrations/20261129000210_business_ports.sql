-- How the product sees the business. Policies, triggers and pages read these views and call these functions, never the
-- tables behind them; the set-up script writes other ones over the tables of a business that has its own. Here the views
-- are plain: a reader meets the row-level security of the tables, and a planner sees through them.

-- Replaced, not dropped: other views stand on these. A port grows at its end.
create or replace view private.tenant_clients with (security_invoker = true) as
select c.id, c.name from public.clients c;

create or replace view private.tenant_projects with (security_invoker = true) as
select p.id, p.client_id, p.name from public.projects p;

-- role: owner, admin or member of a client.
create or replace view private.tenant_client_members with (security_invoker = true) as
select m.client_id, m.user_id, m.role from public.client_members m;

-- Who may see a project now. role: admin, member or viewer.
create or replace view private.tenant_members with (security_invoker = true) as
select m.project_id, m.user_id, m.role from public.project_members m;

-- owner_id: whose lead it is; follow_up_at: when somebody has to write or call. Ours record neither.
create or replace view private.lead_facts with (security_invoker = true) as
select l.id, l.project_id, l.name, l.company, l.email, l.phone, l.channel, l.heat, l.status, l.bant_budget,
  l.bant_authority, l.bant_need, l.bant_timeline, l.value, l.created_at, l.last_activity_at, l.qualified_at, l.won_at,
  null::uuid as owner_id, null::timestamptz as follow_up_at
from public.leads l;

create or replace view private.lead_history with (security_invoker = true) as
select e.id, e.lead_id, e.project_id, e.kind, e.before, e.after, e.actor, e.at from public.lead_events e;

-- sequence: null where the business has no place for it.
create or replace view private.lead_meetings with (security_invoker = true) as
select m.id, m.lead_id, m.project_id, m.starts_at, m.ends_at, m.status, m.sequence from public.meetings m;

create or replace view private.lead_messages with (security_invoker = true) as
select m.id, m.lead_id, m.project_id, m.direction, m.sent_at, m.reply_seconds from public.messages m;

-- A client and its first project, of which `person` is the owner. Answers {client_id, project_id}.
create or replace function private.make_workspace(person uuid, client_name text, project_name text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  new_client uuid;
  new_project uuid;
begin
  insert into public.clients (name) values (client_name) returning id into new_client;
  insert into public.client_members (client_id, user_id, role) values (new_client, person, 'owner');
  insert into public.projects (client_id, name) values (new_client, project_name) returning id into new_project;
  insert into public.project_members (project_id, user_id, role) values (new_project, person, 'admin');
  return jsonb_build_object('client_id', new_client, 'project_id', new_project);
end;
$$;

-- Stores what a person judged about a lead; keys of `change` are those of private.judgement, each optional. Answers all
-- that is judged now; null where the caller may not change the lead, or there is none.
create or replace function private.store_judgement(lead uuid, change jsonb)
returns private.judgement
language plpgsql
volatile
set search_path = ''
as $$
declare
  judged private.judgement;
begin
  update public.leads l set
    heat = coalesce(change ->> 'heat', l.heat),
    status = coalesce(change ->> 'status', l.status),
    bant_budget = coalesce((change ->> 'bant_budget')::boolean, l.bant_budget),
    bant_authority = coalesce((change ->> 'bant_authority')::boolean, l.bant_authority),
    bant_need = coalesce((change ->> 'bant_need')::boolean, l.bant_need),
    bant_timeline = coalesce((change ->> 'bant_timeline')::boolean, l.bant_timeline)
  where l.id = lead
  returning l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline into judged;
  return judged;
end;
$$;

-- Whether people may add leads here, and remove what they added. Where the leads are the business's own they may not.
create or replace function private.takes_leads()
returns boolean
language sql
immutable
set search_path = ''
as $$ select true; $$;

-- Adds leads to a project: `given` has the columns of public.leads that a person writes. An id that is there already adds nothing.
-- Answers the ids that were added.
create or replace function private.store_leads(project uuid, given jsonb)
returns uuid[]
language sql
volatile
set search_path = ''
as $$
  with added as (
    insert into public.leads (id, project_id, name, company, email, phone, channel, value)
    select g.id, project, g.name, g.company, g.email, g.phone, coalesce(g.channel, 'web'), coalesce(g.value, 0)
    from jsonb_populate_recordset(null::public.leads, given) g
    on conflict (id) do nothing
    returning id
  )
  select coalesce(array_agg(a.id), '{}') from added a;
$$;

-- Removes these leads of a project; how many.
create or replace function private.remove_leads(project uuid, leads uuid[])
returns integer
language sql
volatile
set search_path = ''
as $$
  with removed as (delete from public.leads l where l.project_id = project and l.id = any (leads) returning 1)
  select count(*)::integer from removed;
$$;

-- Writes down a meeting that a calendar told of; null as `meeting` makes one. Answers its id; null where the business
-- writes its own down.
create or replace function private.store_meeting(
  meeting uuid, lead uuid, begins timestamptz, ends timestamptz, state text
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  kept uuid := meeting;
begin
  if kept is null then
    insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
    select l.project_id, l.id, begins, ends, state from private.lead_facts l where l.id = lead returning id into kept;
  else
    update public.meetings m set starts_at = begins, ends_at = ends, status = state
    where m.id = meeting and (m.starts_at, m.ends_at, m.status) <> (begins, ends, state);
  end if;
  return kept;
end;
$$;

-- Writes down that a message was exchanged with a lead; null as `message` makes one, else it only notes that ours will
-- not arrive. Answers its id; null where the business writes its own down.
create or replace function private.store_message(
  message uuid, lead uuid, way text, moment timestamptz, failed timestamptz
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  kept uuid := message;
begin
  if kept is not null then
    update public.messages m set failed_at = failed where m.id = kept and m.failed_at is null and failed is not null;
    return kept;
  end if;
  insert into public.messages (project_id, lead_id, direction, sent_at, failed_at, reply_seconds)
  select l.project_id, l.id, way, moment, failed, (
    -- Ours answers the first of theirs since we last wrote.
    select extract(epoch from moment - min(m.sent_at))::integer from public.messages m
    where way = 'out' and m.lead_id = lead and m.direction = 'in' and m.sent_at <= moment
      and m.sent_at > coalesce((select max(o.sent_at) from public.messages o
        where o.lead_id = lead and o.direction = 'out' and o.sent_at <= moment), '-infinity'))
  from private.lead_facts l where l.id = lead returning id into kept;
  return kept;
end;
$$;

-- What private.erase_user takes away of a person here.
create or replace function private.forget_member(person uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.project_members m where m.user_id = person;
  delete from public.client_members m where m.user_id = person;
end;
$$;

-- The clients that nobody would lead without `person`, and who will: whoever has been there longest. heir is null where
-- nobody else is in the client. blocked: the business gives the role itself, so the person has to wait for it.
create or replace function private.successions(person uuid)
returns table (client_id uuid, client_name text, heir uuid, blocked boolean)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
    select c.id, c.name, (
        select x.user_id from (
          select o.user_id, 1 as nearness, o.created_at from public.client_members o where o.client_id = c.id
          union all
          select o.user_id, 2, o.created_at from public.project_members o
          join public.projects p on p.id = o.project_id where p.client_id = c.id
        ) x
        where x.user_id <> successions.person order by x.nearness, x.created_at, x.user_id limit 1
      ), false
    from public.client_members m
    join public.clients c on c.id = m.client_id
    where m.user_id = successions.person and not exists (
      select from public.client_members o
      where o.client_id = c.id and o.user_id <> successions.person
        and (o.role in ('owner', 'admin') or m.role = 'member'));
end;
$$;

-- Gives what only `person` leads to those whom private.successions names. A client that nobody else is in goes, with its
-- projects and leads.
create or replace function private.hand_over(person uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into public.client_members as m (client_id, user_id, role)
  select s.client_id, s.heir, 'owner' from private.successions(hand_over.person) s where s.heir is not null
  on conflict (client_id, user_id) do update set role = 'owner';
  delete from public.clients c
  using private.successions(hand_over.person) s where c.id = s.client_id and s.heir is null;

  insert into public.project_members as m (project_id, user_id, role)
  select led.project_id, led.heir, 'admin'
  from (
    select m.project_id, coalesce(
        (select o.user_id from public.project_members o
          where o.project_id = m.project_id and o.user_id <> m.user_id and o.role = 'member'
          order by o.created_at, o.user_id limit 1),
        (select o.user_id from public.client_members o
          join public.projects p on p.client_id = o.client_id
          where p.id = m.project_id and o.user_id <> m.user_id and o.role in ('owner', 'admin')
          order by o.created_at, o.user_id limit 1)) as heir
    from public.project_members m
    where m.user_id = hand_over.person and m.role = 'admin' and not exists (
      select from public.project_members o
      where o.project_id = m.project_id and o.user_id <> m.user_id and o.role = 'admin')
  ) led
  where led.heir is not null
  on conflict (project_id, user_id) do update set role = 'admin';
end;
$$;

-- Nothing echoes here: every change of a lead is news.
create or replace function private.is_news(change private.lead_change)
returns boolean
language sql
immutable
set search_path = ''
as $$ select true; $$;

-- Whether a table of this name is ours, to be brought into our shape.
create or replace function private.business_is_ours(table_name text)
returns boolean
language sql
immutable
set search_path = ''
as $$ select true; $$;

revoke all on table private.tenant_clients, private.tenant_projects, private.tenant_client_members,
  private.tenant_members, private.lead_facts, private.lead_history, private.lead_meetings, private.lead_messages
  from public, anon, authenticated, service_role;
grant select on table private.tenant_clients, private.tenant_projects, private.tenant_client_members,
  private.tenant_members, private.lead_facts, private.lead_history, private.lead_meetings, private.lead_messages
  to authenticated, service_role;

revoke all on function private.make_workspace(uuid, text, text), private.store_judgement(uuid, jsonb),
  private.takes_leads(), private.store_leads(uuid, jsonb), private.remove_leads(uuid, uuid[]), private.store_meeting(uuid, uuid, timestamptz, timestamptz, text),
  private.store_message(uuid, uuid, text, timestamptz, timestamptz), private.forget_member(uuid), private.successions(uuid), private.hand_over(uuid), private.business_is_ours(text),
  private.is_news(private.lead_change)
  from public, anon, authenticated, service_role;
grant execute on function private.store_judgement(uuid, jsonb), private.takes_leads() to authenticated;
