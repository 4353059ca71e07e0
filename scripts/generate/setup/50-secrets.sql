-- Documents once held access tokens. A browser reads these columns: secrets stay in the kept rows only.

create function ovenai_setup.is_secret(name text) returns boolean
language plpgsql immutable set search_path = '' as $$
begin
  return name ~* '(token|secret|passw|credential|api_?key|private_?key|authorization|bearer)|^(pat|jwt|auth)$';
end;
$$;

create function ovenai_setup.without_secrets(value jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  case jsonb_typeof(value)
    when 'object' then
      return (select coalesce(jsonb_object_agg(e.key, ovenai_setup.without_secrets(e.value)), '{}')
        from jsonb_each(value) e where not ovenai_setup.is_secret(e.key));
    when 'array' then
      return (select coalesce(jsonb_agg(ovenai_setup.without_secrets(e.value) order by e.place), '[]')
        from jsonb_array_elements(value) with ordinality e (value, place));
    else
      return value;
  end case;
end;
$$;

-- Whose connection ended, because what it was made with is no setting: it had a secret, or somebody switched it on.
create function ovenai_setup.note_connections() returns void
language plpgsql set search_path = '' as $$
declare
  ended record;
begin
  for ended in
    select p.name, count(distinct b.content ->> 'user_id') as people
    from ovenai_setup.before b
    cross join lateral (select ovenai_setup.object_in(b.content -> 'integration_settings') as document offset 0) d
    cross join lateral jsonb_object_keys(private.settings_schema() #> '{preferences,integration_settings,keys}') p (name)
    cross join lateral (select jsonb_strip_nulls(d.document -> p.name) as settings) its
    where b.relation = 'public.user_app_preferences' and (
      its.settings -> 'enabled' = 'true' and not ovenai_setup.is_programs('preferences',
        array['integration_settings', p.name, 'enabled'], 'true')
      or ovenai_setup.without_secrets(its.settings) <> its.settings)
    group by p.name
  loop
    perform ovenai_setup.note('public.user_app_preferences', format('%s: to connect anew', case ended.name
      when 'whatsapp' then 'WhatsApp' else initcap(ended.name) end), ended.people);
  end loop;
end;
$$;
