create function ovenai_setup.run_migrations() returns void
language plpgsql set search_path = '' as $$
declare
  migration record;
  about text;
  cure text;
begin
  for migration in select m.name, m.sql from ovenai_setup.migrations m order by m.name loop
    begin
      execute migration.sql;
    exception when others then
      get stacked diagnostics about = pg_exception_detail, cure = pg_exception_hint;
      raise exception using errcode = sqlstate, message = format('%s: %s', migration.name, sqlerrm),
        detail = about, hint = cure;
    end;
  end loop;
  perform ovenai_setup.drop_stand_ins();
end;
$$;

-- Learns what the migrations make of an empty database, on this server and with its version: what is there under our
-- names steps aside, the migrations run, the result is written down, and all of that is undone.
create function ovenai_setup.learn_what_is_expected() returns void
language plpgsql set search_path = '' as $$
declare
  learned jsonb;
  statement text;
  foreign_table constant text := (select s.relation from ovenai_setup.state() s
    where s.kind = 'table' and not (s.details ->> 'owned')::boolean limit 1);
begin
  if foreign_table is not null then
    perform ovenai_setup.refuse(format('%s belongs to another role than %s.', foreign_table, current_user),
      'Run this as its owner.');
  end if;
  begin
    create schema ovenai_aside_public;
    create schema ovenai_aside_private;
    for statement in
      select format('alter %s %s set schema ovenai_aside_%s', case c.relkind when 'v' then 'view'
        when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end, c.oid::regclass, n.schema)
      from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
      join ovenai_setup.names n on n.kind in ('table', 'view') and n.schema = s.nspname and n.name = c.relname
      union all
      select format('alter routine %s set schema ovenai_aside_%s', f.oid::regprocedure, n.schema)
      from pg_catalog.pg_proc f join pg_catalog.pg_namespace s on s.oid = f.pronamespace
      join ovenai_setup.names n on n.kind = 'function' and n.schema = s.nspname and n.name = f.proname
      union all
      select format('alter type %s set schema ovenai_aside_%s', t.oid::regtype, n.schema)
      from pg_catalog.pg_type t join pg_catalog.pg_namespace s on s.oid = t.typnamespace
      join ovenai_setup.names n on n.kind = 'type' and n.schema = s.nspname and n.name = t.typname
    loop
      execute statement;
    end loop;
    perform ovenai_setup.run_migrations();
    learned := (select jsonb_agg(to_jsonb(s)) from ovenai_setup.state() s);
    raise exception using errcode = 'OVEN1';
  exception when sqlstate 'OVEN1' then
    null;
  end;
  insert into ovenai_setup.expected
  select e.* from jsonb_to_recordset(learned)
    e (kind text, relation text, name text, definition text, details jsonb);
end;
$$;

-- Looks at what is there under our names, and refuses what this script cannot mend.
create function ovenai_setup.survey() returns void
language plpgsql set search_path = '' as $$
declare
  odd text;
begin
  odd := (
    select s.relation from ovenai_setup.state() s
    join ovenai_setup.expected e on e.kind = 'table' and e.relation = s.relation
    where s.kind = 'table' and s.details ->> 'kind' <> e.details ->> 'kind' limit 1);
  if odd is not null then
    perform ovenai_setup.refuse(format('%s is there and is no ordinary table or view.', odd), 'Rename it.');
  end if;

  insert into ovenai_setup.tables (relation, name, shared, place, stale, section)
  select e.relation, n.name, n.ground = 'own', n.place, false, null
  from ovenai_setup.expected e
  join ovenai_setup.names n on n.kind = 'table' and format('%I.%I', n.schema, n.name) = e.relation
  where e.kind = 'table' and e.details ->> 'kind' = 'r';

  update ovenai_setup.tables t set stale = true
  where to_regclass(t.relation) is not null and exists (
    select from ovenai_setup.differences() d
    where d.relation = t.relation and d.kind in ('column', 'constraint')
  );
  -- A settings table of ours counts its versions. An older copy does not, and holds whole documents.
  update ovenai_setup.tables t set section = (
    select substring(e.definition from 'keep_settings_insert\(''(\w+)''\)') from ovenai_setup.expected e
    where e.kind = 'trigger' and e.relation = t.relation and e.name = 'keep_settings_insert'
  )
  where t.stale and not exists (
    select from ovenai_setup.state() s where s.kind = 'column' and s.relation = t.relation and s.name = 'version'
  );
end;
$$;
