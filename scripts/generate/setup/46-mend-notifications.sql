-- Notifications that other programs stored keep what they say, what it is about, where it leads and whether it was read.

-- Of metadata what a program looks for: what happened, to which lead, how urgent it was. The rest held phone numbers,
-- addresses and texts of messages, and nobody of ours reads it.
create function ovenai_setup.impersonal(metadata jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(metadata) e
  where e.key in ('event', 'event_type', 'category', 'priority', 'timestamp', 'leadId', 'lead_id', 'heat_level',
      'lead_update', 'meeting_start', 'action_required')
    and jsonb_typeof(e.value) not in ('object', 'array');
$$;

create function ovenai_setup.mend_notifications() returns void
language plpgsql set search_path = '' as $$
declare
  known constant text[] := private.older_our_words('notificationCategories');
  -- Programs of an existing OvenAI go on reading their own types.
  types constant text[] := private.older_our_words('notificationTypes') || case
    when exists (select from ovenai_setup.names n where n.ground = 'ovenai')
    then array['lead', 'message', 'meeting', 'system'] else '{}' end;
begin
  perform ovenai_setup.mend_objects('public.notifications');
  -- Narrower tables said body, link and is_read.
  update public.notifications n set
    message = coalesce(n.message, to_jsonb(n) ->> 'body'),
    action_url = coalesce(n.action_url, to_jsonb(n) ->> 'link'),
    read = coalesce(n.read, false) or coalesce(to_jsonb(n) ->> 'is_read', '') = 'true' or n.read_at is not null;
  update public.notifications n set
    title = private.older_title(n.title, n.message),
    message = left(coalesce(n.message, ''), 4000),
    type = case when lower(n.type) = any (types) then lower(n.type) else 'info' end,
    -- A type of theirs that ours lacks.
    params = case when lower(n.type) <> all (types) and not coalesce(n.params ? 'type', false)
      then coalesce(n.params, '{}') || jsonb_build_object('type', lower(n.type)) else n.params end,
    category = case when n.category = any (known) then n.category
      when n.metadata ->> 'category' = any (known) and not n.metadata ? 'event_type' then n.metadata ->> 'category'
      else private.older_category(n.metadata, n.type) end,
    priority = private.older_priority(coalesce(n.priority, n.metadata ->> 'priority')),
    action_url = private.older_link(n.action_url),
    dedupe_key = case when char_length(n.dedupe_key) <= 255 then n.dedupe_key end,
    collapse_key = case when char_length(n.collapse_key) <= 255 then n.collapse_key end,
    created_at = coalesce(n.created_at, now()),
    occurred_at = coalesce(n.occurred_at, n.created_at, now()),
    read_at = case when n.read then coalesce(n.read_at,
      ovenai_setup.moment(to_jsonb(n) ->> 'updated_at'), n.created_at, now()) end;
  -- Not of rows that are ours already.
  if exists (select from ovenai_setup.added a where (a.relation, a.name) = ('public.notifications', 'seq')) then
    update public.notifications n set metadata = ovenai_setup.impersonal(n.metadata)
    where n.metadata <> ovenai_setup.impersonal(n.metadata);
  end if;
  update public.notifications n set seen_at = coalesce(n.seen_at, n.read_at) where n.read and n.seen_at is null;
  -- Each person's in the order in which they came.
  update public.notifications n set seq = numbered.seq
  from (
    select o.ovenai_setup_row as place, coalesce(max(o.seq) over (partition by o.user_id), 0)
      + row_number() over (partition by o.user_id, o.seq is null order by o.created_at, o.ovenai_setup_row) as seq
    from public.notifications o
  ) numbered
  where n.ovenai_setup_row = numbered.place and n.seq is null;
end;
$$;

-- The lead that a row is about, by what its metadata or its link says. Where leads are ours it must be there.
create function ovenai_setup.find_leads_of_notifications() returns void
language plpgsql set search_path = '' as $$
declare
  ours constant boolean := not ovenai_setup.is_ovenai();
begin
  if not exists (select from ovenai_setup.added a where (a.relation, a.name) = ('public.notifications', 'lead_id')) then
    return;
  end if;
  update public.notifications n set lead_id = (
    select said.lead
    from unnest(private.older_leads(n.metadata, n.action_url)) with ordinality said (lead, place)
    where not ours or exists (select from public.leads l where l.id = said.lead)
    order by said.place limit 1);
end;
$$;
