-- All settings of the caller, and all that a page needs of them, each in one round trip and of one instant.

-- {rows: [{section, scope, overrides, version}]}: the rows that exist, of all projects and, where it is asked for and
-- the caller's, of that project. scope is the project, or null.
create or replace function public.get_settings(project_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  project constant uuid := $1;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return jsonb_build_object('rows', (
    select coalesce(jsonb_agg(jsonb_build_object(
        'section', mine.section, 'scope', mine.scope, 'overrides', mine.overrides, 'version', mine.version
      ) order by mine.section, mine.scope nulls first), '[]')
    from (
      select 'dashboard' as section, s.project_id as scope, s.version, jsonb_build_object(
          'widget_visibility', s.widget_visibility,
          'widget_layout', s.widget_layout,
          'dashboard_preferences', s.dashboard_preferences) as overrides
      from public.user_dashboard_settings s
      where s.user_id = caller and (s.project_id is null or s.project_id = project)
      union all
      select 'notifications', null, s.version, jsonb_build_object(
          'email_notifications', s.email_notifications,
          'push_notifications', s.push_notifications,
          'sms_notifications', s.sms_notifications,
          'whatsapp_notifications', s.whatsapp_notifications,
          'in_app_notifications', s.in_app_notifications,
          'notification_schedule', s.notification_schedule)
      from public.user_notification_settings s
      where s.user_id = caller
      union all
      select 'preferences', null, s.version, jsonb_build_object(
          'interface_settings', s.interface_settings,
          'data_preferences', s.data_preferences,
          'feature_preferences', s.feature_preferences,
          'integration_settings', s.integration_settings)
      from public.user_app_preferences s
      where s.user_id = caller
    ) mine
  ));
end;
$$;

-- {user, projects, project_id, settings: [{section, scope, overrides, version}], session: {here, elsewhere},
-- notifications, at}. project_id is null where the one asked for is not the caller's; settings are the rows of
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
  from public.project_members m
  join public.projects p on p.id = m.project_id
  join public.clients c on c.id = p.client_id
  where m.user_id = caller;

  return jsonb_build_object(
    'user', jsonb_build_object('id', account.id, 'email', account.email, 'name', account.name),
    'projects', projects,
    'project_id', project,
    'settings', public.get_settings(project) -> 'rows',
    'session', private.my_session_state(get_bootstrap.session_id),
    -- Past any seq: the first page and no catching up.
    'notifications', public.get_notifications(9223372036854775807),
    'at', now()
  );
end;
$$;

revoke all on function public.get_settings(uuid), public.get_bootstrap(uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_settings(uuid), public.get_bootstrap(uuid, text) to authenticated;
