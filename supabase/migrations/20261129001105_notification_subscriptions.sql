create table if not exists public.notification_subscriptions (
  user_id uuid not null references auth.users (id) on delete cascade, project_id uuid not null, lead_id uuid, state text not null, until timestamptz);
alter table public.notification_subscriptions enable row level security;
alter table public.notifications add column if not exists actor_id uuid;
alter table public.notifications add column if not exists kept_away text;
