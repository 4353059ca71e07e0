-- One way to change a settings row, for all three tables: what differs between them is which row is locked and which
-- columns are written. private.lock_settings and private.write_settings do that and are generated. Security invoker
-- throughout: row-level security and the grants of columns hold inside.

-- The memory of operations makes a retried change safe. Every call is remembered, also one that changed
-- nothing, so that a retry which arrives late overwrites nothing newer. No foreign key: checking one would lock the
-- account's row in every call.
create table if not exists private.settings_operations (
  user_id uuid not null,
  op_id uuid not null,
  request bytea not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (user_id, op_id)
);
comment on table private.settings_operations is 'Answers already given, by operation; kept 30 days.';

-- Opens an operation of the caller and takes it from the limit of the minute; answers what was answered before, or null
-- for a new one. The counter's lock makes one person's operations run one after the other: two calls with one op_id
-- cannot both be new, because the second waits and then finds the answer.
create or replace function private.begin_operation(operation uuid, request_hash bytea, source text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  remembered record;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif operation is null then
    raise exception 'An operation has an id.' using errcode = 'PT400', detail = 'op_id';
  elsif source is null or source not in ('ui', 'undo', 'import', 'template') then
    raise exception 'A person''s change comes from ui, undo, import or template.'
      using errcode = 'PT400', detail = 'source';
  end if;
  perform private.take_from_limit(caller, 'settings');
  select o.request, o.answer into remembered
  from private.settings_operations o where o.user_id = caller and o.op_id = operation;
  if found and remembered.request <> request_hash then
    raise exception 'This operation was already used for another change.' using errcode = 'PT422', detail = 'op_id',
      hint = 'A new change needs a new op_id.';
  end if;
  return remembered.answer;
end;
$$;

-- Remembers the answer of an operation, and gives it back.
create or replace function private.finish_operation(operation uuid, request_hash bytea, answer jsonb)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.settings_operations (user_id, op_id, request, answer)
  values (auth.uid(), operation, request_hash, answer);
  return answer;
end;
$$;

-- Forgets operations that no device will retry, those of accounts that are gone, attempts to sign in that no longer
-- count, old faults, old events of providers, and the oldest changes of an endless record. Run daily; answers how many
-- operations.
create or replace function private.prune_operations()
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  pruned bigint;
begin
  delete from private.settings_operations o
  where o.at < now() - interval '30 days' or not exists (select from auth.users u where u.id = o.user_id);
  get diagnostics pruned = row_count;
  delete from private.rate_counters c where c.minute < now() - interval '1 day';
  delete from private.sign_in_attempts a where a.spent_until < now();
  delete from private.faults f where f.at < now() - interval '30 days';
  delete from private.webhook_events e where e.received_at < now() - interval '30 days';
  perform private.prune_integration_events();
  perform private.prune_record();
  return pruned;
end;
$$;

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

-- A person has one row of these: their scope says nothing.
create or replace function private.scope_person(scope jsonb)
returns uuid
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  if scope is distinct from '{}' then
    raise exception 'The scope is {}.' using errcode = 'PT400', detail = 'scope';
  end if;
  return null;
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

-- Merges a patch into the caller's row of a scope; what the public functions below promise. `scope` as it was given,
-- because the same op_id with another scope is another request.
create or replace function private.patch_settings(
  section text, scope jsonb, patch jsonb, op_id uuid, base jsonb, source text, device text
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  request constant bytea := sha256(convert_to(
    jsonb_build_array(section, scope, patch, base, source)::text, 'UTF8'));
  project uuid;
  answer jsonb;
  stored record;
  applied record;
  row_version integer;
  named text;
  refused_detail text;
  refused_hint text;
begin
  if device !~ '^[A-Za-z][A-Za-z ]{0,59}$' then
    raise exception 'A device is named by at most 60 Latin letters and spaces.' using errcode = 'PT400', detail = 'device';
  end if;
  -- Of the dashboard a person has a row for each project.
  project := case when section = 'dashboard' then private.scope_project(scope) else private.scope_person(scope) end;
  answer := private.begin_operation(op_id, request, source);
  if answer is not null then
    return answer;
  end if;
  loop
    -- Assigned, here and below, where `select into` or `perform` would do: a plain expression costs no executor run.
    stored := private.lock_settings(section, project);
    -- A row of a project the caller has left is as invisible as one that does not exist.
    if stored.row_id is null and project is not null
      and not exists (select from private.my_project_ids() mine where mine = project) then
      raise exception 'You have no access to this project.' using errcode = 'PT403', detail = 'scope.project_id';
    end if;
    applied := private.apply_patch(section, stored.overrides, patch, nullif(base, 'null'));
    row_version := stored.row_version;
    exit when applied.merged = stored.overrides
      or stored.row_id is null and private.leaf_changes(section, stored.overrides, applied.merged) = '{}';
    named := set_config('ovenai.op_id', op_id::text, true) || set_config('ovenai.source', source, true)
      || set_config('ovenai.device', coalesce(device, ''), true);
    row_version := private.write_settings(section, stored.row_id, project, applied.merged);
    -- Not this operation's any more: a later write in the same transaction must not be recorded under it.
    named := set_config('ovenai.op_id', '', true) || set_config('ovenai.source', '', true)
      || set_config('ovenai.device', '', true);
    -- No row came back from the insert: another call made it first. Lock that one and start again.
    exit when row_version is not null;
  end loop;
  return private.finish_operation(op_id, request, jsonb_build_object(
    'overrides', applied.merged, 'version', row_version, 'conflicts', applied.conflicts));
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('settings', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

-- Merges a patch into the caller's row of a scope; answers {overrides, version, conflicts}. The same op_id answers
-- the first answer again; with another request it is refused. `device`: what the browser that asks is called in the
-- record; it is no part of the request. Refusals: PT400 (path in detail), PT401, PT403 (not in
-- that project), PT422 (op_id already used), PT429.
create or replace function public.patch_dashboard_settings(
  scope jsonb, patch jsonb, op_id uuid, base jsonb default null, source text default 'ui', device text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return private.patch_settings('dashboard', scope, patch, op_id, base, source, device);
end;
$$;

-- As patch_dashboard_settings, for the caller's one row; scope is {}.
create or replace function public.patch_notification_settings(
  scope jsonb, patch jsonb, op_id uuid, base jsonb default null, source text default 'ui', device text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return private.patch_settings('notifications', scope, patch, op_id, base, source, device);
end;
$$;

-- As patch_dashboard_settings, for the caller's one row; scope is {}.
create or replace function public.patch_app_preferences(
  scope jsonb, patch jsonb, op_id uuid, base jsonb default null, source text default 'ui', device text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return private.patch_settings('preferences', scope, patch, op_id, base, source, device);
end;
$$;

alter table private.settings_operations enable row level security;

drop policy if exists "the service reads operations" on private.settings_operations;
create policy "the service reads operations" on private.settings_operations for select to service_role using (true);

revoke all on table private.settings_operations from public, anon, authenticated, service_role;
grant select on table private.settings_operations to service_role;

revoke all on function private.begin_operation(uuid, bytea, text),
  private.finish_operation(uuid, bytea, jsonb), private.prune_operations(), private.scope_project(jsonb),
  private.scope_person(jsonb), private.apply_patch(text, jsonb, jsonb, jsonb),
  private.patch_settings(text, jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_dashboard_settings(jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_notification_settings(jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_app_preferences(jsonb, jsonb, uuid, jsonb, text, text)
  from public, anon, authenticated, service_role;
-- begin_operation and finish_operation speak of the caller only: auth.uid() is theirs to ask, not an argument.
grant execute on function private.begin_operation(uuid, bytea, text),
  private.finish_operation(uuid, bytea, jsonb), private.scope_project(jsonb), private.scope_person(jsonb),
  private.apply_patch(text, jsonb, jsonb, jsonb),
  private.patch_settings(text, jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_dashboard_settings(jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_notification_settings(jsonb, jsonb, uuid, jsonb, text, text),
  public.patch_app_preferences(jsonb, jsonb, uuid, jsonb, text, text)
  to authenticated;
grant execute on function private.prune_operations() to service_role;
