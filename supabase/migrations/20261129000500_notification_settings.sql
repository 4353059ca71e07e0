-- What may interrupt a person, through which channel, and when. One row a person, with only what they changed. Checked,
-- versioned, recorded and hinted by the triggers of every settings table; written by patch_notification_settings.

create table if not exists public.user_notification_settings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  email_notifications jsonb not null default '{}',
  push_notifications jsonb not null default '{}',
  sms_notifications jsonb not null default '{}',
  whatsapp_notifications jsonb not null default '{}',
  apps_notifications jsonb not null default '{}',
  in_app_notifications jsonb not null default '{}',
  notification_schedule jsonb not null default '{}',
  version integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- As on the dashboard: shape and size here, a leaf where it changes (docs/decisions/003).
  constraint user_notification_settings_are_objects check (
    jsonb_typeof(email_notifications) = 'object'
    and jsonb_typeof(push_notifications) = 'object'
    and jsonb_typeof(sms_notifications) = 'object'
    and jsonb_typeof(whatsapp_notifications) = 'object'
    and jsonb_typeof(apps_notifications) = 'object'
    and jsonb_typeof(in_app_notifications) = 'object'
    and jsonb_typeof(notification_schedule) = 'object'
  ),
  constraint user_notification_settings_are_small check (
    pg_column_size(email_notifications) <= 8192
    and pg_column_size(push_notifications) <= 8192
    and pg_column_size(sms_notifications) <= 8192
    and pg_column_size(whatsapp_notifications) <= 8192
    and pg_column_size(apps_notifications) <= 8192
    and pg_column_size(in_app_notifications) <= 8192
    and pg_column_size(notification_schedule) <= 8192
  ),
  -- A window without length holds mail for ever or never, whatever a release thinks of the other rules. The time zone
  -- is not checked here: the database of zones changes, and a zone that left it would lock the row (docs/decisions/020).
  constraint user_notification_settings_windows_open check (
    notification_schedule #> '{workingHours,start}' <> notification_schedule #> '{workingHours,end}'
    and notification_schedule #> '{quietHours,start}' <> notification_schedule #> '{quietHours,end}'
    and email_notifications #> '{quietHours,start}' <> email_notifications #> '{quietHours,end}'
    and push_notifications #> '{quietHours,start}' <> push_notifications #> '{quietHours,end}'
    and sms_notifications #> '{quietHours,start}' <> sms_notifications #> '{quietHours,end}'
    and whatsapp_notifications #> '{quietHours,start}' <> whatsapp_notifications #> '{quietHours,end}'
    and apps_notifications #> '{quietHours,start}' <> apps_notifications #> '{quietHours,end}'
    and notification_schedule #> '{workingHours,days}' @? '$.* ? (@ == true)'
  ),
  -- Also the index behind every read.
  constraint user_notification_settings_user_id_key unique (user_id)
)
-- Heap-only updates, as on the dashboard: no index on what a toggle changes.
with (fillfactor = 80);
comment on table public.user_notification_settings is
  'One row a person with only what they changed. Written by patch_notification_settings.';

alter table public.user_notification_settings enable row level security;

drop policy if exists "people read their own notification settings" on public.user_notification_settings;
create policy "people read their own notification settings" on public.user_notification_settings
  for select to authenticated
  using (user_id = (select auth.uid()));

drop policy if exists "people add their own notification settings" on public.user_notification_settings;
create policy "people add their own notification settings" on public.user_notification_settings
  for insert to authenticated
  with check (user_id = (select auth.uid()));

drop policy if exists "people change their own notification settings" on public.user_notification_settings;
create policy "people change their own notification settings" on public.user_notification_settings
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

drop policy if exists "people remove their own notification settings" on public.user_notification_settings;
create policy "people remove their own notification settings" on public.user_notification_settings
  for delete to authenticated
  using (user_id = (select auth.uid()));

-- Owner by default, version and times by trigger.
revoke all on table public.user_notification_settings from public, anon, authenticated, service_role;
grant select, delete on table public.user_notification_settings to authenticated;
grant select, insert, update, delete on table public.user_notification_settings to service_role;
