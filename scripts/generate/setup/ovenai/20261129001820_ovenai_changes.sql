-- What we hear of an existing OvenAI: whatever carries heat and BANT.

-- Only changes that a judgement of ours does not hide.
create or replace function private.hear_of_changed_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  changes private.lead_change[];
begin
  changes := array(
    select row(f.id, f.project_id, f.name, case when o.current_project_id = f.project_id then
        row(coalesce(j.heat, d.heat), coalesce(j.status, d.status), coalesce(j.bant_budget, d.bant_budget),
          coalesce(j.bant_authority, d.bant_authority), coalesce(j.bant_need, d.bant_need),
          coalesce(j.bant_timeline, d.bant_timeline))::private.judgement end,
      row(f.heat, f.status, f.bant_budget, f.bant_authority, f.bant_need, f.bant_timeline)::private.judgement,
      now())::private.lead_change
    from old_leads o
    join new_leads n on n.id = o.id
    join private.lead_facts f on f.id = n.id
    left join private.lead_judgements j on j.lead_id = n.id
    cross join lateral private.derived_judgement(o.status, o.state, o.bant_status, o.requires_human_review,
      o.interaction_count, o.last_interaction) d
    where (o.status, o.state, o.bant_status, o.requires_human_review, o.interaction_count, o.last_interaction,
        o.current_project_id)
      is distinct from (n.status, n.state, n.bant_status, n.requires_human_review, n.interaction_count,
        n.last_interaction, n.current_project_id));
  changes := array(select c from unnest(changes) c where c.before is null or c.before <> c.after);
  if cardinality(changes) > 0 then
    perform private.announce_lead_changes(changes);
  end if;
  return null;
exception when others then
  perform private.note_fault('leads', sqlstate, sqlerrm);
  return null;
end;
$$;

create or replace trigger zz_ovenai_settings_changed after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.hear_of_changed_leads();

revoke all on function private.hear_of_changed_leads() from public, anon, authenticated, service_role;
