-- What every later migration stands on: the schema for helpers that the API does not expose, and the merge that obeys
-- RFC 7396.
--
-- Rules for every migration: repeatable statements, so that a view is dropped before it is made (it can grow then);
-- every object is closed to every role before it is opened by name and column, because older projects grant everything
-- by default and newer ones nothing; refusals raise `PTxyz` (xyz is the HTTP status) with the path at fault in `detail`,
-- never another SQLSTATE.

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

revoke all on function private.touch_updated_at(), private.merge_patch(jsonb, jsonb)
  from public, anon, authenticated, service_role;
grant execute on function private.merge_patch(jsonb, jsonb) to authenticated, service_role;
