-- Documents that other programs stored, gathered into our places: flat keys, columns of their own, a boolean where a
-- document is expected. Their values stay in their words until several rows of a person are one.

create function ovenai_setup.put(document jsonb, path text[], value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  if cardinality(path) = 1 then
    return document || jsonb_build_object(path[1], value);
  end if;
  return document || jsonb_build_object(path[1], ovenai_setup.put(
    case jsonb_typeof(document -> path[1]) when 'object' then document -> path[1] else '{}' end, path[2:], value));
end;
$$;

create function ovenai_setup.in_our_words(section text, path text[], value jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((select w.ours from ovenai_setup.words w where (w.section, w.path, w.theirs) = ($1, $2, $3)), $3);
end;
$$;

-- Whether a program stored the value, or nothing else is in it.
create function ovenai_setup.is_programs(section text, path text[], value jsonb) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if coalesce(value, 'null') = 'null' or exists (
    select from ovenai_setup.written_by_programs w where w.section = $1 and w.document #> path = value) then
    return true;
  elsif jsonb_typeof(value) <> 'object' then
    return false;
  end if;
  return not exists (select from jsonb_each(value) e
    where not ovenai_setup.is_programs(section, path || e.key, e.value));
end;
$$;

-- The columns of the settings tables that hold documents, and where in a row of theirs a value may be ('' is the row
-- itself), found once: each row asks for it.
create table ovenai_setup.document_columns (section text, name text);
create table ovenai_setup.spots (place ovenai_setup.places, spot text[]);
create function ovenai_setup.learn_places() returns void
language plpgsql set search_path = '' as $$
begin
  insert into ovenai_setup.document_columns
  select t.section, e.name from ovenai_setup.tables t
  join ovenai_setup.expected e on e.relation = t.relation and e.kind = 'column'
  where t.section is not null and e.details ->> 'type' = 'jsonb' and e.details ->> 'default' = '''{}''::jsonb';
  insert into ovenai_setup.spots
  select p, s.spot from ovenai_setup.places p cross join lateral (
    select p.was as spot where cardinality(p.was) > 1
    union all
    select array[d.name, p.was[1]] from ovenai_setup.document_columns d
    where d.section = p.section and cardinality(p.was) = 1 and array[d.name, p.was[1]] <> p.ours
    union all
    select array['', p.was[1]] where cardinality(p.was) = 1 and not exists (
      select from ovenai_setup.document_columns d where (d.section, d.name) = (p.section, p.was[1]))
  ) s;
end;
$$;

-- Whether a person changed anything in a row.
create function ovenai_setup.is_edited(section text, content jsonb) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from ovenai_setup.document_columns d
    where d.section = $1 and not ovenai_setup.is_programs($1, array[d.name], content -> d.name));
end;
$$;

-- The document with their value in our place.
create function ovenai_setup.placed(document jsonb, place ovenai_setup.places, value jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  said jsonb := ovenai_setup.in_our_words(place.section, place.was, value);
begin
  if place.seconds and jsonb_typeof(said) = 'number' then
    said := to_jsonb((said #>> '{}')::numeric * 1000);
  end if;
  if ovenai_setup.is_programs(place.section, place.was, value)
    or ovenai_setup.is_programs(place.to_section, place.ours, said)
    or not ovenai_setup.is_programs(place.to_section, place.ours, document #> place.ours) then
    return document;
  end if;
  return ovenai_setup.put(document, place.ours, said);
end;
$$;

-- The documents of a row, as one.
create function ovenai_setup.gathered(section text, content jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  document jsonb := (
    select jsonb_object_agg(d.name, coalesce(ovenai_setup.object_in(content -> d.name), case
      when $1 = 'notifications' and content ->> d.name in ('true', 'false')
      then jsonb_build_object('enabled', (content ->> d.name)::boolean) end, '{}'))
    from ovenai_setup.document_columns d where d.section = $1);
  found record;
  value jsonb;
  read_from constant jsonb := document;
begin
  -- Right to left is what the language says anyway.
  if read_from #> '{interface_settings,rtl}' = 'true' and coalesce(read_from #>> '{interface_settings,language}',
    content ->> 'language') = any (ovenai_setup.our_words('rightToLeftLocales')) then
    document := document #- '{interface_settings,rtl}';
  end if;
  for found in
    select s.place, s.spot from ovenai_setup.spots s where ((s.place).section, (s.place).to_section) = ($1, $1)
  loop
    value := case found.spot[1] when '' then content -> found.spot[2] else read_from #> found.spot end;
    -- One value may have several places with us.
    if value <> 'null' and (document #> found.spot is not null or cardinality((found.place).was) = 1) then
      document := ovenai_setup.placed(document #- found.spot, found.place, value);
    end if;
  end loop;
  return case section when 'notifications' then ovenai_setup.gathered_channels(document, content) else document end;
end;
$$;

-- For each older copy of a settings table: its rows hold documents, and everything is in our places.
create function ovenai_setup.mend_settings(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  its_section constant text := (select t.section from ovenai_setup.tables t where t.relation = table_name);
  assignments text;
begin
  if its_section is null then
    perform ovenai_setup.mend_objects(table_name);
    return;
  end if;
  assignments := (select string_agg(format('%1$I = g.document -> %1$L', d.name), ', ')
    from ovenai_setup.document_columns d where d.section = its_section);
  -- offset 0: the document is made once a row, not once a column.
  execute format('update %s s set %s from (
      select t.ovenai_setup_row as place, ovenai_setup.gathered(%L, to_jsonb(t)) as document from %s t offset 0
    ) g where g.place = s.ovenai_setup_row', table_name, assignments, its_section, table_name);
end;
$$;

create function ovenai_setup.mend_user_dashboard_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_dashboard_settings'); $$;
create function ovenai_setup.mend_user_notification_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_notification_settings'); $$;
create function ovenai_setup.mend_user_app_preferences() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_app_preferences'); $$;
