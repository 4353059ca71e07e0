-- What people judge about a lead, and how the business tells that it changed.
do $$
begin
  create type private.judgement as (
    heat text, status text, bant_budget boolean, bant_authority boolean, bant_need boolean, bant_timeline boolean
  );
  -- `before` is null where the lead is new.
  create type private.lead_change as (
    lead_id uuid, project_id uuid, name text, before private.judgement, after private.judgement, at timestamptz
  );
exception when duplicate_object then
  null;
end;
$$;

revoke all on type private.judgement, private.lead_change from public, anon, authenticated, service_role;
