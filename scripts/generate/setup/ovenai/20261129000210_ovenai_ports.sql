-- How the product sees an existing OvenAI: the names of business_ports.sql, over tables that are not ours. Row-level
-- security of theirs says nothing here: a signed-in reader sees what their membership of a client opens, and functions
-- that run as the owner see all.

-- An owner or admin of a client, in any case of letters, is admin of its projects, a member is a member. Other roles
-- (SYSTEM is one) and rows without a person open nothing.
create or replace view private.tenant_client_members as
select m.client_id, m.user_id, lower(m.role) as role from public.client_members m
where m.user_id is not null and lower(m.role) in ('owner', 'admin', 'member')
  and (current_user <> 'authenticated' or m.user_id = (select auth.uid()));

create or replace view private.tenant_members as
select p.id as project_id, m.user_id, case lower(m.role) when 'member' then 'member' else 'admin' end as role
from public.client_members m
join public.projects p on p.client_id = m.client_id
where m.user_id is not null and lower(m.role) in ('owner', 'admin', 'member')
  and (current_user <> 'authenticated' or p.id = any (array(select private.my_project_ids())));

create or replace view private.tenant_clients as
select c.id, c.name::text as name from public.clients c
where current_user <> 'authenticated' or c.id = any (array(select private.my_client_ids()));

create or replace view private.tenant_projects as
select p.id, p.client_id, p.name::text as name from public.projects p
where current_user <> 'authenticated' or p.id = any (array(select private.my_project_ids()));

-- OvenAI stores no heat: its analytics count points for the status, five for each interaction up to 25, for how recent
-- the last one is, 20 where a person is needed and 25 where a meeting is near; 85 is burning, 65 hot, 40 warm. Its points
-- for a status go from 10 to 95; those between follow the meaning of the words. This function and the next have no
-- search_path: the planner sees through them then, and nothing is called for a row. Their bodies are parsed already.
create or replace function private.heat_points(status text, state text, needs_person boolean, interactions integer,
  last_interaction timestamptz)
returns integer
language sql
stable
parallel safe
return (
  case status
      when 'closed_won' then 95 when 'converted' then 95 when 'hot' then 80 when 'qualified' then 75
      when 'interest' then 60 when 'warm' then 50 when 'consideration' then 50 when 'follow_up' then 40
      when 'nurturing' then 40 when 'active' then 40 when 'contacted' then 35 when 'awareness' then 30
      when 'new' then 25 when 'pending' then 25 when 'unqualified' then 20 when 'not_contacted' then 20
      when 'cold' then 15 else 10
    end
    + least(greatest(coalesce(interactions, 0), 0) * 5, 25)
    + case
      when last_interaction is null then 0
      -- By how long ago: a day before now would be worked out for each row, by the calendar of the zone.
      when now() - last_interaction < interval '1 day' then 15
      when now() - last_interaction < interval '7 days' then 5
      when now() - last_interaction > interval '30 days' then -10
      else 0
    end
    + case when needs_person then 20 else 0 end
    + case when state in ('qualified_for_meeting', 'meeting_set') then 25 else 0 end
);

-- What OvenAI says of a lead, in our words. One BANT mark at most is known from bant_status, or all four. Its Calendly
-- function writes hot and burning into it, too.
create or replace function private.derived_judgement(status text, state text, bant_status text, needs_person boolean,
  interactions integer, last_interaction timestamptz)
returns table (
  heat text, status text, bant_budget boolean, bant_authority boolean, bant_need boolean, bant_timeline boolean
)
language sql
stable
parallel safe
rows 1
begin atomic
  select
    -- Counted once: what is inlined is counted wherever it stands.
    case when bant_status = 'burning' then 'burning' else (array['cold', 'warm', 'hot', 'burning'])[1 + greatest(
      width_bucket(private.heat_points(status, state, needs_person, interactions, last_interaction), array[40, 65, 85]),
      case when bant_status = 'hot' then 2 else 0 end)] end,
    case
      when status in ('converted', 'closed_won') then 'won'
      when status in ('closed_lost', 'archived', 'deleted', 'inactive') then 'lost'
      when status = 'qualified' or bant_status in ('budget_qualified', 'authority_qualified', 'need_qualified',
        'timing_qualified', 'partially_qualified', 'fully_qualified', 'qualified') then 'qualified'
      else 'open'
    end,
    coalesce(bant_status in ('budget_qualified', 'fully_qualified'), false),
    coalesce(bant_status in ('authority_qualified', 'fully_qualified'), false),
    coalesce(bant_status in ('need_qualified', 'fully_qualified'), false),
    coalesce(bant_status in ('timing_qualified', 'fully_qualified'), false);
