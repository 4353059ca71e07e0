-- What was written with a lead by WhatsApp, for the line of their conversation (private.lead_talk). The table is the service's;
-- whoever is in the lead's project reads it through these.

-- The newest before a place in time, newest first.
create or replace function private.lead_chat(lead uuid, before_at timestamptz, before_id uuid, size integer)
returns table (id uuid, at timestamptz, direction text, state text, body text, form text)
language sql
stable
security definer
rows 30
set search_path = ''
as $$
  select w.id, w.at, case when w.status = 'received' then 'in' else 'out' end,
    case when w.status <> 'received' then w.status end, nullif(w.body, ''),
    case when w.status = 'received' then nullif(w.kind, 'text') end
  from private.whatsapp_messages w
  join private.lead_facts l on l.id = w.lead_id
  where w.lead_id = lead_chat.lead and l.project_id = any (array(select private.my_project_ids()))
    and (before_id is null or (w.at, w.id) < (before_at, before_id))
  order by w.at desc, w.id desc limit size;
$$;

-- Which messages of the business those are: each is one thing of the line.
create or replace function private.chat_message_ids(lead uuid)
returns uuid[]
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(array_agg(w.message_id), '{}') from private.whatsapp_messages w
  join private.lead_facts l on l.id = w.lead_id
  where w.lead_id = chat_message_ids.lead and w.message_id is not null
    and l.project_id = any (array(select private.my_project_ids()));
$$;

create or replace function private.hint_chat()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint_leads(array(select distinct c.lead_id from changed_chat c));
  return null;
end;
$$;
create or replace trigger hint_new_chat after insert on private.whatsapp_messages
  referencing new table as changed_chat for each statement execute function private.hint_chat();
create or replace trigger hint_chat_steps after update on private.whatsapp_messages
  referencing new table as changed_chat for each statement execute function private.hint_chat();

revoke all on function private.lead_chat(uuid, timestamptz, uuid, integer), private.chat_message_ids(uuid),
  private.hint_chat() from public, anon, authenticated, service_role;
grant execute on function private.lead_chat(uuid, timestamptz, uuid, integer), private.chat_message_ids(uuid)
  to authenticated, service_role;
