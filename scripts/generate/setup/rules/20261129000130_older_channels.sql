-- Channels of notifications: one that was off stays off in every category, and so does a single switch.

create or replace function private.older_our_categories()
returns text[]
language sql
stable
set search_path = ''
as $$
  select array_agg(s.category order by s.category) from private.older_switches s where s.theirs = s.category;
$$;

create or replace function private.older_all_switches(state boolean, names text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(n, state), '{}') from unnest(names) n;
$$;

-- A channel without anything that is on. A document with some of our switches alone says nothing of the others: the
-- program showed those by what it stored for everybody.
create or replace function private.older_is_off(channel text, document jsonb)
returns boolean
language sql
stable
set search_path = ''
as $$
  select document -> 'enabled' = 'false'
    or not jsonb_path_exists(document, '$.* ? (@ == true)') and jsonb_path_exists(document, '$.* ? (@ == false)')
      and (document ?& coalesce(
          (select array_agg(c) from private.older_defaults w, unnest(private.older_our_categories()) c
            where w.section = 'notifications' and w.document -> channel ? c),
          private.older_our_categories())
        or not document ?| private.older_our_categories());
$$;

-- Whether a channel's switches say again what holds, or what the program says for everybody: then nobody switched it off
-- now. Where it is not known what holds, they do not.
create or replace function private.older_repeats(channel text, switches jsonb, known jsonb)
returns boolean
language sql
stable
set search_path = ''
as $$
  select known is not null and not switches ? 'enabled' and not exists (
    select from jsonb_each(switches) e
    where jsonb_typeof(e.value) = 'boolean' and case when known ? e.key then known -> e.key <> e.value
      else not private.older_is_programs('notifications', array[channel, e.key], e.value) end);
$$;

-- A time of day as HH:MM.
create or replace function private.older_clock(value jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case when value #>> '{}' ~ '^\d{1,2}:\d\d(:\d\d.*)?$'
    then to_jsonb(lpad(substring(value #>> '{}' from '^\d{1,2}:\d\d'), 5, '0')) else value end;
$$;

create or replace function private.older_schedule(schedule jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  part record;
begin
  for part in
    select array[w, p] as path, schedule #> array[w, p] as value
    from unnest(array['workingHours', 'quietHours']) w, unnest(array['start', 'end']) p
    where schedule #> array[w, p] is not null
  loop
    schedule := private.older_put(schedule, part.path, private.older_clock(part.value));
  end loop;
  if schedule -> 'weekends' = 'true' and not coalesce(schedule -> 'workingHours' ? 'days', false) then
    schedule := private.older_put(schedule, '{workingHours,days}',
      private.older_all_switches(true, private.older_our_words('weekdays')));
  end if;
  -- Without weekends the days are the working days, which are inherited.
  return case when jsonb_typeof(schedule -> 'weekends') = 'boolean' then schedule - 'weekends' else schedule end;
end;
$$;

-- Switches of a document under names of theirs.
create or replace function private.older_their_switches(document jsonb)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
begin
  return array(select s.theirs from private.older_switches s
    where s.theirs <> s.category and jsonb_typeof(document -> s.theirs) = 'boolean');
end;
$$;

create or replace function private.older_our_switches(document jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  names constant text[] := private.older_their_switches(document);
begin
  if names = '{}' then
    return document;
  end if;
  return (select jsonb_object_agg(s.category, document -> s.theirs) from private.older_switches s
    where s.theirs = any (names)) || (document - names);
end;
$$;

-- One switch for all channels that told of something: lead_notifications and the like, in the schedule or in columns.
-- `known` as for older_gathered.
create or replace function private.older_channels(document jsonb, content jsonb, known jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  schedule jsonb := document -> 'notification_schedule';
  channel text;
  switches jsonb;
  silent constant text[] := array(
    select distinct s.category from private.older_switches s
    where s.theirs <> s.category and 'false' in (schedule -> s.theirs, content -> s.theirs));
begin
  foreach channel in array private.older_our_words('channelColumns') loop
    switches := private.older_our_switches(document -> channel);
    if private.older_is_off(channel, switches)
      and not private.older_repeats(channel, switches, known -> channel) then
      switches := (switches - array['enabled', 'types'])
        || private.older_all_switches(false, private.older_our_categories());
    end if;
    -- The list in the app showed everything.
    if channel <> 'in_app_notifications' then
      switches := switches || private.older_all_switches(false, silent);
    end if;
    document := document || jsonb_build_object(channel, switches);
  end loop;
  schedule := schedule - private.older_their_switches(schedule);
  return document || jsonb_build_object('notification_schedule', private.older_schedule(schedule));
end;
$$;

-- After the rows of a person are one: a channel that is on as a whole is on for what it told of, all where it does not
-- say, and off for the rest.
create or replace function private.older_opened_channels(document jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  channel text;
  switches jsonb;
begin
  for channel, switches in
    select d.key, d.value from jsonb_each(document) d
    where jsonb_typeof(d.value) = 'object' and jsonb_typeof(d.value -> 'enabled') = 'boolean'
  loop
    document := document || jsonb_build_object(channel, case switches -> 'enabled'
      when 'false' then (switches - array['enabled', 'types'])
        || private.older_all_switches(false, private.older_our_categories())
      else (select jsonb_object_agg(c, jsonb_typeof(switches -> 'types') is distinct from 'array' or exists (
            select from private.older_switches s where s.category = c and switches -> 'types' ? s.theirs))
          from unnest(private.older_our_categories()) c)
        || (switches - array['enabled', 'types']) end);
  end loop;
  return document;
end;
$$;

revoke all on function private.older_our_categories(), private.older_all_switches(boolean, text[]),
  private.older_is_off(text, jsonb), private.older_repeats(text, jsonb, jsonb), private.older_clock(jsonb),
  private.older_schedule(jsonb), private.older_their_switches(jsonb), private.older_our_switches(jsonb),
  private.older_channels(jsonb, jsonb, jsonb), private.older_opened_channels(jsonb)
  from public, anon, authenticated, service_role;
