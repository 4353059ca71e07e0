-- How changes of leads, meetings and messages are told where they are ours.

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

-- That a lead needs a person, when it begins to.
create or replace function private.tell_needs_of_new_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('lead.needs_person', array(
    select row(l.id, 1, null)::private.lead_event from new_leads l where l.needs_person));
  return null;
end;
$$;

create or replace function private.tell_needs_of_leads()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('lead.needs_person', array(
    select row(n.id, 1, null)::private.lead_event from new_leads n join old_leads o on o.id = n.id
    where n.needs_person and not o.needs_person));
  return null;
end;
$$;

create or replace trigger tell_needs_of_new_leads after insert on public.leads
  referencing new table as new_leads
  for each statement execute function private.tell_needs_of_new_leads();
create or replace trigger tell_needs_of_leads after update on public.leads
  referencing old table as old_leads new table as new_leads
  for each statement execute function private.tell_needs_of_leads();

-- One function for each trigger: a table of before or after is there for some deeds only.
create or replace function private.tell_new_meetings()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.announce_meeting_changes(array(
    select row(m.id, m.lead_id, null, row(m.starts_at, m.status)::private.meeting_state)::private.meeting_change
    from new_meetings m));
  return null;
end;
$$;

create or replace function private.tell_meeting_changes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.announce_meeting_changes(array(
    select row(n.id, n.lead_id, row(o.starts_at, o.status)::private.meeting_state,
      row(n.starts_at, n.status)::private.meeting_state)::private.meeting_change
    from new_meetings n join old_meetings o on o.id = n.id
    where (n.starts_at, n.ends_at, n.status) <> (o.starts_at, o.ends_at, o.status)));
  return null;
end;
$$;

-- Meetings that were still to come stand in the calendars of whoever was invited, and are removed there. `lead_name`: of the lead
-- that goes with them, together with all that names it. Nobody is in a project that goes.
create or replace function private.tell_removed_meetings(gone jsonb, lead_name text default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.take_back_reminders(array_agg(m.id), array_agg(distinct m.lead_id))
  from jsonb_to_recordset(gone) m (id uuid, lead_id uuid) having count(*) > 0;
  perform private.tell_project(array(
    select row(g.nth, g.nth, 1, g.project_id, l.id, jsonb_build_object('kind', 'meeting.canceled',
        'lead_id', g.lead_id, 'lead_name', coalesce($2, l.name), 'meeting_id', g.id,
        'starts_at', private.iso_instant(g.starts_at), 'ends_at', private.iso_instant(g.ends_at), 'sequence', g.sequence + 1)
        || case when $2 is null then '{}'::jsonb else '{"lead_gone": true}' end,
      format('meeting.canceled:%s:%s', g.id, g.sequence + 1), now())::private.notice
    from (
      select m.*, row_number() over ()::integer as nth
      from jsonb_to_recordset(gone) m (id uuid, project_id uuid, lead_id uuid, starts_at timestamptz, ends_at timestamptz,
        status text, sequence integer)
    ) g
    join private.tenant_projects p on p.id = g.project_id
    left join private.lead_facts l on l.id = g.lead_id and $2 is null
    where g.status = 'scheduled' and g.starts_at > now() and coalesce($2, l.name) is not null));
end;
$$;

create or replace function private.tell_meetings_of_removed()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.tell_removed_meetings(
    (select jsonb_agg(to_jsonb(m)) from private.lead_meetings m where m.lead_id = old.id), old.name);
  return old;
end;
$$;

create or replace function private.forget_meetings()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.tell_removed_meetings((select jsonb_agg(to_jsonb(o)) from old_meetings o));
  delete from private.planned_notifications p using old_meetings o where p.meeting_id = o.id;
  delete from private.meeting_answers a using old_meetings o where a.meeting_id = o.id;
  perform private.hint_leads(array(
    select distinct o.lead_id from old_meetings o where o.starts_at > now() - interval '1 day'));
  return null;
end;
$$;

create or replace trigger tell_new_meetings after insert on public.meetings
  referencing new table as new_meetings
  for each statement execute function private.tell_new_meetings();
create or replace trigger tell_meeting_changes after update on public.meetings
  referencing old table as old_meetings new table as new_meetings
  for each statement execute function private.tell_meeting_changes();
create or replace trigger tell_meetings_of_removed before delete on public.leads
  for each row execute function private.tell_meetings_of_removed();
create or replace trigger forget_meetings after delete on public.meetings
  referencing old table as old_meetings
  for each statement execute function private.forget_meetings();

-- A message that is more than an hour old was brought in later, and is no news.
create or replace function private.tell_new_messages()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('message.received', array(
    select row(m.lead_id, count(*), 'message.received:' || min(m.id::text))::private.lead_event
    from new_messages m where m.direction = 'in' and m.sent_at > now() - interval '1 hour' group by m.lead_id));
  perform private.notify_lead_events('message.failed', array(
    select row(m.lead_id, count(*), 'message.failed:' || min(m.id::text))::private.lead_event
    from new_messages m where m.failed_at > now() - interval '1 hour' group by m.lead_id));
  perform private.hint_leads(array(
    select distinct m.lead_id from new_messages m where m.sent_at > now() - interval '1 hour'));
  return null;
end;
$$;

create or replace function private.tell_failed_messages()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_events('message.failed', array(
    select row(n.lead_id, count(*), 'message.failed:' || min(n.id::text))::private.lead_event
    from new_messages n join old_messages o on o.id = n.id
    where n.failed_at > now() - interval '1 hour' and o.failed_at is null group by n.lead_id));
  perform private.hint_leads(array(select distinct n.lead_id from new_messages n));
  return null;
end;
$$;

create or replace trigger tell_new_messages after insert on public.messages
  referencing new table as new_messages
  for each statement execute function private.tell_new_messages();
create or replace trigger tell_failed_messages after update on public.messages
  referencing old table as old_messages new table as new_messages
  for each statement execute function private.tell_failed_messages();

revoke all on function private.tell_new_leads(), private.tell_lead_changes(), private.tell_needs_of_new_leads(),
  private.tell_needs_of_leads(), private.tell_new_meetings(), private.tell_meeting_changes(), private.forget_meetings(),
  private.tell_removed_meetings(jsonb, text), private.tell_meetings_of_removed(),
  private.tell_new_messages(), private.tell_failed_messages()
  from public, anon, authenticated, service_role;
