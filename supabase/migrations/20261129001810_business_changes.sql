-- How changes of leads are told where the leads are ours.

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
-- Each lead is told to everybody in its project.
create or replace trigger limit_rows after update on public.leads
  referencing new table as changed_rows
  for each statement execute function private.limit_rows('leads', '1');

revoke all on function private.tell_new_leads(), private.tell_lead_changes()
  from public, anon, authenticated, service_role;
