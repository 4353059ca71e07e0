-- Who changed which setting, from what to what. Written by a definer trigger alone, in the transaction of the change;
-- readable by the owner; changed by nobody. Also what makes a retried change safe: the memory of operations.

create table if not exists public.settings_events (
  id bigint generated always as identity primary key,
  -- No foreign keys: the record outlives the project and the account, until private.erase_user is asked.
  owner uuid not null,
  actor uuid,
  section text not null,
  project_id uuid,
  path text not null,
  -- Null is inherited.
  before jsonb,
  after jsonb,
  source text not null check (source in ('ui', 'undo', 'import', 'template', 'team', 'api', 'system')),
  op_id uuid,
  -- The version that this change made; changes of one write share it.
  version integer not null,
  at timestamptz not null default now(),
  constraint settings_events_operation_key unique (owner, op_id, path)
);
comment on table public.settings_events is 'Append-only record of settings changes, one row for each leaf that changed.';

-- Every use of erase_user. Its row, made in the same transaction, is what lets the triggers below make an exception:
-- there is no way past them that leaves no trace.
create table if not exists private.erasures (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  transaction xid8 not null default pg_current_xact_id(),
  by_role text not null default session_user,
  at timestamptz not null default now()
);
comment on table private.erasures is 'Append-only record of erased people.';

create or replace function private.is_being_erased(person uuid)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from private.erasures e
    where e.user_id = person and e.transaction = pg_current_xact_id_if_assigned()
  );
$$;

-- For update, delete and truncate, whoever asks, the owner of the table included.
create or replace function private.keep_record()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- Nested, because the fields of `old` are looked up wherever an expression names them.
  if tg_table_name = 'settings_events' then
    if tg_op = 'DELETE' and private.is_being_erased(old.owner) then
      return old;
    elsif tg_op = 'UPDATE' and private.is_being_erased(old.actor)
      and to_jsonb(new) = to_jsonb(old) || '{"actor": null}' then
      return new;
    end if;
  end if;
  raise exception '% is append-only.', tg_table_name using errcode = 'PT403',
    hint = 'private.erase_user removes a person.';
end;
$$;
create or replace trigger keep_record before update or delete on public.settings_events
  for each row execute function private.keep_record();
create or replace trigger keep_record_whole before truncate on public.settings_events
  for each statement execute function private.keep_record();
create or replace trigger keep_record before update or delete on private.erasures
  for each row execute function private.keep_record();
create or replace trigger keep_record_whole before truncate on private.erasures
  for each statement execute function private.keep_record();

-- Checks and records the leaves in which two rows of a settings table differ, and tells the owner's other devices;
-- answers how many there are. patch_* names the operation by set_config for the length of its one write; any other
-- write is the API's or the system's.
create or replace function private.record_settings_changes(section text, before jsonb, after jsonb, version integer)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
  about constant jsonb := coalesce(after, before);
  caller constant uuid := auth.uid();
  op_id constant uuid := nullif(current_setting('ovenai.op_id', true), '');
  source constant text := coalesce(
    nullif(current_setting('ovenai.source', true), ''), case when caller is null then 'system' else 'api' end);
  change private.leaf_change;
  large text;
  problem text;
  told boolean;
  changes integer := 0;
begin
  foreach change in array private.leaf_changes(section, before, after) loop
    -- The row's other columns (id, times) are no settings.
    continue when cardinality(change.path) = 1 and change.node ? 'unknown';
    -- What comes through patch_* has been checked, and more strictly.
    if op_id is null then
      problem := private.change_problem(false, change.path, change.node, change.new_value);
      if problem is not null then
        perform private.refuse_setting(change.path, problem);
      end if;
    end if;
    insert into public.settings_events
      (owner, actor, section, project_id, path, before, after, source, op_id, version)
    values ((about ->> 'user_id')::uuid, caller, section, (about ->> 'project_id')::uuid,
      array_to_string(change.path, '.'), change.old_value, change.new_value, source, op_id, version);
    changes := changes + 1;
  end loop;
  if changes > 0 then
    told := private.hint((about ->> 'user_id')::uuid, 'settings', jsonb_build_object(
      'section', section, 'project_id', about -> 'project_id', 'version', version));
  end if;
  -- The limit is that of each column, checked by the table; here it gets a sentence.
  if changes > 0 and pg_column_size(after) > 8192 then
    for large in select c.key from jsonb_each(after) c where pg_column_size(c.value) > 8192 loop
      perform private.refuse_setting(array[large], 'more than 8 kB');
    end loop;
  end if;
  return changes;
