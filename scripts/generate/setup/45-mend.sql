-- What only a reader of the table can mend. A function mend_<table> runs on a table of another shape once its columns
-- have our types; missing columns are there and empty, columns that will go are still there.

-- What a person would call the row: the first of the columns that names usually stand in.
create function ovenai_setup.name_of(content jsonb, fallback text) returns text
language sql immutable set search_path = '' as $$
  select left(coalesce((
    select btrim(content ->> n.name)
    from unnest(array['name', 'title', 'display_name', 'company_name', 'company', 'client_name', 'project_name',
      'business_name', 'full_name', 'label', 'slug']) with ordinality n (name, place)
    where jsonb_typeof(content -> n.name) = 'string' and btrim(content ->> n.name) <> ''
    order by n.place limit 1), fallback || ' ' || left(content ->> 'id', 8)), 120);
$$;

create function ovenai_setup.mend_clients() returns void
language plpgsql set search_path = '' as $$
begin
  update public.clients c set name = ovenai_setup.name_of(to_jsonb(c), 'Client')
  where c.name is null or char_length(c.name) not between 1 and 120;
end;
$$;

-- A project's client: the one that any of its columns names, else the only client there is, else a client made for the
-- projects that have none.
create function ovenai_setup.mend_projects() returns void
language plpgsql set search_path = '' as $$
declare
  stray constant text := '(p.client_id is null or not exists (select from public.clients c where c.id = p.client_id))';
  strays bigint;
  home uuid;
begin
  update public.projects p set name = ovenai_setup.name_of(to_jsonb(p), 'Project')
  where p.name is null or char_length(p.name) not between 1 and 120;
  execute format('update public.projects p set client_id = (
      select c.id from jsonb_each_text(to_jsonb(p)) e join public.clients c on c.id::text = e.value
      where e.key <> ''id'' order by (e.key ~ ''client'') desc, e.key limit 1)
    where %s', stray);
  execute format('select count(*) from public.projects p where %s', stray) into strays;
  if strays > 0 then
    home := case when (select count(*) from public.clients) = 1 then (select c.id from public.clients c)
      else ovenai_setup.make_client('Unassigned projects') end;
    execute format('update public.projects p set client_id = $1 where %s', stray) using home;
    perform ovenai_setup.note('public.projects', format('without a client: now of "%s"',
      (select c.name from public.clients c where c.id = home)), strays);
  end if;
end;
$$;

-- Columns of the business's own that must have a value get one that says nothing.
create function ovenai_setup.make_client(called text) returns uuid
language plpgsql set search_path = '' as $$
declare
  made constant uuid := gen_random_uuid();
  columns text := 'id, name';
  given text := format('%L, %L', made, called);
  required record;
begin
  for required in
    select a.attname, t.typcategory, t.oid, format_type(a.atttypid, a.atttypmod) as type
    from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
    where a.attrelid = 'public.clients'::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
      and not a.atthasdef and a.attidentity = '' and a.attname not in ('id', 'name')
  loop
    columns := columns || format(', %I', required.attname);
    given := given || ', ' || case required.typcategory
      when 'S' then format('%L::%s', called, required.type)
      when 'N' then '0' when 'B' then 'false' when 'D' then 'now()' when 'A' then '''{}'''
      when 'E' then coalesce((select format('%L', l.enumlabel) from pg_catalog.pg_enum l
        where l.enumtypid = required.oid order by l.enumsortorder limit 1), 'null')
      else case when required.type = 'uuid' then 'gen_random_uuid()' else '''{}''' end end;
  end loop;
  execute format('insert into public.clients (%s) values (%s)', columns, given);
  perform ovenai_setup.fill_defaults('public.clients');
  return made;
exception when integrity_constraint_violation or data_exception then
  perform ovenai_setup.refuse(format('Some projects have no client, and none could be made for them: %s.', sqlerrm),
    'Add a column client_id (uuid) to public.projects that names the client of each.');
end;
$$;

create function ovenai_setup.mend_client_members() returns void
language plpgsql set search_path = '' as $$
begin
  update public.client_members m
  set role = case when lower(m.role) in ('owner', 'admin') then lower(m.role) else 'member' end
  where m.role is null or m.role not in ('owner', 'admin', 'member');
end;
$$;

-- An unknown role may look and change nothing.
create function ovenai_setup.mend_project_members() returns void
language plpgsql set search_path = '' as $$
begin
  update public.project_members m
  set role = case lower(m.role) when 'owner' then 'admin' when 'admin' then 'admin' when 'member' then 'member'
    else 'viewer' end
  where m.role is null or m.role not in ('admin', 'member', 'viewer');
end;
$$;

create function ovenai_setup.mend_leads() returns void
language plpgsql set search_path = '' as $$
begin
  update public.leads l set
    name = case when char_length(l.name) between 1 and 200 then l.name
      else ovenai_setup.name_of(to_jsonb(l), 'Lead') end,
    channel = case when lower(l.channel) = any (private.older_our_words('leadChannels')) then lower(l.channel) end,
    heat = case when lower(l.heat) = any (private.older_our_words('heats')) then lower(l.heat) end,
    status = case when lower(l.status) = any (private.older_our_words('statuses')) then lower(l.status) end,
    value = greatest(l.value, 0);
end;
$$;

-- Whoever owned a project or a client before is in it: people see nothing of a project they are no member of. Only
-- where there were no members' tables yet, so that nobody comes back who was taken out.
create function ovenai_setup.add_owners() returns void
language plpgsql set search_path = '' as $$
declare
  added bigint;
begin
  if exists (select from ovenai_setup.tables t where t.name = 'projects' and t.stale)
    and not exists (select from public.project_members) then
    insert into public.project_members (project_id, user_id, role)
    select distinct p.id, u.id, 'admin' from public.projects p, jsonb_each_text(to_jsonb(p)) e
    join auth.users u on u.id::text = e.value
    where e.key in ('owner', 'owner_id', 'owner_user_id', 'user_id');
    get diagnostics added = row_count;
    perform ovenai_setup.note('public.project_members', 'owners of existing projects added as admin', added);
  end if;
  if exists (select from ovenai_setup.tables t where t.name = 'clients' and t.stale)
    and not exists (select from public.client_members) then
    insert into public.client_members (client_id, user_id, role)
    select distinct c.id, u.id, 'owner' from public.clients c, jsonb_each_text(to_jsonb(c)) e
    join auth.users u on u.id::text = e.value
    where e.key in ('owner', 'owner_id', 'owner_user_id', 'user_id');
    get diagnostics added = row_count;
    perform ovenai_setup.note('public.client_members', 'owners of existing clients added', added);
  end if;
end;
$$;
