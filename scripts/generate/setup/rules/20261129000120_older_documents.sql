-- Documents that other programs store, gathered into our places: flat keys, columns of their own, a boolean where a
-- document is expected. What they say is brought into our words where it is stored.

-- The object a JSON column should hold: itself, the object inside a JSON string, or none.
create or replace function private.older_object(value jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  inner_value jsonb := value;
begin
  if jsonb_typeof(value) = 'string' then
    inner_value := (value #>> '{}')::jsonb;
  end if;
  return case when jsonb_typeof(inner_value) = 'object' then inner_value end;
exception when data_exception then
  return null;
end;
$$;

create or replace function private.older_put(document jsonb, path text[], value jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if cardinality(path) = 1 then
    return document || jsonb_build_object(path[1], value);
  end if;
  return document || jsonb_build_object(path[1], private.older_put(
    case jsonb_typeof(document -> path[1]) when 'object' then document -> path[1] else '{}' end, path[2:], value));
end;
$$;

create or replace function private.older_in_our_words(section text, path text[], value jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce((select w.ours from private.older_words w where (w.section, w.path, w.theirs) = ($1, $2, $3)), $3);
end;
$$;

-- Whether a program stored the value, or nothing else is in it.
create or replace function private.older_is_programs(section text, path text[], value jsonb)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  if coalesce(value, 'null') = 'null' or exists (
    select from private.older_defaults w where w.section = $1 and w.document #> path = value) then
    return true;
  elsif jsonb_typeof(value) <> 'object' then
    return false;
  end if;
  return not exists (select from jsonb_each(value) e
    where not private.older_is_programs(section, path || e.key, e.value));
end;
$$;

-- Where in a row of theirs a value may be; '' is the row itself.
do $$
begin
  create type private.older_spot as (place private.older_places, spot text[]);
exception when duplicate_object then
  null;
end;
$$;

-- All of a section whose documents stand in these columns.
create or replace function private.older_spots(section text, columns text[])
returns private.older_spot[]
language sql
stable
set search_path = ''
as $$
  select array_agg(row(p, s.spot)::private.older_spot)
  from private.older_places p
  cross join lateral (
    select p.was as spot where cardinality(p.was) > 1
    union all
    select array[c, p.was[1]] from unnest(columns) c where cardinality(p.was) = 1 and array[c, p.was[1]] <> p.ours
    union all
    select array['', p.was[1]] where cardinality(p.was) = 1 and p.was[1] <> all (columns)
  ) s
  where p.section = $1;
$$;

-- What a row says at a place, in their words.
create or replace function private.older_found(place private.older_places, spots private.older_spot[], content jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select f.value from (
      select case s.spot[1] when '' then content -> s.spot[2] else content #> s.spot end as value
      from unnest(spots) s where s.place = $1
    ) f where f.value <> 'null' limit 1);
end;
$$;

-- The document with their value in our place.
create or replace function private.older_placed(document jsonb, place private.older_places, value jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  said jsonb := private.older_in_our_words(place.section, place.was, value);
begin
  if place.seconds and jsonb_typeof(said) = 'number' then
    said := to_jsonb((said #>> '{}')::numeric * 1000);
  end if;
  if private.older_is_programs(place.section, place.was, value)
    or private.older_is_programs(place.to_section, place.ours, said)
    or not private.older_is_programs(place.to_section, place.ours, document #> place.ours) then
    return document;
  end if;
  return private.older_put(document, place.ours, said);
end;
$$;

-- The documents of a row, as one. `spots`: those of the section and its columns, which a caller of many rows asks for
-- once. `known`: what holds for the person now, where that is known.
create or replace function private.older_gathered(
  section text, content jsonb, columns text[], spots private.older_spot[], known jsonb default null
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  document jsonb := (
    select jsonb_object_agg(c, coalesce(private.older_object(content -> c), case
      when $1 = 'notifications' and content ->> c in ('true', 'false')
      then jsonb_build_object('enabled', (content ->> c)::boolean) end, '{}'))
    from unnest(columns) c);
  found private.older_spot;
  value jsonb;
  read_from constant jsonb := document;
begin
  -- Right to left is what the language says anyway.
  if read_from #> '{interface_settings,rtl}' = 'true' and coalesce(read_from #>> '{interface_settings,language}',
    content ->> 'language') = any (private.older_our_words('rightToLeftLocales')) then
    document := document #- '{interface_settings,rtl}';
  end if;
  foreach found in array spots loop
    continue when (found.place).to_section <> section;
    value := case found.spot[1] when '' then content -> found.spot[2] else read_from #> found.spot end;
    -- One value may have several places with us.
    if value <> 'null' and (document #> found.spot is not null or cardinality((found.place).was) = 1) then
      document := private.older_placed(document #- found.spot, found.place, value);
    end if;
  end loop;
  return case section when 'notifications' then private.older_channels(document, content, known) else document end;
end;
$$;

revoke all on type private.older_spot from public, anon, authenticated, service_role;
revoke all on function private.older_object(jsonb), private.older_put(jsonb, text[], jsonb),
  private.older_in_our_words(text, text[], jsonb), private.older_is_programs(text, text[], jsonb),
  private.older_spots(text, text[]), private.older_found(private.older_places, private.older_spot[], jsonb),
  private.older_placed(jsonb, private.older_places, jsonb),
  private.older_gathered(text, jsonb, text[], private.older_spot[], jsonb)
  from public, anon, authenticated, service_role;