end;

-- A lead without a project is not shown: nothing says who may see it.
create or replace view private.lead_facts as
select l.id, l.current_project_id as project_id,
  coalesce(nullif(btrim(concat_ws(' ', l.first_name, l.last_name)), ''), '…' || right(l.phone, 4), 'Lead') as name,
  null::text as company, null::text as email, l.phone::text as phone, 'whatsapp'::text as channel,
  coalesce(j.heat, d.heat) as heat, coalesce(j.status, d.status) as status,
  coalesce(j.bant_budget, d.bant_budget) as bant_budget,
  coalesce(j.bant_authority, d.bant_authority) as bant_authority,
  coalesce(j.bant_need, d.bant_need) as bant_need,
  coalesce(j.bant_timeline, d.bant_timeline) as bant_timeline,
  0::numeric(14, 2) as value, l.created_at,
  greatest(l.last_interaction, j.judged_at, l.created_at) as last_activity_at,
  case when coalesce(j.status, d.status) in ('qualified', 'won') then coalesce(j.qualified_at, l.updated_at) end
    as qualified_at,
  case when coalesce(j.status, d.status) = 'won' then coalesce(j.won_at, l.updated_at) end as won_at,
  (select m.user_id from public.lead_members m where m.lead_id = l.id and m.role = 'OWNER' and m.user_id is not null
    order by m.created_at, m.user_id limit 1) as owner_id,
  l.next_follow_up as follow_up_at
from public.leads l
cross join lateral private.derived_judgement(l.status, l.state, l.bant_status, l.requires_human_review,
  l.interaction_count, l.last_interaction) d
left join private.lead_judgements j on j.lead_id = l.id
where l.current_project_id is not null
  and (current_user <> 'authenticated' or l.current_project_id = any (array(select private.my_project_ids())));

create or replace view private.lead_history as
select e.id, e.lead_id, e.project_id, e.kind, e.before, e.after, e.actor, e.at from private.lead_events e
where current_user <> 'authenticated' or e.project_id = any (array(select private.my_project_ids()));

-- OvenAI stores no meetings: whatever it counts as one is one, at the time that its Calendly function noted, which
-- invites people itself: there is no sequence.
create or replace view private.lead_meetings as
select l.id, l.id as lead_id, l.current_project_id as project_id, at.starts_at,
  at.starts_at + interval '30 minutes' as ends_at, 'scheduled'::text as status, null::integer as sequence
from public.leads l
cross join lateral (
  select coalesce((
    select noted.value::timestamptz
    from jsonb_each_text(case jsonb_typeof(l.state_status_metadata -> 'calendly_meeting_scheduled')
      when 'object' then l.state_status_metadata -> 'calendly_meeting_scheduled' else '{}' end) noted
    where noted.key ~ 'start'
      and noted.value ~ '^\d{4}-((0[1-9]|1[0-2])-(0[1-9]|[12]\d)|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$'
    limit 1
  ), l.updated_at) as starts_at
) at
where l.current_project_id is not null
  and (l.requires_human_review or l.state in ('qualified_for_meeting', 'meeting_set', 'demo_scheduled'))
  and (current_user <> 'authenticated' or l.current_project_id = any (array(select private.my_project_ids())));

-- Each row of conversations is one message. A reply counts from the last message that came in before it; all of a lead's
-- are gone through once, as nothing of theirs finds them by lead.
create or replace view private.lead_messages as
select m.id, m.lead_id, m.project_id, m.direction, m.sent_at,
  case m.direction when 'out' then extract(epoch from m.sent_at - m.asked_at)::integer end as reply_seconds
from (
  select c.id, c.lead_id, l.current_project_id as project_id,
    case c.direction when 'outbound' then 'out' else 'in' end as direction, at.sent_at,
    max(at.sent_at) filter (where c.direction is distinct from 'outbound')
      over (partition by l.current_project_id, c.lead_id order by at.sent_at) as asked_at
  from public.conversations c
  join public.leads l on l.id = c.lead_id
  cross join lateral (select coalesce(c.wa_timestamp, c.timestamp, c.created_at) as sent_at) at
  where l.current_project_id is not null
    and (current_user <> 'authenticated' or l.current_project_id = any (array(select private.my_project_ids())))
) m;

