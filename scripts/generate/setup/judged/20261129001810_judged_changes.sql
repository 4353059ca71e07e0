-- Leads that are not ours: we hear of new ones. The trigger runs after all of theirs and never fails the statement it runs
-- in: a fault of ours becomes a row of private.faults.

create or replace function private.hear_of_new_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.announce_lead_changes(array(
    select row(f.id, f.project_id, f.name, null,
      row(f.heat, f.status, f.bant_budget, f.bant_authority, f.bant_need, f.bant_timeline)::private.judgement,
      f.created_at)::private.lead_change
    from new_leads n join private.lead_facts f on f.id = n.id));
  return null;
exception when others then
  perform private.note_fault('leads', sqlstate, sqlerrm);
  return null;
end;
$$;

create or replace trigger zz_ovenai_settings_new after insert on public.leads
  referencing new table as new_leads
  for each statement execute function private.hear_of_new_leads();

revoke all on function private.hear_of_new_leads() from public, anon, authenticated, service_role;
