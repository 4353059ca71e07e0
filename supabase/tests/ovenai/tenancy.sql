-- Clients, projects and their members, as an OvenAI database of before these settings has them.

create type public.processing_state_enum as enum (
  'pending', 'queued', 'active', 'completed', 'failed', 'archived', 'rate_limited'
);

create table public.clients (
  id uuid not null default gen_random_uuid(),
  name varchar(255) not null,
  description text,
  status varchar(50) default 'ACTIVE',
  contact_info jsonb default '{}',
  whatsapp_number_id varchar(255),
  whatsapp_phone_number varchar(50),
  processing_state public.processing_state_enum not null default 'pending',
  user_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint clients_pkey primary key (id),
  constraint clients_status_check check (status in ('ACTIVE', 'INACTIVE')),
  constraint clients_user_id_fkey foreign key (user_id) references auth.users (id)
);

-- A member without a person is what the sync from the agent's database leaves: any number for a client.
create table public.client_members (
  id uuid not null default gen_random_uuid(),
  user_id uuid,
  client_id uuid not null,
  role varchar(50) default 'member',
  permissions jsonb default '{}',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  joined_at timestamptz default now(),
  constraint client_members_pkey primary key (id),
  constraint client_members_user_id_client_id_key unique (user_id, client_id),
  constraint client_members_user_or_sync_check check (user_id is not null or role is not null),
  constraint client_members_client_id_fkey foreign key (client_id) references public.clients (id) on delete cascade,
  constraint client_members_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);

-- A client that is deleted would leave its projects with a null that they may not have: so it is not deleted.
create table public.projects (
  id uuid not null default gen_random_uuid(),
  name varchar(255) not null,
  description text,
  client_id uuid not null,
  status varchar(50) default 'active',
  settings jsonb default '{}',
  metadata jsonb default '{}',
  processing_state public.processing_state_enum not null default 'pending',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint projects_pkey primary key (id),
  constraint projects_status_check
    check (lower(status) in ('active', 'inactive', 'archived', 'completed', 'pending', 'draft')),
  constraint projects_client_id_fkey foreign key (client_id) references public.clients (id) on delete set null
);

create table public.project_members (
  id uuid not null default gen_random_uuid(),
  project_id uuid not null,
  user_id uuid,
  role text not null default 'OWNER',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint project_members_pkey primary key (id),
  constraint project_members_project_id_user_id_key unique (project_id, user_id),
  constraint project_members_role_check check (role in ('OWNER', 'ADMIN', 'MEMBER')),
  constraint project_members_project_id_fkey foreign key (project_id) references public.projects (id)
    on delete cascade,
  constraint project_members_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);

create table public.profiles (
  id uuid not null,
  full_name text,
  email text,
  phone text,
  avatar_url text,
  website text,
  role text default 'user',
  status text default 'active',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint profiles_pkey primary key (id),
  constraint profiles_role_check check (role in ('user', 'admin')),
  constraint profiles_id_fkey foreign key (id) references auth.users (id) on delete cascade
);