-- OvenAI asks a client for a description and an address, and its trigger may make the person a member by itself.
create or replace function private.make_workspace(person uuid, client_name text, project_name text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  new_client uuid;
  new_project uuid;
  address constant text := (select u.email from auth.users u where u.id = person);
begin
  insert into public.clients (name, description, contact_info)
  values (client_name, client_name, jsonb_build_object('email', address)) returning id into new_client;
  insert into public.client_members (client_id, user_id, role) values (new_client, person, 'OWNER') on conflict do nothing;
  insert into public.projects (client_id, name) values (new_client, project_name) returning id into new_project;
  return jsonb_build_object('client_id', new_client, 'project_id', new_project);
end;
$$;

-- Its own Calendly function notes meetings.
create or replace function private.store_meeting(
  meeting uuid, lead uuid, begins timestamptz, ends timestamptz, state text
)
returns uuid
language sql
volatile
set search_path = ''
as $$ select null::uuid; $$;

-- Its own agent notes messages.
create or replace function private.store_message(
  message uuid, lead uuid, way text, moment timestamptz, failed timestamptz
)
returns uuid
language sql
volatile
set search_path = ''
as $$ select null::uuid; $$;

-- A membership of theirs is theirs to end.
create or replace function private.forget_member(person uuid)
returns void
language sql
volatile
set search_path = ''
as $$ select null::void; $$;

-- Who leads a client is theirs to say: whoever alone leads one with others in it stays until they have said it.
create or replace function private.successions(person uuid)
returns table (client_id uuid, client_name text, heir uuid, blocked boolean)
language sql
stable
set search_path = ''
as $$
  select c.id, c.name, null::uuid, true
  from private.tenant_client_members m
  join private.tenant_clients c on c.id = m.client_id
  where m.user_id = successions.person and m.role in ('owner', 'admin')
    and exists (
      select from private.tenant_client_members o where o.client_id = c.id and o.user_id <> successions.person)
    and not exists (
      select from private.tenant_client_members o
      where o.client_id = c.id and o.user_id <> successions.person and o.role in ('owner', 'admin'));
$$;

create or replace function private.hand_over(person uuid)
returns void
language sql
volatile
set search_path = ''
as $$ select null::void; $$;

-- Its syncs echo: within a minute a lead is set back to what it was, and forth again. What has just been so is not news.
create or replace function private.is_news(change private.lead_change)
returns boolean
language sql
stable
set search_path = ''
as $$
  select (change).before is null or exists (
    select from (values
      ('heat', to_jsonb(((change).before).heat), to_jsonb(((change).after).heat)),
      ('status', to_jsonb(((change).before).status), to_jsonb(((change).after).status)),
      ('bant', jsonb_build_object('budget', ((change).before).bant_budget),
        jsonb_build_object('budget', ((change).after).bant_budget)),
      ('bant', jsonb_build_object('authority', ((change).before).bant_authority),
        jsonb_build_object('authority', ((change).after).bant_authority)),
      ('bant', jsonb_build_object('need', ((change).before).bant_need),
        jsonb_build_object('need', ((change).after).bant_need)),
      ('bant', jsonb_build_object('timeline', ((change).before).bant_timeline),
        jsonb_build_object('timeline', ((change).after).bant_timeline))
    ) part (kind, before, after)
    where part.before <> part.after and not exists (
      select from private.lead_events e
      where e.lead_id = (change).lead_id and e.kind = part.kind and e.at > now() - interval '1 minute'
        and part.after in (e.before, e.after))
  );
$$;

create or replace function private.business_is_ours(table_name text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select table_name <> all (array['clients', 'client_members', 'projects', 'project_members', 'leads', 'lead_events',
    'meetings', 'messages']);
$$;

revoke all on table private.tenant_clients, private.tenant_projects, private.tenant_client_members,
  private.tenant_members, private.lead_facts, private.lead_history, private.lead_meetings, private.lead_messages
  from public, anon, authenticated, service_role;
grant select on table private.tenant_clients, private.tenant_projects, private.tenant_client_members,
  private.tenant_members, private.lead_facts, private.lead_history, private.lead_meetings, private.lead_messages
  to authenticated, service_role;

revoke all on function private.heat_points(text, text, boolean, integer, timestamptz),
  private.derived_judgement(text, text, text, boolean, integer, timestamptz),
  private.make_workspace(uuid, text, text), private.forget_member(uuid), private.successions(uuid), private.hand_over(uuid),
  private.store_meeting(uuid, uuid, timestamptz, timestamptz, text),
  private.store_message(uuid, uuid, text, timestamptz, timestamptz), private.business_is_ours(text),
  private.is_news(private.lead_change)
  from public, anon, authenticated, service_role;
-- The views call it as their reader.
grant execute on function private.heat_points(text, text, boolean, integer, timestamptz),
  private.derived_judgement(text, text, text, boolean, integer, timestamptz) to authenticated, service_role;
