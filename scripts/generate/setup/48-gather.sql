-- Documents that other programs stored, gathered into our places by the rules (rules/*_older_documents.sql). Their values
-- stay in their words until several rows of a person are one.

-- The columns of the settings tables that hold documents, found once: each row asks for them.
create table ovenai_setup.document_columns (section text, name text);
create function ovenai_setup.learn_columns() returns void
language plpgsql set search_path = '' as $$
begin
  insert into ovenai_setup.document_columns
  select t.section, e.name from ovenai_setup.tables t
  join ovenai_setup.expected e on e.relation = t.relation and e.kind = 'column'
  where t.section is not null and e.details ->> 'type' = 'jsonb' and e.details ->> 'default' = '''{}''::jsonb';
end;
$$;

create function ovenai_setup.columns_of(section text) returns text[]
language sql stable set search_path = '' as $$
  select array_agg(d.name order by d.name) from ovenai_setup.document_columns d where d.section = $1;
$$;

-- Whether a person changed anything in a row.
create function ovenai_setup.is_edited(section text, content jsonb) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from ovenai_setup.document_columns d
    where d.section = $1 and not private.older_is_programs($1, array[d.name], content -> d.name));
end;
$$;

-- For each older copy of a settings table: its rows hold documents, and everything is in our places.
create function ovenai_setup.mend_settings(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  its_section constant text := (select t.section from ovenai_setup.tables t where t.relation = table_name);
  columns constant text[] := ovenai_setup.columns_of(its_section);
  assignments text;
begin
  if its_section is null then
    perform ovenai_setup.mend_objects(table_name);
    return;
  end if;
  assignments := (select string_agg(format('%1$I = g.document -> %1$L', c), ', ') from unnest(columns) c);
  -- offset 0: the document is made once a row, not once a column.
  execute format('update %s s set %s from (
      select t.ovenai_setup_row as place, private.older_gathered(%L, to_jsonb(t), $1, $2) as document from %s t offset 0
    ) g where g.place = s.ovenai_setup_row', table_name, assignments, its_section, table_name)
    using columns, private.older_spots(its_section, columns);
end;
$$;

create function ovenai_setup.mend_user_dashboard_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_dashboard_settings'); $$;
create function ovenai_setup.mend_user_notification_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_notification_settings'); $$;
create function ovenai_setup.mend_user_app_preferences() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_settings('public.user_app_preferences'); $$;
