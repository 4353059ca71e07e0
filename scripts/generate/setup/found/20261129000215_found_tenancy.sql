-- How the product sees clients and projects of another business: the ports of business_ports.sql, over what is found.
-- Row-level security of theirs says nothing here: a signed-in reader sees what their membership opens, and functions
-- that run as the owner see all.

do $$
begin
  execute format('create or replace function private.business_is_ours(table_name text) returns boolean
    language sql immutable set search_path = '''' as $body$ select table_name <> all (%L::text[]); $body$',
    array(select t.name from ovenai_setup.theirs t order by t.name));
end;
$$;

-- A project that names no client is a client of its own, so that nobody has to make one.
do $$
declare
  projects constant text := 'public.projects t left join public.clients c on c.id = '
    || coalesce(ovenai_setup.said('projects', 'client'), 'null');
begin
  perform ovenai_setup.write_port('tenant_projects', jsonb_build_object('id', 't.id', 'client_id', 'coalesce(c.id, t.id)',
      'name', ovenai_setup.called('projects', 'Project', 120)),
    projects || ' where current_user <> ''authenticated'' or t.id = any (array(select private.my_project_ids()))');
  perform ovenai_setup.write_port('tenant_clients', '{"id": "t.id", "name": "t.name"}',
    format('(select t.id, %s as name from public.clients t union all select t.id, %s from %s where c.id is null) t
      where current_user <> ''authenticated'' or t.id = any (array(select private.my_client_ids()))',
      ovenai_setup.called('clients', 'Client', 120), ovenai_setup.called('projects', 'Project', 120), projects));
end;
$$;

-- Whoever a client or a project names as its owner belongs to it for as long as it does. Of the roles of a project,
-- those that are not ours may look and change nothing.
do $$
declare
  place record;
  members text;
begin
  for place in
    select p.*, ovenai_setup.said(p.members, 'role') as role, ovenai_setup.said(p.kind || 's', 'owner') as owner
    from (values
      ('tenant_client_members', 'client', 'client_members', 'owner', 'user_id = (select auth.uid())',
        'case lower(%1$s) when ''owner'' then ''owner'' when ''admin'' then ''admin'' else ''member'' end'),
      ('tenant_members', 'project', 'project_members', 'admin',
        'project_id = any (array(select private.my_project_ids()))',
        'case lower(%1$s) when ''owner'' then ''admin'' when ''admin'' then ''admin'' when ''member'' then ''member''
          else ''viewer'' end')
    ) p (port, kind, members, highest, guard, roles)
  loop
    members := format('select %s as %s_id, %s as user_id, %s as role from public.%I t',
      ovenai_setup.said(place.members, place.kind), place.kind, ovenai_setup.said(place.members, 'user'),
      coalesce(ovenai_setup.filled(place.roles, place.role), '''member'''), place.members)
      || coalesce(ovenai_setup.filled(
        format(' union all select t.id, %%1$s, %L from public.%Is t', place.highest, place.kind), place.owner), '');
    perform ovenai_setup.write_port(place.port,
      jsonb_build_object(place.kind || '_id', 't.' || place.kind || '_id', 'user_id', 't.user_id', 'role', 't.role'),
      format('(select m.%1$s_id, m.user_id, min(m.role) as role from (%2$s) m group by 1, 2) t
        join auth.users u on u.id = t.user_id where current_user <> ''authenticated'' or t.%3$s',
        place.kind, members, place.guard));
  end loop;
end;
$$;
