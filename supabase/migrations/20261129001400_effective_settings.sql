-- The values in force, for the generated views effective_*: defaults, then each layer, leaf by leaf, as resolve() in
-- lib/settings/resolve.ts does it for the screens. Reading forgives: a leaf that breaks today's rules counts as absent,
-- so the value below it shows; unknown keys are not shown.

-- Resolves the nodes of a group. `layers` are the documents of that group, lowest first; null or no object is empty.
create or replace function private.resolve_group(children jsonb, defaults jsonb, layers jsonb[])
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  resolved jsonb := defaults;
  layer jsonb;
  name text;
  node jsonb;
  deeper jsonb[];
begin
  -- Most rows say little: only what some layer mentions is looked at.
  for name in
    select distinct k.name
    from unnest(layers) l (document), jsonb_object_keys(
      case when jsonb_typeof(l.document) = 'object' then l.document else '{}' end) k (name)
    where children ? k.name
  loop
    node := children -> name;
    if node ? 'leaf' then
      foreach layer in array layers loop
        if jsonb_typeof(layer) = 'object' and layer ? name
          and private.leaf_problem(node -> 'leaf', layer -> name) is null then
          resolved := resolved || jsonb_build_object(name, layer -> name);
        end if;
      end loop;
    else
      deeper := '{}';
      foreach layer in array layers loop
        deeper := deeper || case when jsonb_typeof(layer) = 'object' then layer -> name end;
      end loop;
      resolved := resolved || jsonb_build_object(
        name, private.resolve_group(node -> 'keys', defaults -> name, deeper));
    end if;
  end loop;
  return resolved;
end;
$$;

-- A section in force under these layers, lowest first: team, template, the person, the person in the project.
create or replace function private.resolve_settings(section text, layers jsonb[])
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return private.resolve_group(
    private.settings_schema() -> section, public.settings_defaults() -> section, layers);
end;
$$;

revoke all on function private.resolve_group(jsonb, jsonb, jsonb[]), private.resolve_settings(text, jsonb[])
  from public, anon, authenticated, service_role;
grant execute on function private.resolve_group(jsonb, jsonb, jsonb[]), private.resolve_settings(text, jsonb[])
  to authenticated, service_role;
