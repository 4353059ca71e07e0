-- How the app looks and speaks, and what it does with what is connected. One row a person, with only what they changed.
-- Checked, versioned, recorded and hinted by the triggers of every settings table; written by patch_app_preferences.

create table if not exists public.user_app_preferences (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  interface_settings jsonb not null default '{}',
  data_preferences jsonb not null default '{}',
  feature_preferences jsonb not null default '{}',
  -- No secrets: the browser reads this column, keeps it offline and may export it.
  integration_settings jsonb not null default '{}',
  version integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_app_preferences_are_objects check (
    jsonb_typeof(interface_settings) = 'object'
    and jsonb_typeof(data_preferences) = 'object'
    and jsonb_typeof(feature_preferences) = 'object'
    and jsonb_typeof(integration_settings) = 'object'
  ),
  constraint user_app_preferences_are_small check (
    pg_column_size(interface_settings) <= 8192
    and pg_column_size(data_preferences) <= 8192
    and pg_column_size(feature_preferences) <= 8192
    and pg_column_size(integration_settings) <= 8192
  ),
  -- Also the index behind every read.
  constraint user_app_preferences_user_id_key unique (user_id)
)
-- Heap-only updates, as on the dashboard: no index on what a toggle changes.
with (fillfactor = 80);
comment on table public.user_app_preferences is
  'One row a person with only what they changed. Written by patch_app_preferences.';

alter table public.user_app_preferences enable row level security;

drop policy if exists "people read their own preferences" on public.user_app_preferences;
create policy "people read their own preferences" on public.user_app_preferences
  for select to authenticated
  using (user_id = (select auth.uid()));

drop policy if exists "people add their own preferences" on public.user_app_preferences;
create policy "people add their own preferences" on public.user_app_preferences
  for insert to authenticated
  with check (user_id = (select auth.uid()));

drop policy if exists "people change their own preferences" on public.user_app_preferences;
create policy "people change their own preferences" on public.user_app_preferences
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

drop policy if exists "people remove their own preferences" on public.user_app_preferences;
create policy "people remove their own preferences" on public.user_app_preferences
  for delete to authenticated
  using (user_id = (select auth.uid()));

-- Owner by default, version and times by trigger.
revoke all on table public.user_app_preferences from public, anon, authenticated, service_role;
grant select, delete on table public.user_app_preferences to authenticated;
grant select, insert, update, delete on table public.user_app_preferences to service_role;
