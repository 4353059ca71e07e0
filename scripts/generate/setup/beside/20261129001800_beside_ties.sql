-- What ties our rows to a business that is not ours. No foreign key: it would be a rule of ours on a table of theirs. The
-- triggers run after all of theirs and never fail the statement they run in: a fault of ours becomes a row of
-- private.faults.

-- What foreign keys do elsewhere. Arguments: tables of ours, each with its column that names the row that was removed.
create or replace function private.hear_of_removals()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  for place in 0 .. tg_nargs - 1 by 2 loop
    execute format('delete from %s k using removed r where k.%I = r.id', tg_argv[place], tg_argv[place + 1]);
  end loop;
  return null;
exception when others then
  perform private.note_fault(tg_table_name, sqlstate, sqlerrm);
  return null;
end;
$$;

create or replace function private.hear_of_moved_projects()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update public.user_dashboard_settings s set client_id = p.client_id
  from new_projects n join private.tenant_projects p on p.id = n.id
  where s.project_id = n.id and s.client_id is distinct from p.client_id;
  return null;
exception when others then
  perform private.note_fault('projects', sqlstate, sqlerrm);
  return null;
end;
$$;

do $$
declare
  tie record;
begin
  for tie in
    select t.of, string_agg(format('%L, %L', t.schema || '.' || t.keeper, t.attribute), ', ') as keepers
    from (values
      ('clients', 'public', 'client_members', 'client_id'),
      ('clients', 'public', 'projects', 'client_id'),
      ('projects', 'public', 'project_members', 'project_id'),
      ('projects', 'public', 'leads', 'project_id'),
      ('projects', 'public', 'notifications', 'project_id'),
      ('projects', 'public', 'notification_subscriptions', 'project_id'),
      ('projects', 'public', 'user_dashboard_settings', 'project_id'),
      ('projects', 'public', 'performance_targets', 'project_id'),
      ('projects', 'public', 'lead_notes', 'project_id'),
      ('projects', 'public', 'lead_mails', 'project_id'),
      ('projects', 'public', 'lead_mail_stops', 'project_id'),
      ('projects', 'private', 'project_apps', 'project_id'),
      ('leads', 'public', 'lead_events', 'lead_id'),
      ('leads', 'public', 'meetings', 'lead_id'),
      ('leads', 'public', 'messages', 'lead_id'),
      ('leads', 'public', 'notifications', 'lead_id'),
      ('leads', 'public', 'notification_subscriptions', 'lead_id'),
      ('leads', 'public', 'lead_notes', 'lead_id'),
      ('leads', 'public', 'lead_mails', 'lead_id'),
      ('leads', 'public', 'lead_mail_stops', 'lead_id'),
      ('leads', 'private', 'whatsapp_messages', 'lead_id'),
      ('leads', 'private', 'project_posts', 'lead_id'),
      ('leads', 'private', 'planned_notifications', 'lead_id'),
      ('leads', 'private', 'lead_judgements', 'lead_id'),
      ('leads', 'private', 'lead_events', 'lead_id')
    ) t (of, schema, keeper, attribute)
    where to_regclass(format('%I.%I', t.schema, t.keeper)) is not null
      and (t.schema = 'private' or private.business_is_ours(t.keeper))
    group by t.of
  loop
    execute format('create or replace trigger zz_ovenai_settings_removed after delete on public.%I
      referencing old table as removed for each statement execute function private.hear_of_removals(%s)',
      tie.of, tie.keepers);
  end loop;
end;
$$;

create or replace trigger zz_ovenai_settings_moved after update on public.projects
  referencing new table as new_projects
  for each statement execute function private.hear_of_moved_projects();

revoke all on function private.hear_of_removals(), private.hear_of_moved_projects()
  from public, anon, authenticated, service_role;
