-- Values that stand in another table with us: whether things move belongs to a person, not to a dashboard.

-- The row of a person for all projects that will count, made where there is none.
create function ovenai_setup.row_that_counts(table_name text, its_section text, person uuid) returns bigint
language plpgsql set search_path = '' as $$
declare
  place bigint;
  required record;
begin
  execute format('select t.ovenai_setup_row from %s t where t.user_id = $1 and to_jsonb(t) ->> ''project_id'' is null
    order by ovenai_setup.is_edited(%L, to_jsonb(t)) desc, ovenai_setup.age(%L, t.ovenai_setup_row) desc,
      t.ovenai_setup_row desc limit 1', table_name, its_section, table_name) into place using person;
  if place is null then
    -- Required columns have lost their defaults, or will go. What ours must be they become in the end.
    for required in
      select s.name from ovenai_setup.state(table_name) s
      where s.kind = 'column' and (s.details ->> 'required')::boolean and s.details ->> 'identity' = ''
        and s.name not in ('id', 'user_id')
    loop
      execute format('alter table %s alter column %I drop not null', table_name, required.name);
    end loop;
    execute format('insert into %s (id, user_id) values (gen_random_uuid(), $1) returning ovenai_setup_row', table_name)
      into place using person;
    perform ovenai_setup.fill_defaults(table_name);
  end if;
  return place;
end;
$$;

-- Of several rows of a person the one that will count speaks first. What a program stored is not carried.
create function ovenai_setup.carry_over() returns void
language plpgsql set search_path = '' as $$
declare
  move record;
  said record;
  assignments text;
begin
  for move in
    select p as place, p.to_section as section, f.relation as source, t.relation as target
    from private.older_places p
    join ovenai_setup.tables f on f.section = p.section
    join ovenai_setup.tables t on t.section = p.to_section
    where p.section <> p.to_section
  loop
    assignments := (select string_agg(format('%1$I = g.document -> %1$L', d.name), ', ')
      from ovenai_setup.document_columns d where d.section = move.section);
    for said in execute format('select distinct on (t.user_id) t.user_id, f.value
      from %s t join auth.users u on u.id = t.user_id
      cross join (select private.older_spots(%L, $2) as spots offset 0) its
      cross join lateral (select private.older_found($1, its.spots, to_jsonb(t)) as value offset 0) f
      where to_jsonb(t) ->> ''project_id'' is null and f.value is not null
      order by t.user_id, ovenai_setup.is_edited(%L, to_jsonb(t)) desc,
        ovenai_setup.age(%L, t.ovenai_setup_row) desc, t.ovenai_setup_row desc',
      move.source, (move.place).section, (move.place).section, move.source)
      using move.place, ovenai_setup.columns_of((move.place).section)
    loop
      continue when private.older_placed('{}', move.place, said.value) = '{}';
      execute format('update %s s set %s
        from (select private.older_placed(to_jsonb(t), $1, $2) as document from %s t where t.ovenai_setup_row = $3) g
        where s.ovenai_setup_row = $3', move.target, assignments, move.target)
        using move.place, said.value,
          ovenai_setup.row_that_counts(move.target, move.section, said.user_id);
    end loop;
  end loop;
end;
$$;
