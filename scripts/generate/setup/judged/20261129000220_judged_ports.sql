-- Leads that are not ours: what people judge about them on our pages is kept beside.

-- Writes to a table of ours: each change of a lead of theirs calls out to the network.
create or replace function private.store_judgement(lead uuid, change jsonb)
returns private.judgement
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  found_lead record;
  judged private.judgement;
begin
  select l.project_id, l.name,
      row(l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline)::private.judgement as before
    into found_lead
  from private.lead_facts l
  where l.id = lead and l.project_id = any (array(select private.my_editable_project_ids()));
  if not found then
    return null;
  end if;
  perform private.take_from_limit(auth.uid(), 'leads');
  insert into private.lead_judgements as j (lead_id, heat, status, bant_budget, bant_authority, bant_need, bant_timeline,
    qualified_at, won_at)
  values (lead, change ->> 'heat', change ->> 'status', (change ->> 'bant_budget')::boolean,
    (change ->> 'bant_authority')::boolean, (change ->> 'bant_need')::boolean, (change ->> 'bant_timeline')::boolean,
    case when change ->> 'status' in ('qualified', 'won') then now() end,
    case when change ->> 'status' = 'won' then now() end)
  on conflict (lead_id) do update set
    heat = coalesce(excluded.heat, j.heat),
    status = coalesce(excluded.status, j.status),
    bant_budget = coalesce(excluded.bant_budget, j.bant_budget),
    bant_authority = coalesce(excluded.bant_authority, j.bant_authority),
    bant_need = coalesce(excluded.bant_need, j.bant_need),
    bant_timeline = coalesce(excluded.bant_timeline, j.bant_timeline),
    qualified_at = case when excluded.status = 'open' then null else coalesce(j.qualified_at, excluded.qualified_at) end,
    won_at = case when excluded.status is null then j.won_at else coalesce(j.won_at, excluded.won_at) end,
    judged_at = now();
  select l.heat, l.status, l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline into judged
  from private.lead_facts l where l.id = lead;
  if judged <> found_lead.before then
    perform private.announce_lead_changes(array[row(lead, found_lead.project_id, found_lead.name, found_lead.before, judged,
      now())::private.lead_change]);
  end if;
  return judged;
end;
$$;

-- Their leads are made by their own programs.
create or replace function private.takes_leads()
returns boolean
language sql
immutable
set search_path = ''
as $$ select false; $$;

create or replace function private.store_leads(project uuid, given jsonb)
returns uuid[]
language sql
volatile
set search_path = ''
as $$ select '{}'::uuid[]; $$;

create or replace function private.remove_leads(project uuid, leads uuid[])
returns integer
language sql
volatile
set search_path = ''
as $$ select 0; $$;

revoke all on function private.takes_leads(), private.store_leads(uuid, jsonb), private.remove_leads(uuid, uuid[])
  from public, anon, authenticated, service_role;
grant execute on function private.takes_leads() to authenticated;
revoke all on function private.store_judgement(uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function private.store_judgement(uuid, jsonb) to authenticated;
