-- All that a page needs of the person, in one round trip and of one instant.

-- {user, projects, project_id, settings: [{section, scope, overrides, version}], session: {here, elsewhere},
-- notifications, reached, at}. project_id is null where the one asked for is not the caller's; settings are the rows of
-- get_settings; session that of the device session_id; notifications the first page of get_notifications.
create or replace function public.get_bootstrap(project_id uuid default null, session_id text default null)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  account record;
  projects jsonb;
  project uuid;
begin
  select a.id, a.email, a.name into account from private.my_account() a;
  if account.id is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;

  select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'name', p.name, 'client_id', p.client_id, 'client_name', c.name, 'role', m.role
    ) order by c.name, p.name, p.id), '[]'),
    (array_agg(p.id) filter (where p.id = get_bootstrap.project_id))[1]
    into projects, project
  from private.tenant_members m
  join private.tenant_projects p on p.id = m.project_id
  join private.tenant_clients c on c.id = p.client_id
  where m.user_id = caller;

  return jsonb_build_object(
    'user', jsonb_build_object('id', account.id, 'email', account.email, 'name', account.name),
    'projects', projects,
    'project_id', project,
    'settings', public.get_settings(project) -> 'rows',
    'session', private.my_session_state(get_bootstrap.session_id),
    -- Past any seq: the first page and no catching up.
    'notifications', public.get_notifications(9223372036854775807),
    'reached', private.my_reached_channels(),
    'at', now()
  );
end;
$$;

revoke all on function public.get_bootstrap(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_bootstrap(uuid, text) to authenticated;
