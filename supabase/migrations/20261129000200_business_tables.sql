-- The business: clients own projects, people belong to both, and leads belong to projects. These eight tables are
-- OvenAI's own where OvenAI is there already. Only the migrations named business_* name them; everything else reads
-- them through what business_ports.sql defines.

create table if not exists public.clients (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.clients is 'A business that uses OvenAI.';

create table if not exists public.client_members (
  client_id uuid not null references public.clients (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('owner', 'admin', 'member')),
  created_at timestamptz not null default now(),
  primary key (client_id, user_id)
);
comment on table public.client_members is 'Who belongs to a client. Being in a client opens no project by itself.';
-- "My clients", in every policy of clients.
create index if not exists client_members_user_id_idx on public.client_members (user_id);

create table if not exists public.projects (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.projects is 'A line of leads of one client, with its own dashboard.';
-- Deleting a client finds its projects.
create index if not exists projects_client_id_idx on public.projects (client_id);

create table if not exists public.project_members (
  project_id uuid not null references public.projects (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('admin', 'member', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (project_id, user_id)
);
comment on table public.project_members is 'Who may see a project now; a viewer changes nothing in it.';
-- "My projects", in every policy.
create index if not exists project_members_user_id_idx on public.project_members (user_id);

create table if not exists public.leads (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  company text,
  email text,
  phone text,
  -- The words of channel, heat and status are checked by the generated migration.
  channel text not null default 'web',
  heat text not null default 'cold',
  bant_budget boolean not null default false,
  bant_authority boolean not null default false,
  bant_need boolean not null default false,
  bant_timeline boolean not null default false,
  status text not null default 'open',
  value numeric(14, 2) not null default 0 check (value >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_activity_at timestamptz not null default now(),
  qualified_at timestamptz,
  won_at timestamptz,
  -- The chat does not go on without a person.
  needs_person boolean not null default false,
  -- What happens to a lead happens in the lead's project: the tables below refer to both columns.
  constraint leads_project_key unique (id, project_id)
);
comment on table public.leads is 'Somebody who may buy: heat is how close they are, the BANT marks what is known.';
-- How hot, from 1: in the order of words burning would be the coldest.
create or replace function private.heat_rank(heat text)
returns integer
language sql
immutable
set search_path = ''
as $$ select array_position(array['cold', 'warm', 'hot', 'burning'], heat); $$;
revoke all on function private.heat_rank(text) from public, anon, authenticated, service_role;
grant execute on function private.heat_rank(text) to authenticated, service_role;

-- Pages of a project's leads, in each order of the list, both ways. By when they came also serves those of a period; by heat
-- also those of one heat, which may be rare.
create index if not exists leads_project_created_idx on public.leads (project_id, created_at, id);
create index if not exists leads_project_activity_idx on public.leads (project_id, last_activity_at, id);
create index if not exists leads_project_heat_idx on public.leads
  (project_id, private.heat_rank(heat), last_activity_at, id);
create index if not exists leads_project_name_idx on public.leads (project_id, lower(name), id);
create index if not exists leads_project_value_idx on public.leads (project_id, value, id);
-- Whom a calendar or a message means (private.lead_of_person).
create index if not exists leads_project_email_idx on public.leads (project_id, lower(email)) where email is not null;
create index if not exists leads_project_phone_idx on public.leads
  (project_id, right(regexp_replace(phone, '\D', '', 'g'), 9)) where phone is not null;

create table if not exists public.lead_events (
  id bigint generated by default as identity primary key,
  lead_id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('created', 'heat', 'bant', 'status', 'message', 'meeting')),
  -- heat, status: the value as a string; bant: an object of one mark, {"budget": true}; otherwise null or a remark.
  before jsonb,
  after jsonb,
  -- No foreign key: history outlives the account. private.erase_user takes the name out.
  actor uuid,
  at timestamptz not null default now(),
  constraint lead_events_lead_fkey foreign key (lead_id, project_id)
    references public.leads (id, project_id) on update cascade on delete cascade
);
comment on table public.lead_events is 'What happened to a lead, in order. Written by triggers on leads and by the service role.';
-- A lead's page.
create index if not exists lead_events_lead_idx on public.lead_events (lead_id, project_id);
-- Recent activity of a project.
create index if not exists lead_events_project_at_idx on public.lead_events (project_id, at desc, id desc);

create table if not exists public.meetings (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null,
  lead_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  status text not null default 'scheduled' check (status in ('scheduled', 'held', 'canceled', 'no_show')),
  created_at timestamptz not null default now(),
  -- Rises with the time, and where a meeting is canceled or stands again. Nobody writes it.
  sequence integer not null default 0 check (sequence >= 0),
  constraint meetings_lead_fkey foreign key (lead_id, project_id)
    references public.leads (id, project_id) on update cascade on delete cascade
);
comment on table public.meetings is 'Meetings agreed with leads.';
-- A lead's page.
create index if not exists meetings_lead_idx on public.meetings (lead_id, project_id);
-- A calendar of a project.
create index if not exists meetings_project_ends_idx on public.meetings (project_id, ends_at);

create table if not exists public.messages (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null,
  lead_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  sent_at timestamptz not null default now(),
  -- On our reply: seconds since the message that it answers.
  reply_seconds integer check (reply_seconds >= 0),
  -- When the provider said that ours will not arrive.
  failed_at timestamptz,
  constraint messages_lead_fkey foreign key (lead_id, project_id)
    references public.leads (id, project_id) on update cascade on delete cascade
);
comment on table public.messages is 'That a message was exchanged with a lead, not what it said.';
-- A lead's page.
create index if not exists messages_lead_idx on public.messages (lead_id, project_id);
-- Reply times of a period on the dashboard.
create index if not exists messages_project_sent_idx on public.messages (project_id, sent_at);

create or replace trigger touch_updated_at before update on public.clients
  for each row execute function private.touch_updated_at();
create or replace trigger touch_updated_at before update on public.projects
  for each row execute function private.touch_updated_at();

create or replace function private.stamp_lead()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.updated_at := now();
  if (new.heat, new.status, new.bant_budget, new.bant_authority, new.bant_need, new.bant_timeline)
    is distinct from (old.heat, old.status, old.bant_budget, old.bant_authority, old.bant_need, old.bant_timeline) then
    new.last_activity_at := now();
  end if;
  if new.status is distinct from old.status then
    new.qualified_at := case new.status
      when 'open' then null
      when 'lost' then new.qualified_at
      else coalesce(new.qualified_at, now())
    end;
    new.won_at := case when new.status = 'won' then coalesce(new.won_at, now()) end;
  end if;
  return new;
end;
$$;
create or replace trigger stamp_lead before update on public.leads
  for each row execute function private.stamp_lead();

-- Calendars ask anew where the sequence rises (RFC 5546).
create or replace function private.stamp_meeting()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.sequence := old.sequence + ((new.starts_at, new.ends_at, new.status = 'canceled')
    <> (old.starts_at, old.ends_at, old.status = 'canceled'))::integer;
  return new;
end;
$$;
create or replace trigger stamp_meeting before update on public.meetings
  for each row execute function private.stamp_meeting();
