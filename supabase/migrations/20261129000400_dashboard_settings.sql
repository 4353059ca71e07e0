-- What a person changed on their dashboards. A row holds only the values that differ from what would be inherited;
-- project null is the person's own default for all their projects.

create table if not exists public.user_dashboard_settings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  client_id uuid,
  project_id uuid,
  widget_visibility jsonb not null default '{}',
  widget_layout jsonb not null default '{}',
  dashboard_preferences jsonb not null default '{}',
  version integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- A leaf is checked where it changes (private.record_settings_changes), so that a value of yesterday's schema does
  -- not stop a person from changing another one. These are the floor below that.
  constraint user_dashboard_settings_are_objects check (
    jsonb_typeof(widget_visibility) = 'object'
    and jsonb_typeof(widget_layout) = 'object'
    and jsonb_typeof(dashboard_preferences) = 'object'
  ),
  constraint user_dashboard_settings_are_small check (
    pg_column_size(widget_visibility) <= 8192
    and pg_column_size(widget_layout) <= 8192
    and pg_column_size(dashboard_preferences) <= 8192
  ),
  -- Also the index behind every read: user_id first, as the policies ask.
  constraint user_dashboard_settings_scope_key unique nulls not distinct (user_id, project_id)
)
-- Room on the page keeps updates heap-only. For the same reason no index may ever cover the JSON columns, version or
-- updated_at: a GIN index here was measured to cost a fifth of the writes, and no query needs it.
with (fillfactor = 80);
comment on table public.user_dashboard_settings is
  'One row for a person and project (null: all projects) with only what the person changed. Written by patch_dashboard_settings.';
-- Deleting a client or a project finds the settings in it.
create index if not exists user_dashboard_settings_client_id_idx on public.user_dashboard_settings (client_id);
create index if not exists user_dashboard_settings_project_id_idx on public.user_dashboard_settings (project_id);

-- client_id is never the writer's choice: it follows the project.
create or replace function private.follow_project_client()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  new.client_id := (select p.client_id from private.tenant_projects p where p.id = new.project_id);
  return new;
end;
$$;
create or replace trigger follow_project_client
  before insert or update of client_id, project_id on public.user_dashboard_settings
  for each row execute function private.follow_project_client();

create or replace function private.move_settings_with_project()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.user_dashboard_settings s set client_id = new.client_id where s.project_id = new.id;
  return null;
end;
$$;
alter table public.user_dashboard_settings enable row level security;

drop policy if exists "members read their own dashboard settings" on public.user_dashboard_settings;
create policy "members read their own dashboard settings" on public.user_dashboard_settings
  for select to authenticated
  using (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "members add their own dashboard settings" on public.user_dashboard_settings;
create policy "members add their own dashboard settings" on public.user_dashboard_settings
  for insert to authenticated
  with check (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "members change their own dashboard settings" on public.user_dashboard_settings;
create policy "members change their own dashboard settings" on public.user_dashboard_settings
  for update to authenticated
  using (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  )
  with check (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "members remove their own dashboard settings" on public.user_dashboard_settings;
create policy "members remove their own dashboard settings" on public.user_dashboard_settings
  for delete to authenticated
  using (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

-- Owner, client, version and times are never the caller's to give: owner by default, the rest by trigger.
revoke all on table public.user_dashboard_settings from public, anon, authenticated, service_role;
grant select, delete on table public.user_dashboard_settings to authenticated;
grant select, insert, update, delete on table public.user_dashboard_settings to service_role;

revoke all on function private.follow_project_client(), private.move_settings_with_project()
  from public, anon, authenticated, service_role;
