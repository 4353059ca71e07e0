-- What ties the business to what is ours: rows that go with a client, project or lead, and the changes that we hear of.

do $$
declare
  tie record;
begin
  for tie in
    select t.name, t.keeper, format('foreign key (%I) references public.%I (id) on delete cascade', t.attribute, t.kept)
      as rule
    from (values
      ('user_dashboard_settings_client_id_fkey', 'user_dashboard_settings', 'client_id', 'clients'),
      ('user_dashboard_settings_project_id_fkey', 'user_dashboard_settings', 'project_id', 'projects'),
      ('notifications_project_id_fkey', 'notifications', 'project_id', 'projects'),
      ('notifications_lead_id_fkey', 'notifications', 'lead_id', 'leads'),
      ('performance_targets_project_id_fkey', 'performance_targets', 'project_id', 'projects')
    ) t (name, keeper, attribute, kept)
    where not exists (
      select from pg_catalog.pg_constraint c
      where c.conrelid = format('public.%I', t.keeper)::regclass and c.conname = t.name)
  loop
    execute format('alter table public.%I add constraint %I %s', tie.keeper, tie.name, tie.rule);
  end loop;
end;
$$;

create or replace trigger move_settings_with_project
  after update of client_id on public.projects
  for each row when (old.client_id is distinct from new.client_id)
  execute function private.move_settings_with_project();

-- Once a statement, over all the leads it touched.
create or replace function private.tell_new_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.announce_lead_changes(array(
    select row(l.id, l.project_id, l.name, null,
      row(l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline)::private.judgement,
      l.created_at)::private.lead_change
    from new_leads l));
  return null;
end;
$$;

create or replace function private.tell_lead_changes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  changes constant private.lead_change[] := array(
    select row(n.id, n.project_id, n.name, was.judgement, is_now.judgement, now())::private.lead_change
    from new_leads n
    join old_leads o on o.id = n.id
    cross join lateral (select row(o.heat, o.status, o.bant_budget, o.bant_authority, o.bant_need, o.bant_timeline)
      ::private.judgement as judgement) was
    cross join lateral (select row(n.heat, n.status, n.bant_budget, n.bant_authority, n.bant_need, n.bant_timeline)
      ::private.judgement as judgement) is_now
    where was.judgement <> is_now.judgement
  );
begin
  if cardinality(changes) > 0 then
    perform private.announce_lead_changes(changes);
  end if;
  return null;
end;
$$;

create or replace trigger tell_new_leads after insert on public.leads
  referencing new table as new_leads
  for each statement execute function private.tell_new_leads();
create or replace trigger tell_lead_changes after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.tell_lead_changes();
create or replace trigger limit_changes before update on public.leads
  for each statement execute function private.limit_changes('leads');

revoke all on function private.tell_new_leads(), private.tell_lead_changes()
  from public, anon, authenticated, service_role;
