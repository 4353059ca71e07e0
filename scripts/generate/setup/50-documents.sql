-- ── 5. After the migrations: settings that were stored as whole documents ───────────────────────────────────────────
-- The design's first service stored every value a screen showed; a row of ours holds only what a person changed. What
-- equals the value it would inherit anyway becomes inherited; what a person sees stays what it was.

create function ovenai_setup.put(document jsonb, path text[], value jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select document || jsonb_build_object(path[1], case when cardinality(path) = 1 then value
    else ovenai_setup.put(coalesce(document -> path[1], '{}'), path[2:], value) end);
$$;

-- A value of several parts is valid whole; the first service stored some with fewer parts. The missing ones are those
-- that the person saw: the inherited. Parts we do not know go.
create function ovenai_setup.completed(leaf jsonb, value jsonb, inherited jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  if leaf ->> 'type' <> 'object' or jsonb_typeof(value) <> 'object' or jsonb_typeof(inherited) <> 'object' then
    return value;
  end if;
  return (
    select jsonb_object_agg(k.name, case when value ? k.name
      then private.merge_patch(inherited -> k.name, value -> k.name) else inherited -> k.name end)
    from jsonb_object_keys(leaf -> 'properties') k (name)
  );
end;
$$;

-- Integration settings once held access tokens. A browser reads this column: they stay in the kept row only.
create function ovenai_setup.without_secrets(value jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(value) = 'object' then (
      select coalesce(jsonb_object_agg(e.key, ovenai_setup.without_secrets(e.value)), '{}') from jsonb_each(value) e
      where e.key !~* '(token|secret|password|credential|api_?key|private_?key|authorization)'
    ) else value end;
$$;

-- The document with what differs from what it inherits, and with keys that we do not know. `whole`: they fit, too.
create function ovenai_setup.overrides_of(section text, stored jsonb, inherited jsonb, whole boolean) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  overrides jsonb := '{}';
  change record;
  value jsonb;
begin
  -- Only what differs from the inherited comes out.
  for change in
    select c.path, c.node, c.new_value from unnest(private.leaf_changes(section, inherited, stored)) c
    where c.new_value <> 'null'
  loop
    value := change.new_value;
    if private.change_problem(false, change.path, change.node, value) is not null then
      continue when not change.node ? 'leaf';
      value := ovenai_setup.completed(change.node -> 'leaf', value, inherited #> change.path);
      continue when value = inherited #> change.path
        or private.change_problem(false, change.path, change.node, value) is not null;
    end if;
    if change.node ? 'unknown' then
      continue when not whole or array_to_string(change.path, '.') ~* '(token|secret|password|credential|api_?key)';
      value := ovenai_setup.without_secrets(value);
    end if;
    overrides := ovenai_setup.put(overrides, change.path, value);
  end loop;
  return overrides;
end;
$$;

-- Makes overrides of the rows of a settings table, those for all projects first, because those of a project inherit
-- from them. One that would not fit goes without the keys that we do not know.
create function ovenai_setup.tidy_documents(table_name text, section text) returns void
language plpgsql set search_path = '' as $$
declare
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  document constant text := (select string_agg(format('%L, t.%I', c, c), ', ') from unnest(columns) c);
  assignments constant text := (
    select string_agg(format('%I = coalesce(tidy.document -> %L, ''{}'')', c, c), ', ') from unnest(columns) c);
  inherited text;
  scope text;
begin
  -- offset 0: the document is made once a row, not once a column.
  for scope, inherited in
    select 'to_jsonb(t) ->> ''project_id'' is null', format('%L::jsonb', private.resolve_settings(section, '{}'))
    union all
    select 't.project_id is not null', 'private.resolve_settings(''dashboard'', array[(select to_jsonb(g)
      from public.user_dashboard_settings g where g.user_id = t.user_id and g.project_id is null)])'
    where section = 'dashboard'
  loop
    execute format('update %s s set version = case when tidy.document = ''{}'' then 0 else 1 end, %s
      from (select t.ovenai_setup_row as place,
        ovenai_setup.fitting_overrides(%L, jsonb_build_object(%s), %s) as document from %s t where %s offset 0) tidy
      where tidy.place = s.ovenai_setup_row', table_name, assignments, section, document, inherited, table_name, scope);
  end loop;
end;
$$;

create function ovenai_setup.fitting_overrides(section text, stored jsonb, inherited jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  overrides jsonb := ovenai_setup.overrides_of(section, stored, inherited, true);
begin
  if exists (select from jsonb_each(overrides) o where pg_column_size(o.value) > 8192) then
    overrides := ovenai_setup.overrides_of(section, stored, inherited, false);
  end if;
  return overrides;
end;
$$;

-- Of several rows for one person and scope the newest counts; what only an older one says is said by it from now on.
create function ovenai_setup.join_documents(table_name text, section text, scope text[]) returns void
language plpgsql set search_path = '' as $$
declare
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  pair record;
  change record;
  joined jsonb;
  assignments text := (select string_agg(format('%I = coalesce($1 -> %L, %I)', c, c, c), ', ') from unnest(columns) c);
begin
  for pair in execute format('select s.* from (
      select t.ovenai_setup_row as place, to_jsonb(t) as content, first_value(t.ovenai_setup_row) over same as keeper,
        row_number() over same as age
      from %s t
      window same as (partition by %s order by ovenai_setup.age(%L, t.ovenai_setup_row) desc,
        t.ovenai_setup_row desc)
    ) s where s.place <> s.keeper order by s.age', table_name,
    (select string_agg(format('t.%I', c), ', ') from unnest(scope) c), table_name)
  loop
    execute format('select to_jsonb(t) from %s t where t.ovenai_setup_row = $1', table_name) into joined
      using pair.keeper;
    for change in select c.path, c.new_value
      from unnest(private.leaf_changes(section, null, (select jsonb_object_agg(c, pair.content -> c)
        from unnest(columns) c))) c
      where nullif(joined #> c.path, 'null') is null
    loop
      joined := ovenai_setup.put(joined, change.path, change.new_value);
    end loop;
    execute format('update %s set %s where ovenai_setup_row = $2', table_name, assignments) using joined, pair.keeper;
  end loop;
end;
$$;
