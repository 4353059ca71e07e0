-- Meetings that a person's calendar knows: what others booked with them, and the invitations that they accepted. Where they
-- want it, what would make a sound waits while one is on (rule "meeting" of lib/notifications/delivery/time-rules.ts).

create index if not exists integration_bookings_active_idx on private.integration_bookings (connection_id, ends_at)
  where status = 'active';

-- Those that end after `since`, the next 200: [{starts_at, ends_at}] in ISO 8601.
create or replace function private.known_meetings(person uuid, since timestamptz)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('starts_at', private.iso_instant(k.starts_at),
    'ends_at', private.iso_instant(k.ends_at)) order by k.starts_at, k.ends_at), '[]')
  from (
    select b.starts_at, b.ends_at
    from public.integration_connections c
    join private.integration_bookings b on b.connection_id = c.id and b.status = 'active' and b.ends_at > since
    where c.user_id = person
    union
    select m.starts_at, m.ends_at
    from private.meeting_answers a
    join private.lead_meetings m on m.id = a.meeting_id and m.sequence = a.sequence
    join private.tenant_members t on t.project_id = m.project_id and t.user_id = a.user_id
    where a.user_id = person and a.answer = 'accepted' and m.status = 'scheduled' and m.ends_at > since
    order by starts_at limit 200
  ) k;
$$;

-- {meetings} of the caller where the bell is silent meanwhile, else {}.
create or replace function private.my_silent_meetings()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce((
    select jsonb_build_object('meetings', private.known_meetings(s.user_id, now()))
    from public.user_notification_settings s
    where s.user_id = (select auth.uid()) and s.notification_schedule ->> 'waitInMeetings' = 'true'), '{}');
$$;

-- The caller's of the last weeks, for what a change of the settings would have meant.
create or replace function private.my_meetings(since timestamptz)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$ select private.known_meetings((select auth.uid()), greatest($1, now() - interval '40 days')); $$;

create or replace function public.get_own_meetings(since timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.my_meetings($1); $$;

-- What waits for the end of a meeting is planned anew when it is moved, canceled, or declined.
create or replace function private.replan_after_booking()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.replan_deliveries(c.user_id)
  from public.integration_connections c where c.id = new.connection_id;
  return null;
end;
$$;
create or replace trigger replan_deliveries after update on private.integration_bookings
  for each row when ((old.starts_at, old.ends_at, old.status) is distinct from (new.starts_at, new.ends_at, new.status))
  execute function private.replan_after_booking();
create or replace trigger replan_deliveries after insert or update or delete on private.meeting_answers
  for each row execute function private.replan_after_change();

revoke all on function private.known_meetings(uuid, timestamptz), private.my_silent_meetings(),
  private.my_meetings(timestamptz), public.get_own_meetings(timestamptz), private.replan_after_booking() from public, anon, authenticated, service_role;
grant execute on function private.my_silent_meetings(), private.my_meetings(timestamptz), public.get_own_meetings(timestamptz) to authenticated;
