-- ── 5. After the migrations: settings that were stored as whole documents ───────────────────────────────────────────
-- The design's first service stored every value a screen showed; a row of ours holds only what a person changed. What
-- equals the value it would inherit anyway becomes inherited; what a person sees stays what it was.

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
    -- Of a connection only what a person prefers about it: whatever else is there may open an account elsewhere.
    continue when change.path[1] = 'integration_settings' and not change.node ? 'leaf';
    value := case when change.node ? 'leaf'
      then private.older_in_our_words(section, change.path, change.new_value) else change.new_value end;
    continue when value = inherited #> change.path;
    if private.change_problem(false, change.path, change.node, value) is not null then
      continue when not change.node ? 'leaf';
      value := private.older_completed(change.node -> 'leaf', value, inherited #> change.path);
      continue when value = inherited #> change.path
        or private.change_problem(false, change.path, change.node, value) is not null;
    end if;
    if change.node ? 'unknown' then
      continue when not whole or exists (select from unnest(change.path) p (name) where private.older_is_secret(p.name));
      value := private.older_without_secrets(value);
    end if;
    overrides := private.older_put(overrides, change.path, value);
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
        ovenai_setup.fitting_overrides(%L, private.older_chosen(%L, jsonb_build_object(%s), %L), %s) as document
        from %s t where %s offset 0) tidy
      where tidy.place = s.ovenai_setup_row', table_name, assignments, section, section, document,
      scope = 't.project_id is not null', inherited, table_name, scope);
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
