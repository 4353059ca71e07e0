-- Meetings: that they were agreed, moved or canceled, that nobody came, and reminders, which are planned ahead in the
-- transaction that agrees or moves the meeting, and made when they are due.

do $$
begin
  create type private.meeting_state as (starts_at timestamptz, status text);
  -- `before` is null where the meeting is new, `after` where it is gone.
  create type private.meeting_change as (
    meeting_id uuid, lead_id uuid, before private.meeting_state, after private.meeting_state
  );
exception when duplicate_object then
  null;
end;
$$;
revoke all on type private.meeting_state, private.meeting_change from public, anon, authenticated, service_role;

create table if not exists private.planned_notifications (
  -- The dedupe_key of the row that becomes of it.
  dedupe_key text primary key,
  due_at timestamptz not null,
  meeting_id uuid not null,
  lead_id uuid not null,
  starts_at timestamptz not null
);
comment on table private.planned_notifications is
  'Reminders of meetings that are not due yet. Whom they go to is found when they are.';
create index if not exists planned_notifications_due_idx on private.planned_notifications (due_at);
create index if not exists planned_notifications_meeting_idx on private.planned_notifications (meeting_id);

-- How many minutes ahead of a meeting people are reminded.
create or replace function private.reminder_minutes()
returns integer[]
language sql
immutable
set search_path = ''
as $$ select array[60, 15]; $$;

