-- Several rows of which one may stay. The order among them: what a person edited before what a program stored, the newest
-- first. Rows that are alone are not asked.
create table ovenai_setup.several (place bigint, keeper bigint, age bigint, content jsonb);

create function ovenai_setup.find_several(table_name text, section text, columns text[], nulls_are_one boolean)
returns void
language plpgsql set search_path = '' as $$
declare
  same constant text := (select string_agg(format('o.%I', c), ', ') from unnest(columns) c);
begin
  delete from ovenai_setup.several;
  execute format('insert into ovenai_setup.several
    select s.place, first_value(s.place) over this, row_number() over this, s.content
    from (
      select o.ovenai_setup_row as place, to_jsonb(o) as content, array[%s]::text[] as same,
        count(*) over (partition by %s) as how_many
      from %s o where %s
    ) s
    where s.how_many > 1
    window this as (partition by s.same order by ovenai_setup.is_edited(%L, s.content) desc,
      ovenai_setup.age(%L, s.place) desc, s.place desc)', (select string_agg(format('o.%I::text', c), ', ')
    from unnest(columns) c), same, table_name,
    case when nulls_are_one then 'true' else format('row(%s) is not null', same) end, section, table_name);
end;
$$;

-- What only another row of the person and scope says is said by the one that stays from now on.
create function ovenai_setup.join_documents(table_name text, section text) returns void
language plpgsql set search_path = '' as $$
declare
  columns constant text[] := array(select jsonb_object_keys(private.settings_schema() -> section));
  pair record;
  change record;
  joined jsonb;
  assignments text := (select string_agg(format('%I = coalesce($1 -> %L, %I)', c, c, c), ', ') from unnest(columns) c);
begin
  for pair in select s.keeper, s.content from ovenai_setup.several s where s.place <> s.keeper order by s.age loop
    execute format('select to_jsonb(t) from %s t where t.ovenai_setup_row = $1', table_name) into joined
      using pair.keeper;
    for change in select c.path, c.new_value
      from unnest(private.leaf_changes(section, null, (select jsonb_object_agg(c, pair.content -> c)
        from unnest(columns) c))) c
      where nullif(joined #> c.path, 'null') is null
    loop
      joined := private.older_put(joined, change.path, change.new_value);
    end loop;
    execute format('update %s set %s where ovenai_setup_row = $2', table_name, assignments) using joined, pair.keeper;
  end loop;
end;
$$;
