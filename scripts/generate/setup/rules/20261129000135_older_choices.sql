-- What of a gathered document a person chose, and what of it may be stored where a browser reads it.

-- What a person chose, of documents that programs stored. In a row for one project that somebody edited everything
-- counts: it was what the person saw there, whatever holds for all projects.
create or replace function private.older_chosen(section text, stored jsonb, for_project boolean)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  chosen jsonb := '{}';
  change record;
begin
  if for_project then
    return case when private.older_is_programs(section, '{}', stored) then '{}' else stored end;
  end if;
  for change in select c.path, c.node, c.new_value from unnest(private.leaf_changes(section, null, stored)) c loop
    if not (change.node ? 'leaf' and private.older_is_programs(section, change.path, change.new_value)) then
      chosen := private.older_put(chosen, change.path, change.new_value);
    end if;
  end loop;
  return case section when 'notifications' then private.older_opened_channels(chosen) else chosen end;
end;
$$;

-- A value of several parts is valid whole; other programs stored some with fewer parts. The missing ones are those that
-- the person saw: the inherited. Parts we do not know go.
create or replace function private.older_completed(leaf jsonb, value jsonb, inherited jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  if leaf ->> 'type' <> 'object' or jsonb_typeof(value) <> 'object' or jsonb_typeof(inherited) <> 'object' then
    return value;
  end if;
  return (
    select jsonb_object_agg(k.name, case when value ? k.name
      then private.merge_patch(inherited -> k.name, value -> k.name) else inherited -> k.name end)
    from jsonb_object_keys(leaf -> 'properties') k (name)
  );
end;
$$;

-- Documents once held access tokens, and a browser reads them.
create or replace function private.older_is_secret(name text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return name ~* '(token|secret|passw|credential|api_?key|private_?key|authorization|bearer)|^(pat|jwt|auth)$';
end;
$$;

create or replace function private.older_without_secrets(value jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  case jsonb_typeof(value)
    when 'object' then
      return (select coalesce(jsonb_object_agg(e.key, private.older_without_secrets(e.value)), '{}')
        from jsonb_each(value) e where not private.older_is_secret(e.key));
    when 'array' then
      return (select coalesce(jsonb_agg(private.older_without_secrets(e.value) order by e.place), '[]')
        from jsonb_array_elements(value) with ordinality e (value, place));
    else
      return value;
  end case;
end;
$$;

revoke all on function private.older_chosen(text, jsonb, boolean), private.older_completed(jsonb, jsonb, jsonb),
  private.older_is_secret(text), private.older_without_secrets(jsonb)
  from public, anon, authenticated, service_role;
