-- The four settings tables: jsonb documents, whole defaults on the columns, no check on any shape.

create table public.user_app_preferences (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  interface_settings jsonb default
    '{"theme": "system", "language": "en", "rtl": false, "density": "comfortable", "sidebarCollapsed": false,
      "colorScheme": "default"}',
  data_preferences jsonb default
    '{"dateFormat": "MM/DD/YYYY", "timeFormat": "12h", "numberFormat": "en-US", "currency": "USD", "pagination": 25,
      "sortPreferences": {}}',
  feature_preferences jsonb default
    '{"betaFeatures": false, "debugMode": false, "advancedMode": false, "analytics": true, "tutorials": true}',
  integration_settings jsonb default
    '{"calendly": {"enabled": false, "autoSync": false}, "whatsapp": {"enabled": true, "autoSync": true},
      "email": {"enabled": false, "provider": null}}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_app_preferences_pkey primary key (id),
  constraint user_app_preferences_user_id_key unique (user_id),
  constraint user_app_preferences_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
create index idx_user_app_preferences_user_id on public.user_app_preferences (user_id);

create table public.user_notification_settings (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  email_notifications jsonb default
    '{"leadUpdates": true, "bantQualifications": true, "calendlyBookings": true, "heatProgressions": true,
      "meetingReminders": true, "systemAlerts": true, "weeklyReports": true}',
  push_notifications jsonb default
    '{"leadUpdates": true, "meetingReminders": true, "systemAlerts": true, "realTimeUpdates": false}',
  sms_notifications jsonb default '{"leadUpdates": false, "meetingReminders": false, "urgentAlerts": false}',
  notification_schedule jsonb default
    '{"workingHours": {"start": "09:00", "end": "18:00"}, "timezone": "UTC", "weekends": false,
      "quietHours": {"enabled": true, "start": "22:00", "end": "08:00"}}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_notification_settings_pkey primary key (id),
  constraint user_notification_settings_user_id_key unique (user_id),
  constraint user_notification_settings_user_id_fkey foreign key (user_id) references auth.users (id)
    on delete cascade
);
create index idx_user_notification_settings_user_id on public.user_notification_settings (user_id);

-- Nulls are distinct in the unique key, so nothing stops a second row for all clients and projects of a person.
create table public.user_dashboard_settings (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  client_id uuid,
  project_id uuid,
  widget_visibility jsonb default
    '{"metrics": true, "monthlyPerformance": true, "leadsConversions": true, "revenueChannel": true,
      "pieCharts": true, "recentActivity": true, "insights": true, "performanceTargets": true}',
  widget_layout jsonb default '[]',
  dashboard_preferences jsonb default
    '{"defaultView": "enhanced", "autoRefresh": true, "refreshInterval": 300000, "compactMode": false,
      "showTooltips": true, "animationsEnabled": true}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_dashboard_settings_pkey primary key (id),
  constraint user_dashboard_settings_user_id_client_id_project_id_key unique (user_id, client_id, project_id),
  constraint user_dashboard_settings_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade,
  constraint user_dashboard_settings_client_id_fkey foreign key (client_id) references public.clients (id)
    on delete cascade,
  constraint user_dashboard_settings_project_id_fkey foreign key (project_id) references public.projects (id)
    on delete cascade
);
create index idx_user_dashboard_settings_user_id on public.user_dashboard_settings (user_id);
create index idx_user_dashboard_settings_project_id on public.user_dashboard_settings (project_id);

create table public.user_session_state (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  session_id text not null,
  current_context jsonb default
    '{"selectedProject": null, "selectedClient": null, "currentPage": "dashboard", "filters": {}, "searches": {}}',
  ui_state jsonb default '{"openPanels": [], "selectedItems": [], "viewModes": {}, "temporarySettings": {}}',
  last_activity timestamptz default now(),
  expires_at timestamptz default (now() + interval '24 hours'),
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint user_session_state_pkey primary key (id),
  constraint user_session_state_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);
create index idx_user_session_state_user_id on public.user_session_state (user_id);
create index idx_user_session_state_session_id on public.user_session_state (session_id);
create index idx_user_session_state_expires_at on public.user_session_state (expires_at);
