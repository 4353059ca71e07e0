-- The values in force, for other SQL: defaults, then each layer, leaf by leaf, as resolve() in lib/settings/resolve.ts
-- does it for the screens. Reading forgives: a leaf that breaks today's rules counts as absent, so the value below it
-- shows; unknown keys are not shown.

-- Resolves the nodes of a group. `layers` are the documents of that group, lowest first; null or no object is empty.
create or replace function private.resolve_group(children jsonb, defaults jsonb, layers jsonb[])
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  resolved jsonb := defaults;
  layer jsonb;
  name text;
  node jsonb;
  deeper jsonb[];
begin
  -- Most rows say little: only what some layer mentions is looked at.
  for name in
    select distinct k.name
    from unnest(layers) l (document), jsonb_object_keys(
      case when jsonb_typeof(l.document) = 'object' then l.document else '{}' end) k (name)
    where children ? k.name
  loop
    node := children -> name;
    if node ? 'leaf' then
      foreach layer in array layers loop
        if jsonb_typeof(layer) = 'object' and layer ? name
          and private.leaf_problem(node -> 'leaf', layer -> name) is null then
          resolved := resolved || jsonb_build_object(name, layer -> name);
        end if;
      end loop;
    else
      deeper := '{}';
      foreach layer in array layers loop
        deeper := deeper || case when jsonb_typeof(layer) = 'object' then layer -> name end;
      end loop;
      resolved := resolved || jsonb_build_object(
        name, private.resolve_group(node -> 'keys', defaults -> name, deeper));
    end if;
  end loop;
  return resolved;
end;
$$;

-- A section in force under these layers, lowest first: team, template, the person, the person in the project.
create or replace function private.resolve_settings(section text, layers jsonb[])
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return private.resolve_group(
    private.settings_schema() -> section, public.settings_defaults() -> section, layers);
end;
$$;

-- Dropped first, because a view can grow only so; those above lean on those below.
drop view if exists public.effective_dashboard_settings, public.effective_notification_settings,
  public.effective_app_preferences, private.settings_people;

-- Everybody whose settings somebody may ask for: who is in a project or a client, and who has settings. A signed-in
-- caller is one person; the service, which has no id, is told of all.
create view private.settings_people with (security_invoker = true) as
select people.user_id
from (
  select m.user_id from public.project_members m
  union
  select m.user_id from public.client_members m
  union
  select s.user_id from public.user_dashboard_settings s
  union
  select s.user_id from public.user_notification_settings s
  union
  select s.user_id from public.user_app_preferences s
  union
  select auth.uid() where auth.uid() is not null
) people
-- A colleague's rows are hidden from a caller: without this, colleagues would show with the defaults.
where (select auth.uid()) is null or people.user_id = (select auth.uid());

-- One row for a person and each project they are in, and one (project_id null) for what holds in all their projects.
create view public.effective_dashboard_settings with (security_invoker = true) as
select scope.user_id, scope.project_id,
  resolved.document -> 'widget_visibility' as widget_visibility,
  resolved.document -> 'widget_layout' as widget_layout,
  resolved.document -> 'dashboard_preferences' as dashboard_preferences
from (
  select p.user_id, null::uuid as project_id from private.settings_people p
  union all
  select m.user_id, m.project_id from public.project_members m
  where (select auth.uid()) is null or m.user_id = (select auth.uid())
) scope
left join public.user_dashboard_settings general
  on general.user_id = scope.user_id and general.project_id is null
left join public.user_dashboard_settings particular
  on particular.user_id = scope.user_id and particular.project_id = scope.project_id
cross join lateral (
  select private.resolve_settings('dashboard', array[to_jsonb(general), to_jsonb(particular)]) as document
) resolved;

create view public.effective_notification_settings with (security_invoker = true) as
select p.user_id,
  resolved.document -> 'email_notifications' as email_notifications,
  resolved.document -> 'push_notifications' as push_notifications,
  resolved.document -> 'sms_notifications' as sms_notifications,
  resolved.document -> 'whatsapp_notifications' as whatsapp_notifications,
  resolved.document -> 'in_app_notifications' as in_app_notifications,
  resolved.document -> 'notification_schedule' as notification_schedule
from private.settings_people p
left join public.user_notification_settings own on own.user_id = p.user_id
cross join lateral (
  select private.resolve_settings('notifications', array[to_jsonb(own)]) as document
) resolved;

create view public.effective_app_preferences with (security_invoker = true) as
select p.user_id,
  resolved.document -> 'interface_settings' as interface_settings,
  resolved.document -> 'data_preferences' as data_preferences,
  resolved.document -> 'feature_preferences' as feature_preferences,
  resolved.document -> 'integration_settings' as integration_settings
from private.settings_people p
left join public.user_app_preferences own on own.user_id = p.user_id
cross join lateral (
  select private.resolve_settings('preferences', array[to_jsonb(own)]) as document
) resolved;

comment on view public.effective_dashboard_settings is
  'Dashboard settings in force: defaults, the person''s own, the person''s own in the project. A leaf of no value today counts as absent.';
comment on view public.effective_notification_settings is
  'Notification settings in force: defaults and the person''s own. A leaf of no value today counts as absent.';
comment on view public.effective_app_preferences is
  'Preferences in force: defaults and the person''s own. A leaf of no value today counts as absent.';

revoke all on table private.settings_people, public.effective_dashboard_settings,
  public.effective_notification_settings, public.effective_app_preferences
  from public, anon, authenticated, service_role;
grant select on table private.settings_people, public.effective_dashboard_settings,
  public.effective_notification_settings, public.effective_app_preferences
  to authenticated, service_role;
revoke all on function private.resolve_group(jsonb, jsonb, jsonb[]), private.resolve_settings(text, jsonb[])
  from public, anon, authenticated, service_role;
grant execute on function private.resolve_group(jsonb, jsonb, jsonb[]), private.resolve_settings(text, jsonb[])
  to authenticated, service_role;
