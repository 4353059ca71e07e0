-- Meetings that a person's calendar knows: what others booked with them, and the invitations that they accepted. Where they
-- want it, what would make a sound waits while one is on (rule "meeting" of lib/notifications/delivery/time-rules.ts).

create index if not exists integration_bookings_active_idx on private.integration_bookings (connection_id, ends_at)
  where status = 'active';

-- Those that end after `since`, the next 200: [{starts_at, ends_at}] in ISO 8601. A calendar that was disconnected knows of none:
-- nobody would hear there that a meeting is moved or canceled.
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
    where c.user_id = person and c.status <> 'disconnected'
    union
    select m.starts_at, m.ends_at
    from private.meeting_answers a
    join private.lead_meetings m on m.id = a.meeting_id and m.sequence = a.sequence
    join private.tenant_members t on t.project_id = m.project_id and t.user_id = a.user_id
    where a.user_id = person and a.answer = 'accepted' and m.status = 'scheduled' and m.ends_at > since
    order by starts_at limit 200
  ) k;
$$;

-- When the people who may write at a lead are busy between two instants, at most two days apart: [{id, name, me, calendar, busy:
-- [{starts_at, ends_at}]}], by their names. Nothing else of a meeting crosses to a colleague: those that touch are one stretch, and
-- what lies outside is cut. calendar: whether bookings of a calendar come in; without one only accepted invitations are known.
-- PT404 where the caller sees no such lead, PT400.
create or replace function private.team_times(lead uuid, since timestamptz, until timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  project constant uuid := (
    select l.project_id from private.lead_facts l
    where l.id = lead and l.project_id = any (array(select private.my_project_ids())));
  people constant uuid[] := array(
    select m.user_id from private.tenant_members m where m.project_id = project and m.role <> 'viewer');
begin
  if project is null then
    raise exception 'There is no such lead.' using errcode = 'PT404', detail = 'lead_id';
  elsif not coalesce(until > since and until - since <= interval '2 days', false) then
    raise exception 'At most two days.' using errcode = 'PT400', detail = 'until';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', c.name, 'me', p.id = auth.uid(),
        'calendar', exists (select from public.integration_connections k
          where k.user_id = p.id and k.status in ('connected', 'degraded') and k.details ? 'types'
            and private.integration_facts(k) #>> '{settings,enabled}' = 'true'),
        'busy', (
          select coalesce(jsonb_agg(jsonb_build_object('starts_at', private.iso_instant(lower(s.stretch)),
            'ends_at', private.iso_instant(upper(s.stretch))) order by s.stretch), '[]')
          from (
            select unnest(range_agg(tstzrange(greatest(k.starts_at, since), least(k.ends_at, until)))) as stretch
            from jsonb_to_recordset(private.known_meetings(p.id, since)) k (starts_at timestamptz, ends_at timestamptz)
            where k.starts_at < least(k.ends_at, until) and k.ends_at > since) s))
      order by lower(c.name), p.id), '[]')
    from unnest(people) p (id) left join private.my_colleagues(people) c on c.id = p.id);
end;
$$;

create or replace function public.get_team_times(lead_id uuid, since timestamptz, until timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.team_times($1, $2, $3); $$;

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

-- What waits for the end of a meeting is planned anew when it is moved, canceled, or declined, and when its calendar goes.
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
create or replace trigger replan_deliveries after update on public.integration_connections
  for each row when ((old.status = 'disconnected') <> (new.status = 'disconnected'))
  execute function private.replan_after_change();
create or replace trigger replan_deliveries after insert or update or delete on private.meeting_answers
  for each row execute function private.replan_after_change();

revoke all on function private.known_meetings(uuid, timestamptz), private.team_times(uuid, timestamptz, timestamptz),
  public.get_team_times(uuid, timestamptz, timestamptz), private.my_silent_meetings(),
  private.my_meetings(timestamptz), public.get_own_meetings(timestamptz), private.replan_after_booking() from public, anon, authenticated, service_role;
grant execute on function private.team_times(uuid, timestamptz, timestamptz),
  public.get_team_times(uuid, timestamptz, timestamptz), private.my_silent_meetings(), private.my_meetings(timestamptz), public.get_own_meetings(timestamptz) to authenticated;
