-- Reading the record: what happened, newest first, and what it takes to have a moment back. For the second, the times
-- of one document's changes must go up with its versions, and the changes of one write must share theirs.

-- As before (20261122000500_audit.sql), but the time is given: that of the change, taken under the lock of the row. The
-- start of the transaction, which was recorded before, may lie before a change that another transaction made first.
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
      (owner, actor, section, project_id, path, before, after, source, op_id, version, at)
    values (person, caller, section, project, array_to_string(change.path, '.'), change.old_value,
      change.new_value, source, op_id, version, at);
    changes := changes + 1;
  end loop;
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

drop function if exists private.record_settings_changes(text, jsonb, jsonb, integer);

-- A person's events by time: a page from its cursor, and everything after a moment. The id settles equal times, which
-- the changes of one write have. It comes last so that both are read in the order of the index.
create index if not exists settings_events_owner_at_idx on public.settings_events (owner, at, id);

-- The names of those who made these changes, for the owner of the record: nobody else's account is told.
create or replace function private.my_settings_actors(actors uuid[])
returns table (id uuid, name text)
language plpgsql
stable
security definer
rows 5
set search_path = ''
as $$
begin
  return query
    select u.id, coalesce(nullif(btrim(u.raw_user_meta_data ->> 'name'), ''), split_part(u.email::text, '@', 1), '')
    from auth.users u
    where u.id = any (actors) and (
      u.id = auth.uid()
      or exists (select from public.settings_events e where e.owner = auth.uid() and e.actor = u.id)
    );
end;
$$;

-- The caller's record, newest first: {events: [{id, section, project_id, path, before, after, source, actor,
-- actor_name, own, op_id, version, at}], has_more}. before_id is the last id of the page before; null in before and
-- after is inherited; own: the caller did it. actor is null for the system, actor_name for who has no account any more.
-- path_prefix: what the path begins with. Rows of a project the caller has left are not there.
create or replace function public.get_settings_events(
  before_id bigint default null,
  sections text[] default null,
  sources text[] default null,
  project_id uuid default null,
  path_prefix text default null,
  page_size integer default 50
)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  project constant uuid := $4;
  page constant integer := least(greatest(coalesce(page_size, 50), 1), 200);
  cursor_at timestamptz := 'infinity';
  found_events public.settings_events[];
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  if before_id is not null then
    -- A cursor that is not the caller's, or not any more, has nothing after it.
    cursor_at := coalesce((select e.at from public.settings_events e where e.id = before_id), '-infinity');
  end if;
  -- One more than a page says whether there is more.
  found_events := array(
    select e
    from public.settings_events e
    where e.owner = caller
      and (e.at, e.id) < (cursor_at, coalesce(before_id, 0))
      and (sections is null or e.section = any (sections))
      and (sources is null or e.source = any (sources))
      and (project is null or e.project_id = project)
      and (path_prefix is null or starts_with(e.path, path_prefix))
    order by e.at desc, e.id desc
    limit page + 1
  );
  return jsonb_build_object(
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
          'id', e.id, 'section', e.section, 'project_id', e.project_id, 'path', e.path, 'before', e.before,
          'after', e.after, 'source', e.source, 'actor', e.actor, 'actor_name', a.name,
          'own', coalesce(e.actor = caller, false), 'op_id', e.op_id, 'version', e.version, 'at', e.at
        ) order by e.at desc, e.id desc), '[]')
      from unnest(found_events[1:page]) e
      left join private.my_settings_actors(array(select distinct f.actor from unnest(found_events) f)) a
        on a.id = e.actor
    ),
    'has_more', cardinality(found_events) > page
  );
end;
$$;

-- The entry of a dotted path in private.settings_schema(), {"unknown": true} where there is none.
create or replace function private.path_node(section text, path text[])
returns jsonb
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  node jsonb := jsonb_build_object('keys', private.settings_schema() -> section);
  name text;
begin
  foreach name in array path loop
    node := coalesce(node -> 'keys' -> name, node -> 'each');
  end loop;
  return coalesce(node, '{"unknown": true}');
end;
$$;

-- What has to be set to bring the caller's own values back to how they were right after a moment: {changes: [{section,
-- scope, path, value}]}, null for inherited, [] where nothing differs. As patches, with source undo, they are recorded
-- like any other. Exact: the first change of a leaf after the moment knows what was there before it. Three things a
-- patch could not store are left out or given as they would be read: a leaf that the schema no longer knows is left
-- out; a value that today's rules refuse is inherited; a project the caller has left is not theirs to restore.
create or replace function public.get_settings_as_of(moment timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif moment is null then
    raise exception 'A moment is an instant.' using errcode = 'PT400', detail = 'moment';
  end if;
  return jsonb_build_object('changes', (
    select coalesce(jsonb_agg(jsonb_build_object(
        'section', wanted.section, 'scope', wanted.project_id, 'path', wanted.path, 'value', wanted.value
      ) order by wanted.section, wanted.project_id nulls first, wanted.path), '[]')
    from (
      select undone.section, undone.project_id, undone.path,
        case when private.change_problem(true, known.path, known.node, undone.before) is null
          then nullif(undone.before, 'null') end as value,
        nullif(undone.last_after, 'null') as present
      from (
        select distinct on (e.section, e.project_id, e.path) e.section, e.project_id, e.path, e.before,
          last_value(e.after) over (
            partition by e.section, e.project_id, e.path order by e.version
            rows between unbounded preceding and unbounded following
          ) as last_after
        from public.settings_events e
        where e.owner = caller and e.at > moment
        order by e.section, e.project_id, e.path, e.version
      ) undone
      cross join lateral (
        select parts.path, private.path_node(undone.section, parts.path) as node
        from (select string_to_array(undone.path, '.') as path) parts
      ) known
      where known.node ? 'leaf'
    ) wanted
    where wanted.value is distinct from wanted.present
  ));
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
  delete from public.user_notification_settings s where s.user_id = erase_user.id;
  delete from public.user_app_preferences s where s.user_id = erase_user.id;
  delete from public.user_session_state s where s.user_id = erase_user.id;
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

revoke all on function private.record_settings_changes(text, jsonb, jsonb, integer, timestamptz),
  private.keep_settings_update(), private.keep_settings_insert(), private.record_settings_row(),
  private.my_settings_actors(uuid[]), private.path_node(text, text[]), private.erase_user(uuid),
  public.get_settings_events(bigint, text[], text[], uuid, text, integer), public.get_settings_as_of(timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function private.my_settings_actors(uuid[]), private.path_node(text, text[]),
  public.get_settings_events(bigint, text[], text[], uuid, text, integer), public.get_settings_as_of(timestamptz)
  to authenticated;
grant execute on function private.erase_user(uuid) to service_role;
