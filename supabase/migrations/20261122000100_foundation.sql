-- What every later migration stands on: the schema for helpers that the API does not expose, the merge that obeys
-- RFC 7396, and the walk that turns a settings document into its leaves.
--
-- Rules for every migration: repeatable statements; every object is closed to every role before it is opened by name
-- and column, because older projects grant everything by default and newer ones nothing; refusals raise `PTxyz`
-- (xyz is the HTTP status) with the path at fault in `detail`, never another SQLSTATE.

create schema if not exists private;
comment on schema private is 'Helpers, secrets and service-only tables. Not exposed by the API.';
revoke all on schema private from public, anon, authenticated, service_role;
-- Policies and security invoker functions run as the caller, so the caller needs to reach what they call.
grant usage on schema private to authenticated, service_role;

create or replace function private.touch_updated_at()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

-- RFC 7396, word for word; the TypeScript mergePatch obeys the same cases (lib/settings/rfc7396-cases.json).
create or replace function private.merge_patch(target jsonb, patch jsonb)
returns jsonb
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  merged jsonb;
  name text;
  change jsonb;
begin
  if jsonb_typeof(patch) is distinct from 'object' then
    return patch;
  end if;
  merged := case when jsonb_typeof(target) = 'object' then target else '{}' end;
  for name, change in select p.key, p.value from jsonb_each(patch) p loop
    case jsonb_typeof(change)
      when 'null' then merged := merged - name;
      when 'object' then
        merged := merged || jsonb_build_object(name, private.merge_patch(merged -> name, change));
      else merged := merged || jsonb_build_object(name, change);
    end case;
  end loop;
  return merged;
end;
$$;

-- A leaf in which two documents of a section differ. `node` is the leaf's entry in private.settings_schema(),
-- {"unknown": true} where the schema knows no such key, or a group's entry where the new value should be a group and
-- is none. Absent is SQL null.
do $$
begin
  create type private.leaf_change as (path text[], node jsonb, old_value jsonb, new_value jsonb);
exception when duplicate_object then
  null;
end;
$$;

-- Walks down the groups of a schema: `children` are its nodes by name, `each` the node of any other name. An atomic
-- object is one leaf. One query a level, because this is the hot part of every settings write.
create or replace function private.group_changes(children jsonb, each jsonb, path text[], before jsonb, after jsonb)
returns private.leaf_change[]
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  changes private.leaf_change[] := '{}';
  name text;
  node jsonb;
  old_value jsonb;
  new_value jsonb;
begin
  before := case when jsonb_typeof(before) = 'object' then before else '{}' end;
  after := coalesce(after, '{}');
  for name, old_value, new_value in
    select k.name, before -> k.name, after -> k.name
    from jsonb_object_keys(before || after) k (name)
    where (before -> k.name) is distinct from (after -> k.name)
  loop
    node := coalesce(children -> name, each, '{"unknown": true}');
    if node ?| array['keys', 'each'] and (new_value is null or jsonb_typeof(new_value) = 'object') then
      changes := changes
        || private.group_changes(node -> 'keys', node -> 'each', path || name, old_value, new_value);
    else
      changes := changes || row(path || name, node, old_value, new_value)::private.leaf_change;
    end if;
  end loop;
  return changes;
end;
$$;

-- The leaves in which two documents of a section differ; null is an empty document.
create or replace function private.leaf_changes(section text, before jsonb, after jsonb)
returns private.leaf_change[]
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  return private.group_changes(private.settings_schema() -> section, null, '{}', before, after);
end;
$$;

-- Why a value does not fit a leaf's JSON schema, or null if it does. Only the keywords that the generator writes.
create or replace function private.value_problem(leaf jsonb, value jsonb)
returns text
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  expected constant text := leaf ->> 'type';
  found constant text := jsonb_typeof(value);
  name text;
  problem text;
begin
  if found <> (case expected when 'integer' then 'number' else expected end) then
    return format('expected %s, found %s', expected, found);
  end if;
  if leaf ? 'enum' and not leaf -> 'enum' @> value then
    return format('expected one of %s', leaf -> 'enum');
  end if;
  if found = 'number' then
    if expected = 'integer' and value::numeric <> trunc(value::numeric) then
      return 'expected a whole number';
    elsif value::numeric < (leaf ->> 'minimum')::numeric then
      return format('expected at least %s', leaf ->> 'minimum');
    elsif value::numeric > (leaf ->> 'maximum')::numeric then
      return format('expected at most %s', leaf ->> 'maximum');
    end if;
  elsif found = 'string' then
    if char_length(value #>> '{}') > (leaf ->> 'maxLength')::int then
      return format('expected at most %s characters', leaf ->> 'maxLength');
    elsif (value #>> '{}') !~ (leaf ->> 'pattern') then
      return 'does not have the expected form';
    end if;
  elsif found = 'object' then
    for name in select r.name from jsonb_array_elements_text(leaf -> 'required') r (name) loop
      if not value ? name then
        return format('%s is missing', name);
      end if;
    end loop;
    for name in select k.name from jsonb_object_keys(value) k (name) loop
      problem := case when leaf -> 'properties' ? name
        then private.value_problem(leaf -> 'properties' -> name, value -> name) else 'unknown part' end;
      if problem is not null then
        return format('%s: %s', name, problem);
      end if;
    end loop;
  end if;
  return null;
end;
$$;

-- Why a leaf change may not be stored, or null if it may. A patch is read strictly: an unknown setting is refused and
-- JSON null means back to inherited. A stored document is read tolerantly: unknown keys are left alone, because an
-- older or newer version of the product may know them.
create or replace function private.change_problem(strict boolean, path text[], node jsonb, new_value jsonb)
returns text
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  if node ? 'unknown' then
    return case when strict then 'unknown setting' end;
  elsif not node ? 'leaf' then
    return 'expected an object';
  -- Keys of a map must keep dotted paths unambiguous and must not reach a prototype in any reader.
  elsif path[cardinality(path)] !~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'
    or path && array['constructor', 'prototype', '__proto__'] then
    return 'not a usable key';
  elsif new_value is null or (strict and new_value = 'null') then
    return null;
  end if;
  return private.value_problem(node -> 'leaf', new_value);
end;
$$;

-- The one way a settings problem reaches a person.
create or replace function private.refuse_setting(path text[], problem text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  raise exception using errcode = 'PT400',
    message = format('%s: %s', array_to_string(path, '.'), problem),
    detail = array_to_string(path, '.'),
    hint = 'Nothing was stored.';
end;
$$;

revoke all on type private.leaf_change from public, anon, authenticated, service_role;
grant usage on type private.leaf_change to authenticated, service_role;
revoke all on function private.touch_updated_at(), private.merge_patch(jsonb, jsonb),
  private.group_changes(jsonb, jsonb, text[], jsonb, jsonb), private.leaf_changes(text, jsonb, jsonb),
  private.value_problem(jsonb, jsonb), private.change_problem(boolean, text[], jsonb, jsonb),
  private.refuse_setting(text[], text)
  from public, anon, authenticated, service_role;
grant execute on function private.merge_patch(jsonb, jsonb), private.group_changes(jsonb, jsonb, text[], jsonb, jsonb),
  private.leaf_changes(text, jsonb, jsonb), private.value_problem(jsonb, jsonb),
  private.change_problem(boolean, text[], jsonb, jsonb), private.refuse_setting(text[], text)
  to authenticated, service_role;
