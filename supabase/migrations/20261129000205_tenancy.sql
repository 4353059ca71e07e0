-- Who is where. Membership of a project is the key to everything in it, and is read at the moment of each request:
-- whoever leaves loses access with the next statement.

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
  return query select m.project_id from private.tenant_members m where m.user_id = auth.uid();
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
    select m.project_id from private.tenant_members m
    where m.user_id = auth.uid() and m.role in ('admin', 'member');
end;
$$;

create or replace function private.my_led_project_ids()
returns setof uuid
language plpgsql
stable
security definer
rows 10
set search_path = ''
as $$
begin
  return query select m.project_id from private.tenant_members m where m.user_id = auth.uid() and m.role = 'admin';
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
    select m.client_id from private.tenant_client_members m where m.user_id = auth.uid()
    union
    select p.client_id from private.tenant_projects p
    join private.tenant_members m on m.project_id = p.id
    where m.user_id = auth.uid();
end;
$$;

-- The caller's own account, of which the API shows no table. Empty where the account is gone and its token is not, or
-- where the sign-in was ended from another device: a token outlives both for up to an hour.
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
    from auth.users u
    where u.id = auth.uid() and (auth.jwt() ->> 'session_id' is null
      or exists (select from auth.sessions s where s.id = (auth.jwt() ->> 'session_id')::uuid));
end;
$$;

-- The work of create_workspace: the caller may write none of the tables.
create or replace function private.create_workspace(client_name text, project_name text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
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
  return private.make_workspace(caller, client_name, project_name);
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

revoke all on function private.my_project_ids(), private.my_editable_project_ids(), private.my_led_project_ids(), private.my_client_ids(),
  private.my_account(), private.create_workspace(text, text), public.create_workspace(text, text)
  from public, anon, authenticated, service_role;
grant execute on function private.my_project_ids(), private.my_editable_project_ids(), private.my_led_project_ids(), private.my_client_ids(),
  private.my_account(), private.create_workspace(text, text), public.create_workspace(text, text) to authenticated;
