-- A person's targets, the settings of the queue and the credentials of other services.

create table public.user_performance_targets (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  client_id uuid,
  project_id uuid,
  target_leads_per_month integer default 100,
  target_conversion_rate numeric(5,2) default 15.00,
  target_meetings_per_month integer default 20,
  target_messages_per_week integer default 50,
  target_response_rate numeric(5,2) default 80.00,
  target_reach_rate numeric(5,2) default 70.00,
  target_bant_qualification_rate numeric(5,2) default 70.00,
  target_calendly_booking_rate numeric(5,2) default 25.00,
  target_cold_to_warm_rate numeric(5,2) default 40.00,
  target_warm_to_hot_rate numeric(5,2) default 30.00,
  target_hot_to_burning_rate numeric(5,2) default 20.00,
  target_burning_to_meeting_rate numeric(5,2) default 60.00,
  custom_targets jsonb default '{}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_performance_targets_pkey primary key (id),
  constraint user_performance_targets_user_id_client_id_project_id_key unique (user_id, client_id, project_id),
  constraint user_performance_targets_user_id_fkey foreign key (user_id) references auth.users (id)
    on delete cascade,
  constraint user_performance_targets_client_id_fkey foreign key (client_id) references public.clients (id)
    on delete cascade,
  constraint user_performance_targets_project_id_fkey foreign key (project_id) references public.projects (id)
    on delete cascade
);
create index idx_user_performance_targets_user_id on public.user_performance_targets (user_id);

-- Days are numbers here, 0 for Sunday.
create table public.user_queue_settings (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  work_days jsonb default
    '{"enabled": true, "workDays": [0, 1, 2, 3, 4], "businessHours":
      {"start": "09:00", "end": "17:00", "timezone": "Asia/Jerusalem"}, "holidays": []}',
  processing_targets jsonb default '{"targetLeadsPerWorkDay": 45, "targetLeadsPerMonth": 1000}',
  automation jsonb default '{"autoStartQueue": false, "autoQueueLeads": false}',
  advanced jsonb default '{"retryFailedLeads": true, "maxRetryAttempts": 3}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_queue_settings_pkey primary key (id),
  constraint user_queue_settings_user_id_key unique (user_id),
  constraint user_queue_settings_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
create index idx_user_queue_settings_user_id on public.user_queue_settings (user_id);

create table public.user_api_credentials (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  credential_type text not null,
  credential_name text not null,
  credential_value text not null,
  environment text not null default 'production',
  is_active boolean default true,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_api_credentials_pkey primary key (id),
  constraint user_api_credentials_user_id_credential_type_credential_nam_key
    unique (user_id, credential_type, credential_name, environment),
  constraint user_api_credentials_credential_type_check check (credential_type in (
    'calendly', 'whatsapp', 'whatsapp_webhook', 'google_calendar', 'stripe', 'zoom', 'other'
  )),
  constraint user_api_credentials_environment_check check (environment in ('development', 'staging', 'production')),
  constraint user_api_credentials_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
create index idx_user_api_credentials_user_id on public.user_api_credentials (user_id);
