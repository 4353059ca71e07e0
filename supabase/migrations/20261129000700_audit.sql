-- Who changed which setting, from what to what. Written by a definer trigger alone, in the transaction of the change;
-- readable by the owner; changed by nobody.

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
  -- Its words are checked by the generated migration.
  source text not null,
  op_id uuid,
  -- What the app says of the browser that asked: `Chrome on Windows`. Null: whoever changed it said nothing.
  device text constraint settings_events_device_check check (device ~ '^[A-Za-z][A-Za-z ]{0,59}$'),
  -- The version that this change made; changes of one write share it.
  version integer not null,
  at timestamptz not null default now(),
  constraint settings_events_operation_key unique (owner, op_id, path)
);
comment on table public.settings_events is 'Append-only record of settings changes, one row for each leaf that changed.';
-- A person's events by time: a page from its cursor, and everything after a moment. The id settles equal times, which
-- the changes of one write have. It comes last so that both are read in the order of the index.
create index if not exists settings_events_owner_at_idx on public.settings_events (owner, at, id);
-- The same of one source, section or setting, which may be rare.
create index if not exists settings_events_strand_idx
  on public.settings_events (owner, source, section, path, at, id);

-- Every use of erase_user and every removal of the oldest changes. The row, made in the same transaction, is what lets
-- the triggers below make an exception: there is no way past them that leaves no trace.
create table if not exists private.erasures (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  -- The time of the last change that was removed; null: all of the person.
  through timestamptz,
  transaction xid8 not null default pg_current_xact_id(),
  by_role text not null default session_user,
  at timestamptz not null default now()
);
comment on table private.erasures is 'Append-only record of what was removed from the record: of erased people all, of others the oldest.';
-- Whether a person's record still reaches back to a moment.
create index if not exists erasures_user_id_idx on private.erasures (user_id);

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
-- write is the API's or the system's. `at` is the time of the change, taken under the lock of the row: the start of the
-- transaction may lie before a change that another transaction made first.
create or replace function private.record_settings_changes(
  section text, before jsonb, after jsonb, version integer, at timestamptz
)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
  about constant jsonb := coalesce(after, before);
  person constant uuid := about ->> 'user_id';
  project constant uuid := about ->> 'project_id';
  caller constant uuid := auth.uid();
  op_id constant uuid := nullif(current_setting('ovenai.op_id', true), '');
  source constant text := coalesce(
    nullif(current_setting('ovenai.source', true), ''), case when caller is null then 'system' else 'api' end);
  device constant text := nullif(current_setting('ovenai.device', true), '');
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
      (owner, actor, section, project_id, path, before, after, source, op_id, device, version, at)
    values (person, caller, section, project, array_to_string(change.path, '.'), change.old_value,
      change.new_value, source, op_id, device, version, at);
    changes := changes + 1;
  end loop;
  -- Each change is a row of the record. The operation has paid for one of them.
  if caller is not null and changes > (op_id is not null)::integer then
    perform private.take_from_limit(caller, 'settings', changes - (op_id is not null)::integer);
  end if;
  if changes > 0 then
    told := private.hint(person, 'settings', jsonb_build_object(
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

-- The only writer of version and updated_at. A write that changes no leaf leaves them alone. The clock may be set back;
-- the time of a document's changes never is.
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
  moment constant timestamptz := greatest(clock_timestamp(), old.updated_at + interval '1 microsecond');
begin
  if (old_row -> 'user_id', old_row -> 'project_id')
    is distinct from (new_row -> 'user_id', new_row -> 'project_id') then
    raise exception 'A settings row keeps its owner and its scope.' using errcode = 'PT400', detail = 'project_id';
  end if;
  new.version := old.version;
  new.updated_at := old.updated_at;
  if private.record_settings_changes(tg_argv[0], old_row, new_row, old.version + 1, moment) > 0 then
    new.version := old.version + 1;
    new.updated_at := moment;
  end if;
  return new;
end;
$$;

-- A row that is made again after it was removed goes on where it stopped: no version comes twice, no time goes back.
create or replace function private.keep_settings_insert()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  new_row constant jsonb := to_jsonb(new);
  last record;
begin
  select max(e.version) as version, max(e.at) as at into last
  from public.settings_events e
  where e.owner = new.user_id and e.section = tg_argv[0]
    and e.project_id is not distinct from (new_row ->> 'project_id')::uuid;
  new.version := coalesce(last.version, 0);
  if exists (
    select from unnest(private.leaf_changes(tg_argv[0], null, new_row)) c
    where cardinality(c.path) > 1 or not c.node ? 'unknown'
  ) then
    new.version := new.version + 1;
  end if;
  new.created_at := greatest(clock_timestamp(), last.at + interval '1 microsecond');
  new.updated_at := new.created_at;
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
    perform private.record_settings_changes(tg_argv[0], null, to_jsonb(new), new.version, new.updated_at);
  else
    perform private.record_settings_changes(tg_argv[0], to_jsonb(old), null, old.version + 1,
      greatest(clock_timestamp(), old.updated_at + interval '1 microsecond'));
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

create or replace trigger keep_settings_insert before insert on public.user_notification_settings
  for each row execute function private.keep_settings_insert('notifications');
create or replace trigger keep_settings_update before update on public.user_notification_settings
  for each row execute function private.keep_settings_update('notifications');
create or replace trigger record_settings_row after insert or delete on public.user_notification_settings
  for each row execute function private.record_settings_row('notifications');

create or replace trigger keep_settings_insert before insert on public.user_app_preferences
  for each row execute function private.keep_settings_insert('preferences');
create or replace trigger keep_settings_update before update on public.user_app_preferences
  for each row execute function private.keep_settings_update('preferences');
create or replace trigger record_settings_row after insert or delete on public.user_app_preferences
  for each row execute function private.record_settings_row('preferences');

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
  delete from public.user_notification_settings s where s.user_id = erase_user.id;
  delete from public.user_app_preferences s where s.user_id = erase_user.id;
  delete from public.user_session_state s where s.user_id = erase_user.id;
  -- Before the notifications: the end of a destination or a connection may be told.
  delete from private.destinations d where d.user_id = erase_user.id;
  delete from public.integration_connections c where c.user_id = erase_user.id;
  delete from public.notifications n where n.user_id = erase_user.id;
  update public.notifications n set actor_id = null where n.actor_id = erase_user.id;
  delete from public.notification_subscriptions s where s.user_id = erase_user.id;
  delete from private.notification_counters c where c.user_id = erase_user.id;
  delete from private.settings_operations o where o.user_id = erase_user.id;
  delete from private.rate_counters c where c.user_id = erase_user.id;
  perform private.forget_member(erase_user.id);
  update private.lead_history e set actor = null where e.actor = erase_user.id;
  update public.lead_notes n set author = null where n.author = erase_user.id;
  update public.lead_mails m set author = null where m.author = erase_user.id;
  update public.lead_mail_stops s set noted_by = null where s.noted_by = erase_user.id;
  delete from public.settings_events e where e.owner = erase_user.id;
  update public.settings_events e set actor = null where e.actor = erase_user.id;
end;
$$;

-- The record of a person keeps the newest hundred thousand changes, which is more than anybody makes by hand: a program
-- that never stops cannot fill the disk. Run daily; answers how many were removed.
create or replace function private.prune_record(kept integer default 100000)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  long record;
  pruned bigint := 0;
  removed bigint;
begin
  for long in
    select counted.owner, oldest.at, oldest.id
    from (select e.owner from public.settings_events e group by e.owner having count(*) > kept) counted
    cross join lateral (
      select e.at, e.id from public.settings_events e where e.owner = counted.owner
      order by e.at desc, e.id desc offset kept limit 1
    ) oldest
  loop
    insert into private.erasures (user_id, through) values (long.owner, long.at);
    delete from public.settings_events e where e.owner = long.owner and (e.at, e.id) <= (long.at, long.id);
    get diagnostics removed = row_count;
    pruned := pruned + removed;
  end loop;
  return pruned;
end;
$$;

alter table public.settings_events enable row level security;
alter table private.erasures enable row level security;

drop policy if exists "members read the record of their own settings" on public.settings_events;
create policy "members read the record of their own settings" on public.settings_events
  for select to authenticated
  using (
    owner = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "the service reads erasures" on private.erasures;
create policy "the service reads erasures" on private.erasures for select to service_role using (true);

revoke all on table public.settings_events, private.erasures from public, anon, authenticated, service_role;
revoke all on sequence public.settings_events_id_seq, private.erasures_id_seq
  from public, anon, authenticated, service_role;
grant select on table public.settings_events to authenticated, service_role;
grant select on table private.erasures to service_role;

revoke all on function private.is_being_erased(uuid), private.keep_record(),
  private.record_settings_changes(text, jsonb, jsonb, integer, timestamptz), private.keep_settings_update(),
  private.keep_settings_insert(), private.record_settings_row(), private.erase_user(uuid),
  private.prune_record(integer)
  from public, anon, authenticated, service_role;
grant execute on function private.erase_user(uuid), private.prune_record(integer) to service_role;
