-- What we hear of leads of another business: whatever people may judge.
do $$
begin
  if not ovenai_setup.is_theirs('leads') then
    return;
  end if;
  execute format($hear$
    create or replace function private.hear_of_changed_leads()
    returns trigger
    language plpgsql
    volatile
    security definer
    set search_path = ''
    as $body$
    declare
      changes private.lead_change[];
    begin
      changes := array(
        select row(f.id, f.project_id, f.name, case when %1$s = f.project_id then
            row(d.heat, d.status, d.bant_budget, d.bant_authority, d.bant_need, d.bant_timeline)::private.judgement end,
          row(f.heat, f.status, f.bant_budget, f.bant_authority, f.bant_need, f.bant_timeline)::private.judgement,
          now())::private.lead_change
        from old_leads t %2$s join private.lead_facts f on f.id = t.id);
      changes := array(select c from unnest(changes) c where c.before is null or c.before <> c.after);
      if cardinality(changes) > 0 then
        perform private.announce_lead_changes(changes);
      end if;
      return null;
    exception when others then
      perform private.note_fault('leads', sqlstate, sqlerrm);
      return null;
    end;
    $body$ $hear$, ovenai_setup.said('leads', 'project'), ovenai_setup.judged());
  revoke all on function private.hear_of_changed_leads() from public, anon, authenticated, service_role;
  create or replace trigger zz_ovenai_settings_changed after update on public.leads
    referencing old table as old_leads new table as new_leads
    for each statement execute function private.hear_of_changed_leads();
end;
$$;
