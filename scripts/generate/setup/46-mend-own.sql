-- Our own tables, older copies of which the design's first script made.

-- The object a JSON column should hold: itself, the object inside a JSON string, or none.
create function ovenai_setup.object_in(value jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  inner_value constant jsonb := case jsonb_typeof(value)
    when 'string' then ovenai_setup.fitting(value #>> '{}', null::jsonb) else value end;
begin
  return case when jsonb_typeof(inner_value) = 'object' then inner_value end;
end;
$$;

-- For every table of ours: a JSON column with an empty object as its default holds an object.
create function ovenai_setup.mend_objects(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  json_column text;
begin
  for json_column in
    select e.name from ovenai_setup.expected e
    where e.kind = 'column' and e.relation = table_name and e.details ->> 'type' = 'jsonb'
      and e.details ->> 'default' = '''{}''::jsonb'
  loop
    execute format('update %s set %I = ovenai_setup.object_in(%I) where jsonb_typeof(%I) is distinct from ''object''',
      table_name, json_column, json_column, json_column);
  end loop;
end;
$$;

create function ovenai_setup.moment(value text) returns timestamptz
language plpgsql stable set search_path = '' as $$
begin
  return value::timestamptz;
exception when data_exception then
  return null;
end;
$$;

-- The newest of rows that say the same thing: changed last, else made last, else added last. By what the row said when
-- it was found: an empty time becomes now(), and a row that does not say when it was changed would be the newest of all.
create function ovenai_setup.age(table_name text, place bigint) returns timestamptz
language sql stable set search_path = '' as $$
  select coalesce((
    select coalesce(ovenai_setup.moment(b.content ->> 'updated_at'), ovenai_setup.moment(b.content ->> 'created_at'))
    from ovenai_setup.before b where (b.relation, b.place) = ($1, $2)), '-infinity');
$$;

create function ovenai_setup.mend_notifications() returns void
language plpgsql set search_path = '' as $$
declare
  -- What the design's first examples put into metadata.category.
  categories constant jsonb := '{"lead_update": "leadUpdates", "meeting_reminder": "meetingReminders",
    "bant_qualification": "bantQualifications", "calendly_booking": "calendlyBookings",
    "heat_progression": "heatProgressions", "integration": "integration", "security": "security",
    "digest": "digest"}';
  beside_ovenai constant boolean := exists (select from ovenai_setup.names n where n.ground = 'ovenai');
  known constant text[] := array['leadUpdates', 'meetingReminders', 'bantQualifications', 'calendlyBookings',
    'heatProgressions', 'integration', 'security', 'digest'];
begin
  perform ovenai_setup.mend_objects('public.notifications');
  update public.notifications n set
    title = case when char_length(n.title) between 1 and 300 then n.title
      else left(coalesce(nullif(n.title, ''), nullif(n.message, ''), 'Notification'), 300) end,
    message = left(coalesce(n.message, ''), 4000),
    -- Programs of an existing OvenAI read their own types, too.
    type = case when lower(n.type) in ('success', 'info', 'warning', 'error') then lower(n.type)
      when beside_ovenai and n.type in ('lead', 'message', 'meeting', 'system') then n.type else 'info' end,
    category = case when n.category = any (known) then n.category
      when n.metadata ->> 'category' = any (known) then n.metadata ->> 'category'
      else coalesce(categories ->> regexp_replace(n.metadata ->> 'category', 's$', ''), 'leadUpdates') end,
    priority = case when lower(coalesce(n.priority, n.metadata ->> 'priority')) in ('low', 'normal', 'high', 'urgent')
      then lower(coalesce(n.priority, n.metadata ->> 'priority')) else 'normal' end,
    -- A path inside the app, or nothing; the address as it was is kept with the row.
    action_url = case when char_length(n.action_url) <= 2048 and n.action_url ~ '^/([^/]|$)'
      and n.action_url !~ '[\u0001-\u001f\u007f-\u009f\\]' then n.action_url end,
    dedupe_key = case when char_length(n.dedupe_key) <= 255 then n.dedupe_key end,
    collapse_key = case when char_length(n.collapse_key) <= 255 then n.collapse_key end,
    created_at = coalesce(n.created_at, now()),
    occurred_at = coalesce(n.occurred_at, n.created_at, now()),
    read = coalesce(n.read, false) or n.read_at is not null,
    read_at = case when n.read or n.read_at is not null then coalesce(n.read_at,
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

-- A device whose id is none of ours gets one; it counts as another device of the person until its state expires.
create function ovenai_setup.mend_user_session_state() returns void
language plpgsql set search_path = '' as $$
begin
  perform ovenai_setup.mend_objects('public.user_session_state');
  update public.user_session_state s set
    session_id = case when s.session_id ~ '^[A-Za-z0-9_-]{8,64}$' then s.session_id
      else 'before-setup-' || s.ovenai_setup_row end,
    current_context = case when pg_column_size(s.current_context) <= 8192 then s.current_context end,
    ui_state = case when pg_column_size(s.ui_state) <= 8192 then s.ui_state end,
    expires_at = coalesce(s.expires_at,
      nullif(ovenai_setup.age('public.user_session_state', s.ovenai_setup_row), '-infinity') + interval '7 days');
end;
$$;

create function ovenai_setup.mend_user_dashboard_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_objects('public.user_dashboard_settings'); $$;
create function ovenai_setup.mend_user_notification_settings() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_objects('public.user_notification_settings'); $$;
create function ovenai_setup.mend_user_app_preferences() returns void
language sql set search_path = '' as $$ select ovenai_setup.mend_objects('public.user_app_preferences'); $$;