end;
$$;

-- The only writer of version. A write that changes no leaf leaves it alone.
create or replace function private.keep_settings_update()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  old_row constant jsonb := to_jsonb(old);
  new_row constant jsonb := to_jsonb(new);
begin
  if (old_row -> 'user_id', old_row -> 'project_id')
    is distinct from (new_row -> 'user_id', new_row -> 'project_id') then
    raise exception 'A settings row keeps its owner and its scope.' using errcode = 'PT400', detail = 'project_id';
  end if;
  new.version := old.version;
  new.updated_at := old.updated_at;
  if private.record_settings_changes(tg_argv[0], old_row, new_row, old.version + 1) > 0 then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end;
$$;

-- A row that is made again after it was removed goes on counting where it stopped: a version never comes twice.
create or replace function private.keep_settings_insert()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  new_row constant jsonb := to_jsonb(new);
begin
  new.version := coalesce((
    select max(e.version) from public.settings_events e
    where e.owner = new.user_id and e.section = tg_argv[0]
      and e.project_id is not distinct from (new_row ->> 'project_id')::uuid
  ), 0);
  if exists (
    select from unnest(private.leaf_changes(tg_argv[0], null, new_row)) c
    where cardinality(c.path) > 1 or not c.node ? 'unknown'
  ) then
    new.version := new.version + 1;
  end if;
  new.created_at := now();
  new.updated_at := now();
  return new;
end;
$$;

-- Inserts are recorded after the row, not before: an insert that meets an existing row runs its before triggers too.
create or replace function private.record_settings_row()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.record_settings_changes(tg_argv[0], null, to_jsonb(new), new.version);
  else
    perform private.record_settings_changes(tg_argv[0], to_jsonb(old), null, old.version + 1);
  end if;
  return null;
end;
$$;

create or replace trigger keep_settings_insert before insert on public.user_dashboard_settings
  for each row execute function private.keep_settings_insert('dashboard');
create or replace trigger keep_settings_update before update on public.user_dashboard_settings
  for each row execute function private.keep_settings_update('dashboard');
create or replace trigger record_settings_row after insert or delete on public.user_dashboard_settings
  for each row execute function private.record_settings_row('dashboard');

-- The memory of operations. Every call is remembered, also one that changed nothing, so that a retry which arrives
-- late overwrites nothing newer. No foreign key: checking one would lock the account's row in every call.
create table if not exists private.settings_operations (
  user_id uuid not null,
  op_id uuid not null,
  request bytea not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (user_id, op_id)
);
comment on table private.settings_operations is 'Answers already given, by operation; kept 30 days.';

create table if not exists private.rate_limits (
  name text primary key,
  per_minute integer not null check (per_minute > 0)
);
comment on table private.rate_limits is 'How often a person may do what in a minute.';
-- An operator's own figure is kept.
insert into private.rate_limits (name, per_minute) values ('settings', 600), ('leads', 300), ('notifications', 300)
on conflict (name) do nothing;

-- Unlogged: losing the count of a minute in a crash costs nothing, logging it would.
create unlogged table if not exists private.rate_counters (
  user_id uuid not null,
  name text not null,
  minute timestamptz not null,
  used integer not null,
  primary key (user_id, name)
) with (fillfactor = 50);
comment on table private.rate_counters is 'What a person has used of a limit in the current minute.';

