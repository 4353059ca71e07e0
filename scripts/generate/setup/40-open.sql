-- ── 4. Before the migrations: what is in their way ──────────────────────────────────────────────────────────────────

-- A text as a value of the sample's type, or null where it is none.
create function ovenai_setup.fitting(value text, sample anyelement) returns anyelement
language plpgsql set search_path = '' as $$
begin
  execute format('select %L::%s', value, pg_typeof(sample)) into sample;
  return sample;
exception when data_exception or invalid_text_representation or invalid_datetime_format then
  return null;
end;
$$;

-- Access, for all tables, functions and types of ours: policies, grants, rules, triggers and functions that the
-- migrations do not make. A policy that is left over would open what ours close.
create function ovenai_setup.close_access() returns void
language plpgsql set search_path = '' as $$
declare
  foreign_thing record;
begin
  for foreign_thing in
    select d.* from ovenai_setup.differences() d
    where not d.missing and d.kind in ('policy', 'trigger', 'rule', 'grant')
      and not exists (select from ovenai_setup.expected e
        where d.kind in ('policy', 'trigger') and (e.kind, e.relation, e.name) = (d.kind, d.relation, d.name))
      and (exists (select from ovenai_setup.tables t where t.relation = d.relation) or d.kind = 'grant')
    order by d.kind desc
  loop
    perform ovenai_setup.give_way(foreign_thing.relation, foreign_thing.kind, foreign_thing.definition,
      case foreign_thing.kind
        when 'grant' then format('revoke all on %s %s from %s cascade', foreign_thing.details ->> 'thing',
          foreign_thing.relation, foreign_thing.details ->> 'to')
        else format('drop %s %I on %s', foreign_thing.kind, foreign_thing.name, foreign_thing.relation)
      end);
  end loop;
  perform ovenai_setup.close_publication();
end;
$$;

-- Whole rows of our own tables were published to listeners; now a listener gets a hint and reads the row.
create function ovenai_setup.close_publication() returns void
language plpgsql set search_path = '' as $$
declare
  published record;
begin
  for published in
    select p.pubname, t.relation from pg_catalog.pg_publication p
    join pg_catalog.pg_publication_rel r on r.prpubid = p.oid
    join ovenai_setup.tables t on to_regclass(t.relation) = r.prrelid and not t.shared
    where p.pubname = 'supabase_realtime' and pg_has_role(p.pubowner, 'usage')
  loop
    perform ovenai_setup.give_way(published.relation, 'publication',
      format('alter publication %I add table %s', published.pubname, published.relation),
      format('alter publication %I drop table %s', published.pubname, published.relation));
  end loop;
end;
$$;

-- Views of ours hold no data and are made again; functions that `create or replace` could not replace, and other
-- functions under our names, give way. So do the trigger functions that only served triggers removed above.
create function ovenai_setup.close_code() returns void
language plpgsql set search_path = '' as $$
declare
  old_thing record;
begin
  for old_thing in
    select s.relation, s.definition from ovenai_setup.state() s
    where s.kind = 'view' and (exists (select from ovenai_setup.tables t where t.stale)
      or exists (select from ovenai_setup.differences() d where d.kind = 'view'))
    -- A view stands on older ones.
    order by s.relation::regclass::oid desc
  loop
    execute format('drop view %s', old_thing.relation);
  end loop;
  for old_thing in
    select s.relation, s.definition from ovenai_setup.state() s
    left join ovenai_setup.expected e on (e.kind, e.relation) = (s.kind, s.relation)
    where s.kind = 'function' and e.details is distinct from s.details
  loop
    perform ovenai_setup.give_way(old_thing.relation, 'function', old_thing.definition,
      format('drop routine %s', old_thing.relation));
  end loop;
  for old_thing in
    select distinct f.oid::regprocedure::text as relation, pg_get_functiondef(f.oid) as definition
    from pg_catalog.pg_proc f
    join kept_by_setup.definitions k on k.what = 'trigger' and k.at = now()
      and k.definition ~ ('EXECUTE FUNCTION ' || replace(f.oid::regproc::text, '.', '\.') || '\(')
    where f.prorettype = 'pg_catalog.trigger'::regtype
      and f.pronamespace = 'public'::regnamespace
      and pg_has_role(f.proowner, 'usage')
      and not exists (select from pg_catalog.pg_trigger t where t.tgfoid = f.oid)
      and not exists (select from pg_catalog.pg_depend d where d.objid = f.oid and d.deptype = 'e')
      and not exists (select from ovenai_setup.expected e
        where e.kind = 'function' and e.relation = f.oid::regprocedure::text)
  loop
    perform ovenai_setup.give_way(old_thing.relation, 'function', old_thing.definition,
      format('drop function %s', old_thing.relation));
  end loop;
end;
$$;

create function ovenai_setup.turn_triggers_off(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  trigger_name text;
begin
  for trigger_name in
    select s.name from ovenai_setup.state(table_name) s
    where s.kind = 'trigger' and s.relation = table_name and s.details ->> 'enabled' = 'O'
  loop
    execute format('alter table %s disable trigger %I', table_name, trigger_name);
    update ovenai_setup.tables t set triggers = triggers || trigger_name where t.relation = table_name;
  end loop;
end;
$$;

-- Makes a table of another shape ready for the migrations: its rows are remembered, constraints and indexes that will
-- not be there are gone, its columns have our types, missing ones are there and filled.
create function ovenai_setup.open_table(table_name text) returns void
language plpgsql set search_path = '' as $$
begin
  perform ovenai_setup.turn_triggers_off(table_name);
  execute format('alter table %s add column ovenai_setup_row bigint generated always as identity', table_name);
  execute format('insert into ovenai_setup.before select %L, t.ovenai_setup_row, to_jsonb(t) - ''ovenai_setup_row''
    from %s t', table_name, table_name);
  perform ovenai_setup.drop_constraints(table_name);
  perform ovenai_setup.fit_columns(table_name);
  if to_regprocedure(format('ovenai_setup.mend_%s()', split_part(table_name, '.', 2))) is not null then
    execute format('select ovenai_setup.mend_%s()', split_part(table_name, '.', 2));
  end if;
  perform ovenai_setup.fill_defaults(table_name);
  -- What refers to a shared table needs its keys now.
  if (select t.shared from ovenai_setup.tables t where t.relation = table_name) then
    perform ovenai_setup.add_constraints(table_name, array['p', 'u']);
  end if;
end;
$$;
