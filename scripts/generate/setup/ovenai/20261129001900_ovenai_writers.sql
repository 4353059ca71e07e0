-- Programs of an existing OvenAI go on writing into the tables that are ours now.

-- They name these columns; nothing of ours reads them.
alter table public.notifications
  add column if not exists client_id uuid,
  add column if not exists updated_at timestamptz;
-- They save a dashboard on conflict of these three.
do $$
begin
  if not exists (
    select from pg_catalog.pg_constraint c
    where c.conrelid = 'public.user_dashboard_settings'::regclass
      and c.conname = 'user_dashboard_settings_user_id_client_id_project_id_key'
  ) then
    alter table public.user_dashboard_settings
      add constraint user_dashboard_settings_user_id_client_id_project_id_key unique (user_id, client_id, project_id);
  end if;
end;
$$;

-- The switch that a notification of theirs is turned off by: by its event, else by the category they gave it, else by
-- its type. The set-up script does the same with those that it finds (46-mend-notifications.sql); a test holds both.
create or replace function private.older_category(metadata jsonb, type text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
      when event = 'bant_progression' then 'bantQualifications'
      when event = 'heat_progression' then 'heatProgressions'
      when event = 'calendly_booking' then 'calendlyBookings'
      when event ~ '^meeting_' then 'meetingReminders'
      when event ~ '^(lead|message)_' then 'leadUpdates'
      when event in ('system_update', 'whatsapp_status') then 'integration'
      when event ~ '^user_' then 'security'
      when theirs ~ '^lead_updates?$' then 'leadUpdates'
      when theirs ~ '^meeting_reminders?$' then 'meetingReminders'
      when theirs ~ '^(bant|bant_qualifications?)$' then 'bantQualifications'
      when theirs ~ '^(calendly_bookings?|calendly_meeting)$' then 'calendlyBookings'
      when theirs ~ '^heat_progressions?$' then 'heatProgressions'
      when theirs in ('integration', 'system', 'onboarding', 'demo') then 'integration'
      when theirs = 'security' then 'security'
      when theirs in ('digest', 'performance') then 'digest'
      when type = 'meeting' then 'meetingReminders'
      when type = 'system' then 'integration'
      else 'leadUpdates'
    end
  from (select coalesce(metadata ->> 'event_type', '') as event, coalesce(metadata ->> 'category', '') as theirs) said;
$$;

create or replace function private.accept_older_notification()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.category := coalesce(new.category, private.older_category(new.metadata, new.type));
  new.metadata := coalesce(new.metadata, '{}');
  new.read := coalesce(new.read, false);
  return new;
end;
$$;
-- By its name before the trigger that numbers it.
create or replace trigger accept_older_notification before insert on public.notifications
  for each row execute function private.accept_older_notification();

-- They tidy up what was read a month ago.
drop policy if exists "people remove their own notifications that they read a month ago" on public.notifications;
create policy "people remove their own notifications that they read a month ago" on public.notifications
  for delete to authenticated
  using (user_id = (select auth.uid()) and read and created_at < now() - interval '30 days');
grant delete on table public.notifications to authenticated;
grant update (updated_at) on table public.notifications to authenticated;

revoke all on function private.older_category(jsonb, text), private.accept_older_notification()
  from public, anon, authenticated, service_role;
grant execute on function private.older_category(jsonb, text) to service_role;