-- Reminders follow the meeting: those of before go, and those of its new hour come.
create or replace function private.plan_reminders(changes private.meeting_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  delete from private.planned_notifications p
  where p.meeting_id = any (array(select c.meeting_id from unnest(changes) c));
  insert into private.planned_notifications (dedupe_key, due_at, meeting_id, lead_id, starts_at)
  select format('meeting.reminder:%s:%s:%s', c.meeting_id, extract(epoch from (c.after).starts_at), ahead.minutes),
    (c.after).starts_at - make_interval(mins => ahead.minutes), c.meeting_id, c.lead_id, (c.after).starts_at
  from unnest(changes) c
  cross join unnest(private.reminder_minutes()) ahead (minutes)
  where (c.after).status = 'scheduled' and (c.after).starts_at - make_interval(mins => ahead.minutes) > now()
  on conflict (dedupe_key) do nothing;
end;
$$;

-- ISO 8601 in UTC, to the second.
create or replace function private.iso_instant(at timestamptz)
returns text
language sql
immutable
set search_path = ''
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'); $$;

-- Reminders that were told and not read yet, of meetings that will not begin at the hour they name: the bell and what waits
-- to be sent no longer say it. One that is put off would come back, and goes, too. What a worker has claimed is given back.
create or replace function private.take_back_reminders(meetings uuid[], leads uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  keys constant text[] := array(select 'meeting.reminder:' || m.id from unnest(meetings) m (id));
  taken uuid[];
begin
  -- All counters that telling of it will hold, at once: or two who move meetings could wait for each other.
  perform private.hold_counters(array(
    select m.user_id from private.tenant_members m join private.lead_facts l on l.project_id = m.project_id
    where l.id = any (leads)
    union
    select n.user_id from public.notifications n where n.lead_id = any (leads) and n.collapse_key = any (keys) order by 1));
  with gone as (
    update public.notifications n set read_at = now(), archived_at = now(), collapsed_at = now(), snoozed_until = null
    where n.lead_id = any (leads) and n.collapse_key = any (keys) and not n.read and n.archived_at is null
    returning n.id
  ) select array_agg(g.id) into taken from gone g;
  update private.deliveries d set stale = d.lease_id is not null
  where d.notification_id = any (taken) and d.status = 'pending';
end;
$$;

-- A meeting in the past that is written down later is no news, unless nobody came. Each sequence is
-- told once; another end is a move, too: it stands in calendars.
create or replace function private.announce_meeting_changes(changes private.meeting_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.plan_reminders(changes);
  perform private.take_back_reminders(array_agg(c.meeting_id), array_agg(distinct c.lead_id))
  from unnest(changes) c
  where c.before is not null
    and ((c.after).starts_at is distinct from (c.before).starts_at or (c.after).status is distinct from 'scheduled')
  having count(*) > 0;
  -- What waits for the end of such a meeting.
  perform private.replan_deliveries(going.user_id) from (
    select distinct a.user_id from private.meeting_answers a
    where a.meeting_id = any (array(select c.meeting_id from unnest(changes) c))) going;
  perform private.tell_project(array(
    select row(c.nth, c.nth, 1, l.project_id, l.id, jsonb_build_object('kind', 'meeting.' || k.kind, 'lead_id', l.id,
        'lead_name', l.name, 'meeting_id', c.meeting_id, 'starts_at', private.iso_instant((c.after).starts_at),
        'ends_at', private.iso_instant(m.ends_at), 'sequence', m.sequence),
      format('meeting.%s:%s:%s', k.kind, c.meeting_id, m.sequence), now())::private.notice
    from unnest(changes) with ordinality c (meeting_id, lead_id, before, after, nth)
    join private.lead_facts l on l.id = c.lead_id
    join private.lead_meetings m on m.id = c.meeting_id
    cross join lateral (
      select case (c.after).status
        when 'scheduled' then case
          when (c.after).starts_at <= now() then null
          when c.before is null or (c.before).status = 'canceled' then 'booked'
          when (c.before).starts_at <> (c.after).starts_at or (c.before).status = 'scheduled' then 'rescheduled'
        end
        when 'canceled' then case
          when (c.before).status = 'scheduled' and (c.before).starts_at > now() then 'canceled' end
        when 'no_show' then case when (c.before).status <> 'no_show' then 'no_show' end
      end as kind
    ) k
    where k.kind is not null));
  -- An open page of the lead shows it. A meeting of long ago was brought in later, and is no news.
  perform private.hint_leads(array(
    select distinct c.lead_id from unnest(changes) c
    where greatest((c.before).starts_at, (c.after).starts_at) > now() - interval '1 day'));
end;
$$;

-- Makes what is due at `moment`, a thousand at most; answers how many plans it used up. Where several of one meeting are
-- due, the last speaks for all; one whose meeting has begun is dropped. Two that run at once share the work.
create or replace function private.make_due_notifications(moment timestamptz)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  due private.planned_notifications[];
begin
  with taken as (
    delete from private.planned_notifications p
    where p.dedupe_key = any (array(
      select q.dedupe_key from private.planned_notifications q
      where q.due_at <= moment order by q.due_at limit 1000 for update skip locked))
    returning p as plan
  )
  select coalesce(array_agg(t.plan), '{}') into due from taken t;
  perform private.tell_project(array(
    select row(row_number() over (), row_number() over (), 1, l.project_id, l.id, jsonb_build_object(
        'kind', 'meeting.reminder', 'lead_id', l.id, 'lead_name', l.name, 'meeting_id', d.meeting_id,
        'starts_at', private.iso_instant(d.starts_at),
        'minutes', ceil(extract(epoch from d.starts_at - moment) / 60)::integer), d.dedupe_key, moment)::private.notice
    from (
      select distinct on (u.meeting_id) u.* from unnest(due) u where u.starts_at > moment
      order by u.meeting_id, u.due_at desc
    ) d
    join private.lead_facts l on l.id = d.lead_id));
  return cardinality(due);
end;
$$;

-- For the worker, at each of its runs.
create or replace function public.make_due_notifications()
returns integer
language sql
volatile
set search_path = ''
as $$ select private.make_due_notifications(now()); $$;

alter table private.planned_notifications enable row level security;
drop policy if exists "the service reads planned notifications" on private.planned_notifications;
create policy "the service reads planned notifications" on private.planned_notifications
  for select to service_role using (true);

revoke all on table private.planned_notifications from public, anon, authenticated, service_role;
grant select on table private.planned_notifications to service_role;
revoke all on function private.reminder_minutes(), private.plan_reminders(private.meeting_change[]),
  private.iso_instant(timestamptz), private.take_back_reminders(uuid[], uuid[]), private.announce_meeting_changes(private.meeting_change[]),
  private.make_due_notifications(timestamptz), public.make_due_notifications()
  from public, anon, authenticated, service_role;
grant execute on function private.make_due_notifications(timestamptz), public.make_due_notifications() to service_role;
