-- Notifications, their counts and the record of changes. No category, no priority, no project, no lead.

create table public.notifications (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  client_id uuid,
  title varchar(255) not null,
  message text not null,
  type varchar(50) default 'info',
  read boolean default false,
  action_url varchar(500),
  metadata jsonb default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notifications_pkey primary key (id),
  constraint notifications_type_check
    check (type in ('info', 'success', 'warning', 'error', 'lead', 'message', 'system', 'meeting')),
  constraint notifications_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
create index idx_notifications_user_id on public.notifications (user_id);
create index idx_notifications_created_at on public.notifications (created_at);
create index idx_notifications_read on public.notifications (read);
create index idx_notifications_type on public.notifications (type);

create table public.aggregated_notifications (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  notification_type text not null,
  count integer not null default 0,
  title text not null,
  description text,
  is_read boolean not null default false,
  read_at timestamptz,
  metadata jsonb default '{}',
  last_updated timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint aggregated_notifications_pkey primary key (id),
  constraint aggregated_notifications_notification_type_check
    check (notification_type in ('leads', 'projects', 'messages', 'meetings')),
  constraint aggregated_notifications_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);

create table public.system_changes (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  entity_type text not null,
  entity_id text not null,
  change_type text not null,
  old_values jsonb,
  new_values jsonb,
  description text not null,
  is_read boolean not null default false,
  created_at timestamptz not null default now(),
  constraint system_changes_pkey primary key (id),
  constraint system_changes_entity_type_check
    check (entity_type in ('lead', 'project', 'message', 'meeting', 'system')),
  constraint system_changes_change_type_check
    check (change_type in ('created', 'updated', 'deleted', 'status_changed')),
  constraint system_changes_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
