-- What was written with a lead by WhatsApp, for the line of their conversation (private.lead_talk). The table is the service's;
-- whoever is in the lead's project reads it through these.

-- The newest before a place in time, newest first.
create or replace function private.lead_chat(lead uuid, before_at timestamptz, before_id uuid, size integer)
returns table (id uuid, at timestamptz, direction text, state text, body text, form text, media jsonb)
language sql
stable
security definer
rows 30
set search_path = ''
as $$
  select w.id, w.at, case when w.status = 'received' then 'in' else 'out' end,
    case when w.status <> 'received' then w.status end, nullif(w.body, ''),
    case when w.status = 'received' then nullif(w.kind, 'text') end,
    -- Only who has the number opened can have it fetched.
    case when w.media_id is not null and (
        select private.whatsapp_lives(c.connection_id) from private.whatsapp_contacts c where c.id = w.contact_id) then
      jsonb_build_object('name', w.media_name) end
  from private.whatsapp_messages w
  join private.lead_facts l on l.id = w.lead_id
  where w.lead_id = lead_chat.lead and l.project_id = any (array(select private.my_project_ids()))
    and (before_id is null or (w.at, w.id) < (before_at, before_id))
  order by w.at desc, w.id desc limit size;
$$;

-- What a lead sent beside words, for whoever is in the lead's project, and the connection whose number it came to: {media, type,
-- name, number, connection}. Null where it cannot be fetched: the person does not see it, the connection has ended, or its
-- owner has left the project, whose leads are then none of theirs. Service only.
create or replace function public.take_whatsapp_media(person uuid, message uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  found_media constant jsonb := (
    select jsonb_build_object('media', m.media_id, 'type', m.media_type, 'name', m.media_name, 'number', w.phone_number_id,
      'connection', private.integration_facts(c))
    from private.whatsapp_messages m
    join private.whatsapp_contacts w on w.id = m.contact_id
    join public.integration_connections c on c.id = w.connection_id and c.status <> 'disconnected'
    join private.lead_facts l on l.id = m.lead_id
    join private.tenant_members reader on reader.project_id = l.project_id and reader.user_id = $1
    join private.tenant_members owner on owner.project_id = l.project_id and owner.user_id = c.user_id
    where m.id = $2 and m.media_id is not null);
begin
  -- Each costs a request to Meta with somebody's token.
  perform private.take_from_limit($1, 'whatsapp_media');
  return found_media;
end;
$$;
insert into private.rate_limits (name, per_minute, per_day) values ('whatsapp_media', 60, 1000)
on conflict (name) do nothing;

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
  private.hint_chat(), public.take_whatsapp_media(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.take_whatsapp_media(uuid, uuid) to service_role;
grant execute on function private.lead_chat(uuid, timestamptz, uuid, integer), private.chat_message_ids(uuid)
  to authenticated, service_role;
