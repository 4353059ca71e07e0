-- Writing to a lead by WhatsApp: from which number, whether now, and what became of it. Service only; `person` is who asks.

-- How a person stands with a lead: {lead, writes, connection, number, contact, messages}; null where they do not see the
-- lead. connection: their own, else the one that the project uses; null without one. contact: null where nothing was exchanged.
create or replace function public.whatsapp_standing(person uuid, lead uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  asked record;
  figures text;
  account private.whatsapp_accounts;
  contact private.whatsapp_contacts;
begin
  select l.id, l.phone, m.role, l.project_id into asked
  from private.lead_facts l join private.tenant_members m on m.project_id = l.project_id
  where l.id = $2 and m.user_id = $1;
  if asked.id is null then
    return null;
  end if;
  figures := right(regexp_replace(asked.phone, '\D', '', 'g'), 9);
  select a.* into account from private.whatsapp_accounts a join public.integration_connections c on c.id = a.connection_id
  where a.phone_number_id is not null and c.status <> 'disconnected' and a.connection_id in (
    select o.id from public.integration_connections o where o.user_id = $1 and o.provider = 'whatsapp'
    union all
    select s.connection_id from private.shared_numbers(asked.project_id) s)
  order by c.user_id = $1 desc, c.connected_at limit 1;
  select c.* into contact from private.whatsapp_contacts c
  where c.connection_id = account.connection_id and c.phone_number_id = account.phone_number_id
    and (c.lead_id = $2 or char_length(figures) = 9 and right(c.wa_id, 9) = figures)
  order by c.lead_id = $2 desc, c.last_inbound_at desc nulls last limit 1;
  return jsonb_build_object(
    'lead', asked.id, 'phone', asked.phone, 'writes', asked.role <> 'viewer', 'number', account.phone_number_id,
    'connection', (select private.integration_facts(c) from public.integration_connections c
      where c.id = account.connection_id),
    'contact', case when contact.id is not null then to_jsonb(contact) end,
    'messages', coalesce((
      select jsonb_agg(x.message order by x.at, x.id) from (
        select m.at, m.id, jsonb_build_object('id', m.id, 'status', m.status, 'code', m.error_code, 'kind', m.kind,
          'body', m.body, 'at', m.at) as message
        from private.whatsapp_messages m where m.lead_id = $2 order by m.at desc, m.id desc limit 100) x), '[]'));
end;
$$;

-- Writes down a message before it is sent, so that nothing is sent twice. `agreed`: who asks says that the lead wants
-- to be written to. Refuses as PT409 what the lead's word or the window forbids now: optedOut, notAgreed, windowClosed; and
-- rateLimited where Meta has just refused one to the same person as one too many (131056): for 4 seconds, then 16, then 64.
create or replace function public.begin_whatsapp_message(
  connection uuid, number text, lead uuid, wa text, kind text, body text, agreed boolean
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  kept bigint;
  contact private.whatsapp_contacts;
  begun uuid;
begin
  perform from public.integration_connections c where c.id = $1 for no key update;
  select c.id into kept from private.whatsapp_contacts c
  where c.connection_id = $1 and c.phone_number_id = $2 and c.lead_id = $3
  order by c.last_inbound_at desc nulls last limit 1;
  kept := coalesce(kept, private.whatsapp_contact($1, $2, nullif($4, ''), null));
  update private.whatsapp_contacts c set lead_id = $3, opted_in_at = coalesce(c.opted_in_at, case when $7 then now() end)
  where c.id = kept returning c.* into contact;
  if contact.opted_out_at is not null then
    raise exception 'They do not want to be written to.' using errcode = 'PT409', detail = 'optedOut';
  elsif contact.opted_in_at is null then
    raise exception 'Nobody has said that they want to be written to.' using errcode = 'PT409', detail = 'notAgreed';
  elsif $5 = 'text' and coalesce(contact.last_inbound_at < now() - interval '24 hours', true) then
    raise exception 'They wrote more than 24 hours ago.' using errcode = 'PT409', detail = 'windowClosed';
  elsif (
    select max(m.at) + make_interval(secs => 4 ^ least(count(*), 6)) > now() from private.whatsapp_messages m
    where m.contact_id = contact.id and m.error_code = 131056 and m.at > now() - interval '2 hours') then
    raise exception 'Too many to this person.' using errcode = 'PT409', detail = 'rateLimited';
  end if;
  insert into private.whatsapp_messages (contact_id, lead_id, status, kind, body)
  values (contact.id, $3, 'sending', $5, $6) returning id into begun;
  return begun;
exception when check_violation then
  raise exception 'Not a message.' using errcode = 'PT400', detail = 'text';
end;
$$;

-- What became of it at once: its name at Meta, or the code of its error. Reports may have come before.
create or replace function public.settle_whatsapp_message(message uuid, wamid text default null, code integer default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
declare
  settled private.whatsapp_messages;
begin
  select m.* into settled from private.whatsapp_messages m where m.id = $1 for update;
  if settled.id is null or $2 is null and settled.status <> 'sending' then
    return false;
  end if;
  if $2 is not null and settled.message_id is null then
    settled.message_id := private.store_message(null, settled.lead_id, 'out', settled.at, null);
  end if;
  update private.whatsapp_messages m set wamid = coalesce(m.wamid, $2), error_code = coalesce($3, m.error_code),
    message_id = settled.message_id,
    status = case when m.status <> 'sending' then m.status when $2 is null then 'failed' else 'sent' end
  where m.id = $1;
  if $3 = 131050 then
    perform private.note_whatsapp_wish(settled.contact_id, 'stop', now());
  elsif $3 = 131047 then
    perform private.close_whatsapp_window(settled.contact_id, settled.at);
  end if;
  return true;
end;
$$;

-- Lets the people of a project write from a person's number; null: that person alone. Only for who administers it (PT403).
create or replace function public.share_whatsapp(person uuid, project uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  if $2 is not null then
    perform private.must_lead($1, $2);
  end if;
  update private.whatsapp_accounts a set project_id = $2 from public.integration_connections c
  where c.id = a.connection_id and c.user_id = $1 and c.status <> 'disconnected';
  return found;
end;
$$;

revoke all on function public.whatsapp_standing(uuid, uuid),
  public.begin_whatsapp_message(uuid, text, uuid, text, text, text, boolean),
  public.settle_whatsapp_message(uuid, text, integer), public.share_whatsapp(uuid, uuid)
  from public, anon, authenticated, service_role;
grant execute on function public.whatsapp_standing(uuid, uuid),
  public.begin_whatsapp_message(uuid, text, uuid, text, text, text, boolean),
  public.settle_whatsapp_message(uuid, text, integer), public.share_whatsapp(uuid, uuid) to service_role;
