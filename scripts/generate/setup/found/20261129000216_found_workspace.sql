-- Making a workspace beside another business: rows of its own tables with what we know, no more. Where they ask for
-- more, it is theirs to make.
do $$
declare
  -- Without a column for its client a project is a client of its own.
  has_clients constant boolean := ovenai_setup.column_of('projects', 'client') is not null;
  inserts constant text := (
    select string_agg(format('insert into public.%I (%s) values (%s)%s;', i.name, i.columns, i.given,
      case when i.name ~ 'members' then ' on conflict do nothing' else '' end), e'\n      ' order by i.place)
    from (
      select g.place, g.name, string_agg(quote_ident(c.name), ', ') as columns, string_agg(g.given, ', ') as given
      from (values
        (1, 'clients', 'id', 'new_client'), (1, 'clients', 'name', 'client_name'), (1, 'clients', 'owner', 'person'),
        (2, 'client_members', 'client', 'new_client'), (2, 'client_members', 'user', 'person'),
        (2, 'client_members', 'role', '''owner'''),
        (3, 'projects', 'id', 'new_project'), (3, 'projects', 'client', 'new_client'),
        (3, 'projects', 'name', 'project_name'), (3, 'projects', 'owner', 'person'),
        (4, 'project_members', 'project', 'new_project'), (4, 'project_members', 'user', 'person'),
        (4, 'project_members', 'role', '''admin''')
      ) g (place, name, meaning, given)
      cross join lateral (select ovenai_setup.column_of(g.name, g.meaning) as name) c
      where c.name is not null and (has_clients or g.name not in ('clients', 'client_members'))
      group by g.place, g.name
    ) i);
begin
  execute format($make$
    create or replace function private.make_workspace(person uuid, client_name text, project_name text)
    returns jsonb
    language plpgsql
    volatile
    set search_path = ''
    as $body$
    declare
      new_project constant uuid := gen_random_uuid();
      new_client constant uuid := %s;
    begin
      %s
      return jsonb_build_object('client_id', new_client, 'project_id', new_project);
    exception when integrity_constraint_violation or data_exception or raise_exception then
      raise exception 'This business makes its clients and projects elsewhere.' using errcode = 'PT403', detail = sqlerrm;
    end;
    $body$ $make$, case when has_clients then 'gen_random_uuid()' else 'new_project' end, inserts);

  -- A membership of theirs is theirs to end.
  execute format($make$
    create or replace function private.forget_member(person uuid)
    returns void
    language sql
    volatile
    set search_path = ''
    as $body$ %s select null::void; $body$ $make$, (
    select string_agg(format('delete from public.%I m where m.user_id = person; ', n.name), '')
    from unnest(array['client_members', 'project_members']) n (name) where not ovenai_setup.is_theirs(n.name)));
end;
$$;

-- Who leads a client of theirs is theirs to say: whoever alone leads one with others in it stays until they have said it.
do $body$
begin
  if not (ovenai_setup.is_theirs('clients') or ovenai_setup.is_theirs('client_members')
    or ovenai_setup.is_theirs('projects') or ovenai_setup.is_theirs('project_members')) then
    return;
  end if;
  create or replace function private.successions(person uuid)
  returns table (client_id uuid, client_name text, heir uuid, blocked boolean)
  language sql
  stable
  set search_path = ''
  as $$
    select c.id, c.name, null::uuid, true
    from private.tenant_client_members m
    join private.tenant_clients c on c.id = m.client_id
    where m.user_id = successions.person and m.role in ('owner', 'admin')
      and exists (
        select from private.tenant_client_members o where o.client_id = c.id and o.user_id <> successions.person)
      and not exists (
        select from private.tenant_client_members o
        where o.client_id = c.id and o.user_id <> successions.person and o.role in ('owner', 'admin'));
  $$;

  create or replace function private.hand_over(person uuid)
  returns void
  language sql
  volatile
  set search_path = ''
  as $$ select null::void; $$;
end;
$body$;
