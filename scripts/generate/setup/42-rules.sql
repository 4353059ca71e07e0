-- The rules by which rows of other programs are read. They are needed before the migrations and stand in schema private,
-- for beside an existing OvenAI they stay there.

create function ovenai_setup.lay_out_rules() returns void
language plpgsql set search_path = '' as $$
declare
  rules text;
begin
  create schema if not exists private;
  for rules in select m.sql from ovenai_setup.migrations m where m.ground = 'rules' order by m.name loop
    execute rules;
  end loop;
end;
$$;

-- Where no program of theirs goes on, nothing reads them any more.
create function ovenai_setup.take_rules_back() returns void
language plpgsql set search_path = '' as $$
declare
  lent record;
  routine regprocedure;
begin
  for lent in select l.* from ovenai_setup.lent l order by array_position(array['function', 'type', 'table'], l.kind) loop
    if lent.kind = 'function' then
      for routine in
        select f.oid::regprocedure from pg_catalog.pg_proc f
        where f.proname = lent.name and f.pronamespace = to_regnamespace(lent.schema)
      loop
        execute format('drop function %s', routine);
      end loop;
    else
      execute format('drop %s %I.%I', lent.kind, lent.schema, lent.name);
    end if;
  end loop;
end;
$$;
