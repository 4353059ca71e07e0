-- Whose connection ended, because what it was made with is no setting: it had a secret, or somebody switched it on.
create function ovenai_setup.note_connections() returns void
language plpgsql set search_path = '' as $$
declare
  ended record;
begin
  for ended in
    select p.name, count(distinct b.content ->> 'user_id') as people
    from ovenai_setup.before b
    cross join lateral (select private.older_object(b.content -> 'integration_settings') as document offset 0) d
    cross join lateral jsonb_object_keys(private.settings_schema() #> '{preferences,integration_settings,keys}') p (name)
    cross join lateral (select jsonb_strip_nulls(d.document -> p.name) as settings) its
    where b.relation = 'public.user_app_preferences' and (
      its.settings -> 'enabled' = 'true' and not private.older_is_programs('preferences',
        array['integration_settings', p.name, 'enabled'], 'true')
      or private.older_without_secrets(its.settings) <> its.settings)
    group by p.name
  loop
    perform ovenai_setup.note('public.user_app_preferences', format('%s: to connect anew', case ended.name
      when 'whatsapp' then 'WhatsApp' else initcap(ended.name) end), ended.people);
  end loop;
end;
$$;