-- Takes one from the person's limit of the minute, in the transaction of the deed: a limit costs no round trip. The
-- counter's row stays locked until the end of the transaction.
create or replace function private.take_from_limit(person uuid, limit_name text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  spent integer;
  allowed integer;
begin
  insert into private.rate_counters as c (user_id, name, minute, used)
  values (person, limit_name, date_trunc('minute', now()), 1)
  on conflict (user_id, name) do update
    set used = case when excluded.minute > c.minute then 1 else c.used + 1 end,
      minute = greatest(excluded.minute, c.minute)
  returning c.used, (select l.per_minute from private.rate_limits l where l.name = limit_name) into spent, allowed;
  if spent > allowed then
    raise exception 'Too many changes in a minute.' using errcode = 'PT429', hint = 'Try again in a minute.';
  end if;
end;
$$;

-- For tables that people change without an operation: each of their statements counts, also one that reaches no row.
create or replace function private.limit_changes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if auth.uid() is not null then
    perform private.take_from_limit(auth.uid(), tg_argv[0]);
  end if;
  return null;
end;
$$;

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

-- Forgets operations that no device will retry, and those of accounts that are gone. Run daily; answers how many.
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
  return pruned;
end;
$$;

-- Removes everything kept about a person; the account itself is Auth's to delete, before or after. The use of this
-- function is recorded in private.erasures.
create or replace function private.erase_user(id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.erasures (user_id) values (erase_user.id);
  delete from public.user_dashboard_settings s where s.user_id = erase_user.id;
  delete from public.notifications n where n.user_id = erase_user.id;
  delete from private.notification_counters c where c.user_id = erase_user.id;
  delete from private.settings_operations o where o.user_id = erase_user.id;
  delete from private.rate_counters c where c.user_id = erase_user.id;
  delete from public.project_members m where m.user_id = erase_user.id;
  delete from public.client_members m where m.user_id = erase_user.id;
  update public.lead_events e set actor = null where e.actor = erase_user.id;
  delete from public.settings_events e where e.owner = erase_user.id;
  update public.settings_events e set actor = null where e.actor = erase_user.id;
end;
$$;

alter table public.settings_events enable row level security;
alter table private.erasures enable row level security;
alter table private.settings_operations enable row level security;
alter table private.rate_limits enable row level security;
alter table private.rate_counters enable row level security;

drop policy if exists "members read the record of their own settings" on public.settings_events;
create policy "members read the record of their own settings" on public.settings_events
  for select to authenticated
  using (
    owner = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "the service reads erasures" on private.erasures;
create policy "the service reads erasures" on private.erasures for select to service_role using (true);
drop policy if exists "the service reads operations" on private.settings_operations;
create policy "the service reads operations" on private.settings_operations for select to service_role using (true);
drop policy if exists "the service reads limits" on private.rate_limits;
create policy "the service reads limits" on private.rate_limits for select to service_role using (true);
drop policy if exists "the service reads counters" on private.rate_counters;
create policy "the service reads counters" on private.rate_counters for select to service_role using (true);

revoke all on table public.settings_events, private.erasures, private.settings_operations, private.rate_limits,
  private.rate_counters
  from public, anon, authenticated, service_role;
revoke all on sequence public.settings_events_id_seq, private.erasures_id_seq
  from public, anon, authenticated, service_role;
grant select on table public.settings_events to authenticated, service_role;
grant select on table private.erasures, private.settings_operations, private.rate_limits, private.rate_counters
  to service_role;

revoke all on function private.is_being_erased(uuid), private.keep_record(),
  private.record_settings_changes(text, jsonb, jsonb, integer), private.keep_settings_update(),
  private.keep_settings_insert(), private.record_settings_row(),
  private.take_from_limit(uuid, text), private.limit_changes(),
  private.begin_operation(uuid, bytea, text), private.finish_operation(uuid, bytea, jsonb),
  private.prune_operations(), private.erase_user(uuid)
  from public, anon, authenticated, service_role;
-- Both speak of the caller only: auth.uid() is theirs to ask, not an argument.
grant execute on function private.begin_operation(uuid, bytea, text), private.finish_operation(uuid, bytea, jsonb)
  to authenticated;
grant execute on function private.prune_operations(), private.erase_user(uuid) to service_role;
