-- What may stand in a settings document: the walk that turns a document into its leaves, and the rules of a leaf. The
-- rules of JSON Schema come from private.settings_schema(), which is generated; rules across the parts of a leaf, which
-- JSON Schema cannot say, are written here. The generator names the rule of a leaf (scripts/generate/settings-sql.ts);
-- TypeScript obeys the same rules (lib/settings/schedule-fields.ts, fields.ts).

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

-- The 31st of February fits the pattern of an instant and is none.
create or replace function private.is_instant(word text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (word::timestamptz) is not null;
exception when datetime_field_overflow or invalid_datetime_format then
  return false;
end;
$$;

-- Why a value that fits the JSON schema of its leaf breaks the leaf's rule, or null if it does not.
create or replace function private.rule_problem(rule text, value jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  case rule
    when 'workingHours' then
      return case
        when value ->> 'start' = value ->> 'end' then 'end: equal to the start'
        when not value -> 'days' @? '$.* ? (@ == true)' then 'days: no day'
      end;
    when 'quietHours', 'ownQuietHours' then
      return case when value ->> 'start' = value ->> 'end' then 'end: equal to the start' end;
    when 'timeZone' then
      return case when not private.is_time_zone(value #>> '{}') then 'not a time zone' end;
    when 'pause' then
      return case
        when value <> '"never"' and not private.is_instant(value #>> '{}') then 'not an instant'
      end;
  end case;
end;
$$;

-- Why a value may not stand at a leaf, or null if it may.
create or replace function private.leaf_problem(leaf jsonb, value jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  problem constant text := private.value_problem(leaf, value);
begin
  if problem is null and leaf ? 'rule' then
    return private.rule_problem(leaf ->> 'rule', value);
  end if;
  return problem;
end;
$$;

-- Why a leaf change may not be stored, or null if it may. A patch is read strictly: an unknown setting is refused and
-- JSON null means back to inherited. A stored document is read tolerantly: unknown keys are left alone, because an
-- older or newer version of the product may know them. No key, known or not, may be ambiguous in a dotted path, because
-- the record is read back by path, nor reach a prototype in any reader. Not parallel safe: a zone is tried in a
-- subtransaction.
create or replace function private.change_problem(strict boolean, path text[], node jsonb, new_value jsonb)
returns text
language plpgsql
immutable
parallel unsafe
set search_path = ''
as $$
begin
  if new_value is not null and (
    path[cardinality(path)] !~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'
    or path && array['constructor', 'prototype', '__proto__']
  ) then
    return 'not a usable key';
  elsif node ? 'unknown' then
    return case when strict then 'unknown setting' end;
  elsif not node ? 'leaf' then
    return 'expected an object';
  elsif new_value is null or (strict and new_value = 'null') then
    return null;
  end if;
  return private.leaf_problem(node -> 'leaf', new_value);
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
revoke all on function private.group_changes(jsonb, jsonb, text[], jsonb, jsonb),
  private.leaf_changes(text, jsonb, jsonb), private.value_problem(jsonb, jsonb),
  private.is_instant(text), private.rule_problem(text, jsonb), private.leaf_problem(jsonb, jsonb),
  private.change_problem(boolean, text[], jsonb, jsonb), private.refuse_setting(text[], text)
  from public, anon, authenticated, service_role;
grant execute on function private.group_changes(jsonb, jsonb, text[], jsonb, jsonb),
  private.leaf_changes(text, jsonb, jsonb), private.value_problem(jsonb, jsonb),
  private.is_instant(text), private.rule_problem(text, jsonb), private.leaf_problem(jsonb, jsonb),
  private.change_problem(boolean, text[], jsonb, jsonb), private.refuse_setting(text[], text)
  to authenticated, service_role;
