-- A table is ours where a former run says so or, where none ended, where it carries the comment of the migrations.
create function ovenai_setup.find_theirs() returns void
language plpgsql set search_path = '' as $$
declare
  found record;
  ours boolean;
begin
  for found in
    select n.name, c.oid, c.oid::regclass::text as relation, c.relkind, c.relowner, m.sql
    from ovenai_setup.names n
    join pg_catalog.pg_class c on c.oid = to_regclass(format('public.%I', n.name))
    join ovenai_setup.migrations m on m.ground = 'own' and m.sql ~ format('comment on table public\.%s is', n.name)
    where n.kind = 'table' and n.ground = 'own'
  loop
    if to_regprocedure('private.business_is_ours(text)') is null then
      ours := found.sql like format('%%comment on table %s is %L;%%', found.relation,
        obj_description(found.oid, 'pg_class'));
    else
      execute 'select private.business_is_ours($1)' into ours using found.name;
    end if;
    continue when ours;
    if found.relkind not in ('r', 'p') then
      perform ovenai_setup.refuse(format('%s is there and is no ordinary table.', found.relation),
        'The settings read the business from tables: rename it.');
    elsif not pg_has_role(found.relowner, 'usage') then
      perform ovenai_setup.refuse(format('%s belongs to another role than %s.', found.relation, current_user),
        'Run this as its owner.');
    end if;
    insert into ovenai_setup.theirs values (found.name);
  end loop;
end;
$$;

-- An existing OvenAI is known by what only it has: leads that name their project so, and its messages.
create function ovenai_setup.is_ovenai() returns boolean
language sql stable set search_path = '' as $$
  select to_regclass('public.clients') is not null and to_regclass('public.client_members') is not null
    and to_regclass('public.projects') is not null and to_regclass('public.conversations') is not null
    and exists (select from pg_catalog.pg_attribute a
      where a.attrelid = to_regclass('public.leads') and a.attname = 'current_project_id' and not a.attisdropped);
$$;

-- Of migrations and names those stay that hold here. Beside tables of another business our own migrations run as well:
-- what they say of a table that is there already they say of an empty stand-in, which goes once they have run.
create function ovenai_setup.choose_ground() returns void
language plpgsql set search_path = '' as $$
declare
  grounds text[];
  theirs text;
begin
  perform ovenai_setup.find_theirs();
  theirs := (select string_agg(t.name, '|' order by t.name) from ovenai_setup.theirs t);
  grounds := case
    when ovenai_setup.is_ovenai() then array['all', 'beside', 'judged', 'ovenai', 'rules']
    when theirs is null then array['all', 'own', 'ties']
    when theirs ~ 'lead' then array['all', 'own', 'beside', 'judged', 'found']
    else array['all', 'own', 'beside', 'found']
  end;
  if 'found' = any (grounds) then
    perform ovenai_setup.check_theirs();
  end if;
  perform ovenai_setup.lay_out_rules();
  if 'rules' <> all (grounds) then
    insert into ovenai_setup.lent select n.kind, n.schema, n.name from ovenai_setup.names n where n.ground = 'rules';
  end if;
  delete from ovenai_setup.names n where n.ground <> all (grounds) or n.ground = 'own' and n.kind = 'table'
    and n.name in (select t.name from ovenai_setup.theirs t);
  delete from ovenai_setup.names n using ovenai_setup.names o
  where (o.kind, o.schema, o.name) = (n.kind, n.schema, n.name) and o.place < n.place;
  delete from ovenai_setup.migrations m where m.ground <> all (grounds);
  update ovenai_setup.migrations m
  set sql = regexp_replace(m.sql, format('\mpublic\.((%s)(_id_seq)?)\M', theirs), 'ovenai_setup.\1', 'g')
  where m.ground = 'own' and theirs is not null;
  perform ovenai_setup.note(replace(theirs, '|', ', '), 'read as they are, not changed', 1) where theirs is not null;
end;
$$;

create function ovenai_setup.drop_stand_ins() returns void
language plpgsql set search_path = '' as $$
declare
  stand_in text;
begin
  for stand_in in select t.name from ovenai_setup.theirs t loop
    execute format('drop table if exists ovenai_setup.%I cascade', stand_in);
  end loop;
end;
$$;
