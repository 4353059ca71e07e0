-- Of several rows for one person and scope the newest that a person edited counts; what only another one says is said by
-- it from now on.
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
      window same as (partition by %s order by ovenai_setup.is_edited(%L, to_jsonb(t)) desc,
        ovenai_setup.age(%L, t.ovenai_setup_row) desc, t.ovenai_setup_row desc)
    ) s where s.place <> s.keeper order by s.age', table_name,
    (select string_agg(format('t.%I', c), ', ') from unnest(scope) c), section, table_name)
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
