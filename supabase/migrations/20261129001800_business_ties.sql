-- What ties our rows to a business that is ours as well: they go with its clients, projects and leads, and move along.

do $$
declare
  tie record;
begin
  for tie in
    select t.name, t.keeper, format('foreign key (%I) references public.%I (id) on delete cascade', t.attribute, t.kept)
      as rule
    from (values
      ('user_dashboard_settings_client_id_fkey', 'public.user_dashboard_settings', 'client_id', 'clients'),
      ('user_dashboard_settings_project_id_fkey', 'public.user_dashboard_settings', 'project_id', 'projects'),
      ('notifications_project_id_fkey', 'public.notifications', 'project_id', 'projects'),
      ('notifications_lead_id_fkey', 'public.notifications', 'lead_id', 'leads'),
      ('notification_subscriptions_project_id_fkey', 'public.notification_subscriptions', 'project_id', 'projects'),
      ('notification_subscriptions_lead_id_fkey', 'public.notification_subscriptions', 'lead_id', 'leads'),
      ('lead_notes_project_id_fkey', 'public.lead_notes', 'project_id', 'projects'),
      ('lead_notes_lead_id_fkey', 'public.lead_notes', 'lead_id', 'leads'),
      ('lead_mails_project_id_fkey', 'public.lead_mails', 'project_id', 'projects'),
      ('lead_mails_lead_id_fkey', 'public.lead_mails', 'lead_id', 'leads'),
      ('lead_mail_stops_project_id_fkey', 'public.lead_mail_stops', 'project_id', 'projects'),
      ('lead_mail_stops_lead_id_fkey', 'public.lead_mail_stops', 'lead_id', 'leads'),
      ('whatsapp_messages_lead_id_fkey', 'private.whatsapp_messages', 'lead_id', 'leads'),
      ('project_apps_project_id_fkey', 'private.project_apps', 'project_id', 'projects'),
      ('project_posts_lead_id_fkey', 'private.project_posts', 'lead_id', 'leads'),
      ('performance_targets_project_id_fkey', 'public.performance_targets', 'project_id', 'projects')
    ) t (name, keeper, attribute, kept)
    where not exists (
      select from pg_catalog.pg_constraint c
      where c.conrelid = t.keeper::regclass and c.conname = t.name)
  loop
    execute format('alter table %s add constraint %I %s', tie.keeper, tie.name, tie.rule);
  end loop;
end;
$$;

create or replace trigger move_settings_with_project
  after update of client_id on public.projects
  for each row when (old.client_id is distinct from new.client_id)
  execute function private.move_settings_with_project();
