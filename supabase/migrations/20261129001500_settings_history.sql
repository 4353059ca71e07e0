-- Reading the record: what happened, newest first, and what it takes to have a moment back. For the second, the times
-- of one document's changes go up with its versions, and the changes of one write share theirs.

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

-- The strands of the caller's record: what differs in source, section and path. However long the record is, there are no
-- more of them than settings and sources: each is found by one step in the index.
create or replace function private.my_settings_strands()
returns table (source text, section text, path text)
language plpgsql
stable
rows 100
set search_path = ''
set enable_sort = off
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
begin
  return query
    with recursive strands as (
      (
        select e.source, e.section, e.path from public.settings_events e where e.owner = caller
        order by e.source, e.section, e.path limit 1
      )
      union all
      select n.source, n.section, n.path from strands s cross join lateral (
        select e.source, e.section, e.path from public.settings_events e
        where e.owner = caller and (e.source, e.section, e.path) > (s.source, s.section, s.path)
        order by e.source, e.section, e.path limit 1
      ) n
    )
    select s.source, s.section, s.path from strands s;
end;
$$;

-- The caller's record, newest first: {events: [{id, section, project_id, path, before, after, source, actor,
-- actor_name, own, op_id, device, version, at}], has_more}. before_id is the last id of the page before; null in before and
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
set enable_sort = off
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  project constant uuid := $4;
  page constant integer := least(greatest(coalesce(page_size, 50), 1), 200);
  cursor_at timestamptz := 'infinity';
  cursor_id constant bigint := coalesce(before_id, 0);
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
  if sections is null and sources is null and path_prefix is null then
    found_events := array(
      select e
      from public.settings_events e
      where e.owner = caller and (e.at, e.id) < (cursor_at, cursor_id) and (project is null or e.project_id = project)
      order by e.at desc, e.id desc
      limit page + 1
    );
  else
    -- The newest of each strand that fits, and of these the newest: what is rare is not looked for among all the rest.
    -- A path is a range that begins and ends at it: with an equality the planner may walk through all by time.
    found_events := array(
      select newest.e
      from private.my_settings_strands() s
      cross join lateral (
        select e
        from public.settings_events e
        where e.owner = caller and e.source = s.source and e.section = s.section and e.path >= s.path
          and (e.path, e.at, e.id) < (s.path, cursor_at, cursor_id) and (project is null or e.project_id = project)
        order by e.path desc, e.at desc, e.id desc
        limit page + 1
      ) newest
      where (sections is null or s.section = any (sections))
        and (sources is null or s.source = any (sources))
        and (path_prefix is null or starts_with(s.path, path_prefix))
      order by (newest.e).at desc, (newest.e).id desc
      limit page + 1
    );
  end if;
  return jsonb_build_object(
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
          'id', e.id, 'section', e.section, 'project_id', e.project_id, 'path', e.path, 'before', e.before,
          'after', e.after, 'source', e.source, 'actor', e.actor, 'actor_name', a.name,
          'own', coalesce(e.actor = caller, false), 'op_id', e.op_id, 'device', e.device, 'version', e.version,
          'at', e.at
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

-- Until when the oldest changes were removed from the caller's record; null: none were.
create or replace function private.my_record_begins()
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (select max(e.through) from private.erasures e where e.user_id = auth.uid());
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
  elsif private.my_record_begins() > moment then
    raise exception 'The record does not reach back as far.' using errcode = 'PT404', detail = 'moment';
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

revoke all on function private.my_record_begins(), private.my_settings_actors(uuid[]), private.my_settings_strands(), private.path_node(text, text[]),
  public.get_settings_events(bigint, text[], text[], uuid, text, integer), public.get_settings_as_of(timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function private.my_record_begins(), private.my_settings_actors(uuid[]), private.my_settings_strands(), private.path_node(text, text[]),
  public.get_settings_events(bigint, text[], text[], uuid, text, integer), public.get_settings_as_of(timestamptz)
  to authenticated;
