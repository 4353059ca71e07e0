-- Leads, the messages of their conversations (a row of conversations is one message), and the queues.

create table public.leads (
  id uuid not null default gen_random_uuid(),
  first_name varchar(255),
  last_name text,
  phone varchar(50),
  status varchar(50) not null default 'unqualified',
  client_id uuid,
  current_project_id uuid,
  state varchar(50) default 'new_lead',
  bant_status varchar(50) default 'unqualified',
  state_status_metadata jsonb default '{}',
  lead_metadata jsonb default '{}',
  first_interaction timestamptz,
  last_interaction timestamptz,
  next_follow_up timestamptz,
  last_agent_processed_at timestamptz,
  interaction_count integer default 0,
  follow_up_count integer default 0,
  requires_human_review boolean default false,
  processing_state public.processing_state_enum not null default 'pending',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint leads_pkey primary key (id),
  constraint leads_status_check check (status in (
    'unqualified', 'awareness', 'consideration', 'interest', 'new', 'active', 'inactive', 'qualified', 'hot', 'warm',
    'cold', 'converted', 'closed_won', 'closed_lost', 'nurturing', 'follow_up', 'contacted', 'not_contacted',
    'pending', 'archived', 'deleted'
  )),
  constraint leads_client_id_fkey foreign key (client_id) references public.clients (id),
  constraint leads_current_project_id_fkey foreign key (current_project_id) references public.projects (id)
);

create table public.lead_members (
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  user_id uuid,
  role text not null default 'OWNER',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint lead_members_pkey primary key (id),
  constraint lead_members_lead_id_user_id_key unique (lead_id, user_id),
  constraint lead_members_role_check check (role in ('OWNER', 'ADMIN', 'MEMBER')),
  constraint lead_members_lead_id_fkey foreign key (lead_id) references public.leads (id) on delete cascade,
  constraint lead_members_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);

create table public.conversations (
  id uuid not null default gen_random_uuid(),
  lead_id uuid,
  message_content text,
  message_body text,
  "timestamp" timestamptz,
  wa_timestamp timestamptz,
  metadata jsonb default '{}',
  message_id varchar(255),
  message_type varchar(50),
  status varchar(50) default 'active',
  sender_number text,
  receiver_number text,
  wamid text,
  direction text,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint conversations_pkey primary key (id),
  constraint conversations_direction_check check (direction in ('inbound', 'outbound'))
);

create table public.conversation_members (
  id uuid not null default gen_random_uuid(),
  conversation_id uuid not null,
  user_id uuid,
  role text not null default 'OWNER',
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint conversation_members_pkey primary key (id),
  constraint conversation_members_conversation_id_user_id_key unique (conversation_id, user_id),
  constraint conversation_members_role_check check (role in ('OWNER', 'ADMIN', 'MEMBER')),
  constraint conversation_members_conversation_id_fkey foreign key (conversation_id)
    references public.conversations (id) on delete cascade,
  constraint conversation_members_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade
);

-- With the rights of its owner, as views are unless they say otherwise: whoever may read it reads every message.
create view public.whatsapp_messages as
  select id, lead_id, coalesce(message_content, message_body) as content, sender_number, receiver_number, wa_timestamp,
    created_at, updated_at, coalesce(direction, 'inbound') as direction, wamid
  from public.conversations where status = 'active';

create table public.whatsapp_message_queue (
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  user_id uuid not null,
  client_id uuid,
  priority integer not null default 5,
  queue_status text not null default 'queued',
  message_type text not null default 'text',
  message_content text,
  recipient_phone varchar(50) not null,
  scheduled_for timestamptz default now(),
  sent_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint whatsapp_message_queue_pkey primary key (id),
  constraint whatsapp_message_queue_priority_check check (priority between 1 and 10),
  constraint whatsapp_message_queue_queue_status_check
    check (queue_status in ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  constraint whatsapp_message_queue_message_type_check
    check (message_type in ('text', 'template', 'media', 'interactive')),
  constraint whatsapp_message_queue_lead_id_fkey foreign key (lead_id) references public.leads (id) on delete cascade,
  constraint whatsapp_message_queue_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade,
  constraint whatsapp_message_queue_client_id_fkey foreign key (client_id) references public.clients (id)
    on delete cascade
);

create table public.lead_processing_queue (
  id uuid not null default gen_random_uuid(),
  lead_id uuid not null,
  user_id uuid not null,
  client_id uuid,
  project_id uuid,
  priority integer not null default 5,
  queue_status text not null default 'queued',
  scheduled_for timestamptz default now(),
  processed_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint lead_processing_queue_pkey primary key (id),
  constraint lead_processing_queue_priority_check check (priority between 1 and 10),
  constraint lead_processing_queue_queue_status_check
    check (queue_status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  constraint lead_processing_queue_lead_id_fkey foreign key (lead_id) references public.leads (id) on delete cascade,
  constraint lead_processing_queue_user_id_fkey foreign key (user_id) references auth.users (id) on delete cascade,
  constraint lead_processing_queue_client_id_fkey foreign key (client_id) references public.clients (id)
    on delete set null,
  constraint lead_processing_queue_project_id_fkey foreign key (project_id) references public.projects (id)
    on delete set null
);
