-- What we hear of an existing OvenAI: whatever carries heat and BANT, that a lead needs a person, the meeting that its
-- Calendly function noted, and messages. The triggers run after all of theirs and never fail the statement they run in.

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

-- Its Calendly function tells of bookings by itself; nothing of theirs reminds of them.
create or replace function private.hear_of_lead_states()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('lead.needs_person', array(
    select row(n.id, 1, null)::private.lead_event from new_leads n join old_leads o on o.id = n.id
    where n.requires_human_review and o.requires_human_review is not true));
  perform private.plan_reminders(array(
    select row(n.id, n.id, null, row(m.starts_at, m.status)::private.meeting_state)
      ::private.meeting_change
    from new_leads n
    join old_leads o on o.id = n.id
    left join private.lead_meetings m on m.id = n.id
    where (n.state, n.requires_human_review, n.current_project_id, n.state_status_metadata -> 'calendly_meeting_scheduled')
      is distinct from (o.state, o.requires_human_review, o.current_project_id,
        o.state_status_metadata -> 'calendly_meeting_scheduled')));
  return null;
exception when others then
  perform private.note_fault('leads', sqlstate, sqlerrm);
  return null;
end;
$$;

create or replace trigger zz_ovenai_settings_states after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.hear_of_lead_states();

-- What came in; a message that is more than an hour old was brought in later.
create or replace function private.hear_of_messages()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('message.received', array(
    select row(m.lead_id, count(*), 'message.received:' || min(m.id::text))::private.lead_event
    from new_messages m
    where m.direction is distinct from 'outbound' and m.status is not distinct from 'active'
      and coalesce(m.wa_timestamp, m.timestamp, m.created_at) > now() - interval '1 hour'
    group by m.lead_id));
  perform private.hint_leads(array(
    select distinct m.lead_id from new_messages m
    where coalesce(m.wa_timestamp, m.timestamp, m.created_at) > now() - interval '1 hour'));
  return null;
exception when others then
  perform private.note_fault('conversations', sqlstate, sqlerrm);
  return null;
end;
$$;

create or replace trigger zz_ovenai_settings_message after insert on public.conversations
  referencing new table as new_messages
  for each statement execute function private.hear_of_messages();

-- What the queue could not send.
create or replace function private.hear_of_failed_messages()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('message.failed', array(
    select row(n.lead_id, count(*), 'message.failed:' || min(n.id::text))::private.lead_event
    from new_queue n join old_queue o on o.id = n.id
    where n.queue_status = 'failed' and o.queue_status <> 'failed' group by n.lead_id));
  return null;
exception when others then
  perform private.note_fault('whatsapp_message_queue', sqlstate, sqlerrm);
  return null;
end;
$$;

do $$
begin
  -- Not every OvenAI has the queue.
  if to_regclass('public.whatsapp_message_queue') is not null then
    create or replace trigger zz_ovenai_settings_failed after update on public.whatsapp_message_queue
      referencing old table as old_queue new table as new_queue
      for each statement execute function private.hear_of_failed_messages();
  end if;
end;
$$;

revoke all on function private.hear_of_changed_leads(), private.hear_of_lead_states(), private.hear_of_messages(),
  private.hear_of_failed_messages() from public, anon, authenticated, service_role;
