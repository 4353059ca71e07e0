-- What a person changed on their dashboards. A row holds only the values that differ from what would be inherited;
-- project null is the person's own default for all their projects.

create table if not exists public.user_dashboard_settings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  client_id uuid references public.clients (id) on delete cascade,
  project_id uuid references public.projects (id) on delete cascade,
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
  new.client_id := (select p.client_id from public.projects p where p.id = new.project_id);
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
create or replace trigger move_settings_with_project
  after update of client_id on public.projects
  for each row when (old.client_id is distinct from new.client_id)
  execute function private.move_settings_with_project();

-- A scope is {"project_id": uuid | null}.
create or replace function private.scope_project(scope jsonb)
returns uuid
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  project constant text := scope ->> 'project_id';
begin
  if jsonb_typeof(scope) is distinct from 'object' or scope - 'project_id' <> '{}' or not scope ? 'project_id'
    or jsonb_typeof(scope -> 'project_id') not in ('string', 'null')
    or project !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    raise exception 'A scope is {"project_id": uuid or null}.' using errcode = 'PT400', detail = 'scope';
  end if;
  return project;
end;
$$;

-- Applies a patch to a stored document, strictly checked. With a base, a path conflicts where the stored value is
-- neither what the person saw nor what they want: it is left alone and reported, all others are applied. In base and
-- in conflicts null stands for inherited.
create or replace function private.apply_patch(
  section text, stored jsonb, patch jsonb, base jsonb, out merged jsonb, out conflicts jsonb
)
language plpgsql
stable
set search_path = ''
as $$
declare
  change private.leaf_change;
  problem text;
  seen jsonb;
  mine jsonb;
  theirs jsonb;
begin
  conflicts := '[]';
  if jsonb_typeof(patch) is distinct from 'object' or jsonb_typeof(base) <> 'object' then
    raise exception 'A patch and a base are JSON objects.' using errcode = 'PT400', detail = '';
  end if;
  foreach change in array private.leaf_changes(section, '{}', patch) loop
    problem := private.change_problem(true, change.path, change.node, change.new_value);
    if problem is not null then
      perform private.refuse_setting(change.path, problem);
    end if;
    continue when base is null;
    seen := nullif(base -> array_to_string(change.path, '.'), 'null');
    mine := nullif(change.new_value, 'null');
    theirs := stored #> change.path;
    if theirs is distinct from seen and theirs is distinct from mine then
      patch := patch #- change.path;
      conflicts := conflicts || jsonb_build_object(
        'path', array_to_string(change.path, '.'), 'base', seen, 'mine', mine, 'theirs', theirs);
    end if;
  end loop;
  merged := private.merge_patch(stored, patch);
end;
$$;

-- Merges a patch into the caller's row of a scope; answers {overrides, version, conflicts}. The same op_id answers
-- the first answer again; with another request it is refused. Refusals: PT400 (path in detail), PT401, PT403 (not in
-- that project), PT422 (op_id already used), PT429.
create or replace function public.patch_dashboard_settings(
  scope jsonb, patch jsonb, op_id uuid, base jsonb default null, source text default 'ui'
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  project constant uuid := private.scope_project(scope);
  request constant bytea := sha256(convert_to(
    jsonb_build_array('dashboard', scope, patch, base, source)::text, 'UTF8'));
  answer jsonb := private.begin_operation(op_id, request, source);
  row_id uuid;
  stored jsonb;
  applied record;
  row_version integer;
  named text;
begin
  if answer is not null then
    return answer;
  end if;
  loop
    select s.id, s.version, jsonb_build_object(
        'widget_visibility', s.widget_visibility,
        'widget_layout', s.widget_layout,
        'dashboard_preferences', s.dashboard_preferences)
      into row_id, row_version, stored
    from public.user_dashboard_settings s
    where s.user_id = caller and s.project_id is not distinct from project
    for update;
    if row_id is null then
      -- A row of a project the caller has left is as invisible as one that does not exist.
      if project is not null and not exists (select from private.my_project_ids() mine where mine = project) then
        raise exception 'You have no access to this project.' using errcode = 'PT403', detail = 'scope.project_id';
      end if;
      row_version := 0;
      stored := '{"widget_visibility": {}, "widget_layout": {}, "dashboard_preferences": {}}';
    end if;
    -- Assigned, here and below, where `select into` or `perform` would do: a plain expression costs no executor run.
    applied := private.apply_patch('dashboard', stored, patch, nullif(base, 'null'));
    exit when applied.merged = stored
      or row_id is null and private.leaf_changes('dashboard', stored, applied.merged) = '{}';
    named := set_config('ovenai.op_id', op_id::text, true) || set_config('ovenai.source', source, true);
    if row_id is null then
      insert into public.user_dashboard_settings as s
        (project_id, widget_visibility, widget_layout, dashboard_preferences)
      values (project, applied.merged -> 'widget_visibility', applied.merged -> 'widget_layout',
        applied.merged -> 'dashboard_preferences')
      on conflict on constraint user_dashboard_settings_scope_key do nothing
      returning s.version into row_version;
    else
      update public.user_dashboard_settings s
      set widget_visibility = applied.merged -> 'widget_visibility',
        widget_layout = applied.merged -> 'widget_layout',
        dashboard_preferences = applied.merged -> 'dashboard_preferences'
      where s.id = row_id
      returning s.version into row_version;
    end if;
    -- Not this operation's any more: a later write in the same transaction must not be recorded under it.
    named := set_config('ovenai.op_id', '', true) || set_config('ovenai.source', '', true);
    -- No row came back from the insert: another call made it first. Lock that one and start again.
    exit when row_version is not null;
  end loop;
  return private.finish_operation(op_id, request, jsonb_build_object(
    'overrides', applied.merged, 'version', row_version, 'conflicts', applied.conflicts));
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
grant insert (project_id, widget_visibility, widget_layout, dashboard_preferences)
  on table public.user_dashboard_settings to authenticated;
grant update (widget_visibility, widget_layout, dashboard_preferences)
  on table public.user_dashboard_settings to authenticated;
grant select, insert, update, delete on table public.user_dashboard_settings to service_role;

revoke all on function private.follow_project_client(), private.move_settings_with_project(),
  private.scope_project(jsonb), private.apply_patch(text, jsonb, jsonb, jsonb),
  public.patch_dashboard_settings(jsonb, jsonb, uuid, jsonb, text)
  from public, anon, authenticated, service_role;
grant execute on function private.scope_project(jsonb), private.apply_patch(text, jsonb, jsonb, jsonb),
  public.patch_dashboard_settings(jsonb, jsonb, uuid, jsonb, text) to authenticated;
