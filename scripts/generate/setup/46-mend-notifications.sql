-- Notifications that other programs stored keep what they say, what it is about, where it leads and whether it was read.

-- By what a row tells its category, the first that holds: the event, their category, their type.
create table ovenai_setup.categories (
  place integer generated always as identity primary key, told_by text not null, pattern text not null, ours text not null
);
insert into ovenai_setup.categories (told_by, pattern, ours) values
  ('event', '^bant_progression$', 'bantQualifications'), ('event', '^heat_progression$', 'heatProgressions'),
  ('event', '^calendly_booking$', 'calendlyBookings'), ('event', '^meeting_', 'meetingReminders'),
  ('event', '^(lead|message)_', 'leadUpdates'), ('event', '^(system_update|whatsapp_status)$', 'integration'),
  ('event', '^user_', 'security'),
  ('category', '^lead_updates?$', 'leadUpdates'), ('category', '^meeting_reminders?$', 'meetingReminders'),
  ('category', '^(bant|bant_qualifications?)$', 'bantQualifications'),
  ('category', '^(calendly_bookings?|calendly_meeting)$', 'calendlyBookings'),
  ('category', '^heat_progressions?$', 'heatProgressions'),
  -- What the product says of itself has no switch; a report is a digest.
  ('category', '^(integration|system|onboarding|demo)$', 'integration'), ('category', '^security$', 'security'),
  ('category', '^(digest|performance)$', 'digest'),
  ('type', '^(lead|message)$', 'leadUpdates'), ('type', '^meeting$', 'meetingReminders'), ('type', '^system$', 'integration'),
  ('type', '', 'leadUpdates');

create function ovenai_setup.category_of(metadata jsonb, type text) returns text
language sql stable set search_path = '' as $$
  select c.ours from ovenai_setup.categories c
  where coalesce(case c.told_by when 'event' then metadata ->> 'event_type' when 'category' then metadata ->> 'category'
    else coalesce(lower(type), '') end ~ c.pattern, false)
  order by c.place limit 1;
$$;

-- A path inside the app, or nothing; the address as it was is kept with the row. Queries that name a person are cut.
create function ovenai_setup.link_in_app(link text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  path constant text := regexp_replace(substring(link from '^[^?#]*'), '(.)/+$', '\1');
  query constant text := coalesce(substring(link from '\?([^#]*)'), '');
  lead constant text := lower(substring(query from '(?:^|&)highlight=([^&]*)'));
  tab constant text := substring(query from '(?:^|&)tab=([^&]*)');
  rest text;
begin
  if link is null or char_length(link) > 2048 or link !~ '^/([^/]|$)' or link ~ '[\u0001-\u001f\u007f-\u009f\\]'
    -- Pages that we do not have.
    or path ~ '^/(messages|calendar|reports)(/|$)' then
    return null;
  elsif path = '/leads' and lead ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return '/leads/' || lead;
  elsif path = '/settings' then
    return '/settings/' || case when tab in ('notifications', 'preferences', 'integrations', 'activity') then tab
      else 'dashboard' end;
  end if;
  rest := (select string_agg(q.part, '&' order by q.place)
    from regexp_split_to_table(query, '&') with ordinality q (part, place)
    where q.part !~* '^(phone|search|email|highlight)(=|$)' and q.part <> '');
  return path || coalesce('?' || rest, '') || coalesce(substring(link from '#.*$'), '');
end;
$$;

create function ovenai_setup.mend_notifications() returns void
language plpgsql set search_path = '' as $$
declare
  known constant text[] := array['leadUpdates', 'meetingReminders', 'bantQualifications', 'calendlyBookings',
    'heatProgressions', 'integration', 'security', 'digest'];
  -- Programs of an existing OvenAI go on reading their own types.
  types constant text[] := array['success', 'info', 'warning', 'error'] || case
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
    title = case when char_length(n.title) between 1 and 300 then n.title
      else left(coalesce(nullif(n.title, ''), nullif(n.message, ''), 'Notification'), 300) end,
    message = left(coalesce(n.message, ''), 4000),
    type = case when lower(n.type) = any (types) then lower(n.type) else 'info' end,
    -- A type of theirs that ours lacks.
    params = case when lower(n.type) <> all (types) and not coalesce(n.params ? 'type', false)
      then coalesce(n.params, '{}') || jsonb_build_object('type', lower(n.type)) else n.params end,
    category = case when n.category = any (known) then n.category
      when n.metadata ->> 'category' = any (known) and not n.metadata ? 'event_type' then n.metadata ->> 'category'
      else ovenai_setup.category_of(n.metadata, n.type) end,
    priority = case lower(coalesce(n.priority, n.metadata ->> 'priority'))
      when 'low' then 'low' when 'high' then 'high' when 'urgent' then 'urgent' else 'normal' end,
    action_url = ovenai_setup.link_in_app(n.action_url),
    dedupe_key = case when char_length(n.dedupe_key) <= 255 then n.dedupe_key end,
    collapse_key = case when char_length(n.collapse_key) <= 255 then n.collapse_key end,
    created_at = coalesce(n.created_at, now()),
    occurred_at = coalesce(n.occurred_at, n.created_at, now()),
    read_at = case when n.read then coalesce(n.read_at,
      ovenai_setup.moment(to_jsonb(n) ->> 'updated_at'), n.created_at, now()) end;
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
    select said.lead::uuid
    from unnest(array[n.metadata ->> 'leadId', n.metadata ->> 'lead_id', substring(n.action_url from '^/leads/([^/?#]+)')])
      with ordinality said (lead, place)
    where said.lead ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      and (not ours or exists (select from public.leads l where l.id::text = lower(said.lead)))
    order by said.place limit 1);
end;
$$;
