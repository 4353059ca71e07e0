-- Clients own projects; people belong to both. An OvenAI database that already has these tables keeps its own.
-- Membership of a project is the key to everything in it, and is read at the moment of each request: whoever leaves
-- loses access with the next statement. Rows are written by create_workspace and the service role only.

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

create or replace trigger touch_updated_at before update on public.clients
  for each row execute function private.touch_updated_at();
create or replace trigger touch_updated_at before update on public.projects
  for each row execute function private.touch_updated_at();

-- Policies ask these as `= any (array(select ...))`: evaluated once a statement, and usable as an index condition.
-- Definer, because the policies of the membership tables would otherwise call themselves. plpgsql keeps the plan for
-- the session, where an SQL function would be planned anew in each statement.
create or replace function private.my_project_ids()
returns setof uuid
language plpgsql
stable
security definer
rows 10
set search_path = ''
as $$
begin
  return query select m.project_id from public.project_members m where m.user_id = auth.uid();
end;
$$;

create or replace function private.my_editable_project_ids()
returns setof uuid
language plpgsql
stable
security definer
rows 10
set search_path = ''
as $$
begin
  return query
    select m.project_id from public.project_members m
    where m.user_id = auth.uid() and m.role in ('admin', 'member');
end;
$$;

create or replace function private.my_client_ids()
returns setof uuid
language plpgsql
stable
security definer
rows 10
set search_path = ''
as $$
begin
  return query
    select m.client_id from public.client_members m where m.user_id = auth.uid()
    union
    select p.client_id from public.projects p
    join public.project_members m on m.project_id = p.id
    where m.user_id = auth.uid();
end;
$$;

-- The caller's own account, of which the API shows no table. Empty where the account is gone and its token is not.
create or replace function private.my_account()
returns table (id uuid, email text, name text)
language plpgsql
stable
security definer
rows 1
set search_path = ''
as $$
begin
  return query
    select u.id, coalesce(u.email::text, ''),
      coalesce(nullif(btrim(u.raw_user_meta_data ->> 'name'), ''), split_part(u.email::text, '@', 1), '')
    from auth.users u where u.id = auth.uid();
end;
$$;

-- The work of create_workspace: the caller may write none of these tables.
create or replace function private.create_workspace(client_name text, project_name text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  new_client uuid;
  new_project uuid;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  -- Two tabs of the welcome page must not make two workspaces.
  perform pg_advisory_xact_lock(hashtextextended('create_workspace:' || caller, 0));
  if exists (select from private.my_client_ids()) then
    raise exception 'This account already has a workspace.' using errcode = 'PT409',
      hint = 'Open it; invitations make the others.';
  end if;
  insert into public.clients (name) values (client_name) returning id into new_client;
  insert into public.client_members (client_id, user_id, role) values (new_client, caller, 'owner');
  insert into public.projects (client_id, name) values (new_client, project_name) returning id into new_project;
  insert into public.project_members (project_id, user_id, role) values (new_project, caller, 'admin');
  return jsonb_build_object('client_id', new_client, 'project_id', new_project);
end;
$$;

-- A client and its first project for an account that has none. Answers {client_id, project_id}.
create or replace function public.create_workspace(name text, project text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  client_name constant text := btrim(coalesce(name, ''));
  project_name constant text := btrim(coalesce(project, ''));
begin
  if char_length(client_name) not between 1 and 120 then
    raise exception 'The name of the client has 1 to 120 characters.' using errcode = 'PT400', detail = 'name';
  elsif char_length(project_name) not between 1 and 120 then
    raise exception 'The name of the project has 1 to 120 characters.' using errcode = 'PT400', detail = 'project';
  end if;
  return private.create_workspace(client_name, project_name);
end;
$$;

alter table public.clients enable row level security;
alter table public.client_members enable row level security;
alter table public.projects enable row level security;
alter table public.project_members enable row level security;

drop policy if exists "people see the clients they work for" on public.clients;
create policy "people see the clients they work for" on public.clients
  for select to authenticated
  using (id = any (array(select private.my_client_ids())));

drop policy if exists "people see their own place in a client" on public.client_members;
create policy "people see their own place in a client" on public.client_members
  for select to authenticated
  using (user_id = (select auth.uid()));

drop policy if exists "people see the projects they are in" on public.projects;
create policy "people see the projects they are in" on public.projects
  for select to authenticated
  using (id = any (array(select private.my_project_ids())));

drop policy if exists "people see who is in their projects" on public.project_members;
create policy "people see who is in their projects" on public.project_members
  for select to authenticated
  using (project_id = any (array(select private.my_project_ids())));

revoke all on table public.clients, public.client_members, public.projects, public.project_members
  from public, anon, authenticated, service_role;
grant select on table public.clients, public.client_members, public.projects, public.project_members
  to authenticated;
grant select, insert, update, delete
  on table public.clients, public.client_members, public.projects, public.project_members to service_role;

revoke all on function private.my_project_ids(), private.my_editable_project_ids(), private.my_client_ids(),
  private.my_account(), private.create_workspace(text, text), public.create_workspace(text, text)
  from public, anon, authenticated, service_role;
grant execute on function private.my_project_ids(), private.my_editable_project_ids(), private.my_client_ids(),
  private.my_account(), private.create_workspace(text, text), public.create_workspace(text, text) to authenticated;
