-- Rules across the parts of a leaf, which JSON Schema cannot say. The generator names the rule of a leaf
-- (scripts/generate/settings-sql.ts); TypeScript obeys the same rules (lib/settings/schedule-fields.ts, fields.ts).

-- Whether PostgreSQL knows a zone of the IANA database by this name. It would also take a POSIX rule ("Mars/Base+3"),
-- which no other reader knows: digits belong to the Etc zones alone.
create or replace function private.is_time_zone(zone text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  if zone ~ '[0-9]' and zone !~* '^Etc/GMT(0|[+-]?[0-9]|[+-]1[0-2]|-1[34])$' then
    return false;
  end if;
  return (timestamp '2000-01-01' at time zone zone) is not null;
exception when invalid_parameter_value then
  return false;
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
    when 'quietHours' then
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

-- As before, with the rules, and with one promise more: no key of a settings document is ambiguous in a dotted path,
-- known or not, because the record is read back by path. Not parallel safe: a zone is tried in a subtransaction.
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

revoke all on function private.is_time_zone(text), private.is_instant(text), private.rule_problem(text, jsonb),
  private.leaf_problem(jsonb, jsonb)
  from public, anon, authenticated, service_role;
grant execute on function private.is_time_zone(text), private.is_instant(text), private.rule_problem(text, jsonb),
  private.leaf_problem(jsonb, jsonb)
  to authenticated, service_role;
