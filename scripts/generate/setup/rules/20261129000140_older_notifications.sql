-- Notifications of other programs: what switch turns one off, where it leads, and whom it is about.

-- By what a row tells its category, the first that holds: the event, their category, their type.
create table if not exists private.older_categories (
  place integer primary key, told_by text not null, pattern text not null, ours text not null
);
delete from private.older_categories;
insert into private.older_categories (place, told_by, pattern, ours) values
  (1, 'event', '^bant_progression$', 'bantQualifications'), (2, 'event', '^heat_progression$', 'heatProgressions'),
  (3, 'event', '^calendly_booking$', 'calendlyBookings'), (4, 'event', '^meeting_', 'meetingReminders'),
  (5, 'event', '^(lead|message)_', 'leadUpdates'), (6, 'event', '^(system_update|whatsapp_status)$', 'integration'),
  (7, 'event', '^user_', 'security'),
  (8, 'category', '^lead_updates?$', 'leadUpdates'), (9, 'category', '^meeting_reminders?$', 'meetingReminders'),
  (10, 'category', '^(bant|bant_qualifications?)$', 'bantQualifications'),
  (11, 'category', '^(calendly_bookings?|calendly_meeting)$', 'calendlyBookings'),
  (12, 'category', '^heat_progressions?$', 'heatProgressions'),
  -- What the product says of itself has no switch; a report is a digest.
  (13, 'category', '^(integration|system|onboarding|demo)$', 'integration'), (14, 'category', '^security$', 'security'),
  (15, 'category', '^(digest|performance)$', 'digest'),
  (16, 'type', '^(lead|message)$', 'leadUpdates'), (17, 'type', '^meeting$', 'meetingReminders'),
  (18, 'type', '^system$', 'integration'), (19, 'type', '', 'leadUpdates');

create or replace function private.older_category(metadata jsonb, type text)
returns text
language sql
stable
set search_path = ''
as $$
  select c.ours from private.older_categories c
  where coalesce(case c.told_by when 'event' then metadata ->> 'event_type' when 'category' then metadata ->> 'category'
    else coalesce(lower(type), '') end ~ c.pattern, false)
  order by c.place limit 1;
$$;

create or replace function private.older_priority(word text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case lower(word) when 'low' then 'low' when 'high' then 'high' when 'urgent' then 'urgent' else 'normal' end;
$$;

-- What there is to read of a notification without a title.
create or replace function private.older_title(title text, message text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when char_length(title) between 1 and 300 then title
    else left(coalesce(nullif(title, ''), nullif(message, ''), 'Notification'), 300) end;
$$;

-- A path inside the app, or nothing. Queries that name a person are cut.
create or replace function private.older_link(link text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
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

-- The leads that a notification may be about, the likeliest first: what its metadata says, then where it leads.
create or replace function private.older_leads(metadata jsonb, link text)
returns uuid[]
language sql
immutable
set search_path = ''
as $$
  select array_agg(said.lead::uuid order by said.place)
  from unnest(array[metadata ->> 'leadId', metadata ->> 'lead_id',
    substring(private.older_link(link) from '^/leads/([^/?#]+)')]) with ordinality said (lead, place)
  where said.lead ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
$$;

alter table private.older_categories enable row level security;
revoke all on table private.older_categories from public, anon, authenticated, service_role;
revoke all on function private.older_category(jsonb, text), private.older_priority(text),
  private.older_title(text, text), private.older_link(text), private.older_leads(jsonb, text)
  from public, anon, authenticated, service_role;
