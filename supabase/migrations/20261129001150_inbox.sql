-- The page of all notifications: read by views and filters, and changed in bulk. What is asleep, awake again or done is
-- derived from the clock and from two columns; nothing runs at the moment a row wakes.

-- What is done, what sleeps or has slept, and what the app did not tell, each in the order of the page.
create index if not exists notifications_done_seq_idx on public.notifications (user_id, seq)
  where archived_at is not null and collapsed_at is null;
create index if not exists notifications_slept_seq_idx on public.notifications (user_id, seq)
  where snoozed_until is not null and archived_at is null;
create index if not exists notifications_kept_seq_idx on public.notifications (user_id, seq)
  where kept_away is not null;
-- What woke last, and what wakes next.
create index if not exists notifications_wake_idx on public.notifications (user_id, snoozed_until)
  where snoozed_until is not null and archived_at is null;

-- The names of these people, as far as the caller is in a project with them.
create or replace function private.my_colleagues(people uuid[])
returns table (id uuid, name text)
language plpgsql
stable
security definer
rows 5
set search_path = ''
as $$
begin
  return query
    select u.id, coalesce(nullif(btrim(u.raw_user_meta_data ->> 'name'), ''), split_part(u.email::text, '@', 1), '')
    from auth.users u
    where u.id = any (people) and (
      u.id = auth.uid()
      or exists (
        select from private.tenant_members m
        where m.user_id = u.id and m.project_id = any (array(select private.my_project_ids()))
      )
    );
end;
$$;

-- What a page of notifications shows of these rows, newest first: all that the bell has, and what names it.
create or replace function private.inbox_rows(shown public.notifications[])
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
declare
  actors constant uuid[] := array(select n.actor_id from unnest(shown) n);
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', n.id, 'seq', n.seq, 'category', n.category, 'type', n.type, 'priority', n.priority, 'title', n.title,
      'message', n.message, 'params', n.params, 'action_url', n.action_url, 'project_id', n.project_id,
      'lead_id', n.lead_id, 'created_at', n.created_at, 'occurred_at', n.occurred_at, 'read_at', n.read_at,
      'seen_at', n.seen_at, 'archived_at', n.archived_at, 'snoozed_until', n.snoozed_until,
      'kept_away', n.kept_away, 'actor_id', n.actor_id, 'actor_name', a.name, 'project_name', p.name
    ) order by n.seq desc)
    from unnest(shown) n
    left join private.tenant_projects p on p.id = n.project_id
    left join private.my_colleagues(actors) a on a.id = n.actor_id
  ), '[]');
end;
$$;

-- Whether something went out to the caller about this on a channel.
create or replace function private.has_reached_me(notification uuid, channel text)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (
    select from private.deliveries d
    where d.notification_id = $1 and d.channel = $2 and d.user_id = auth.uid() and d.status in ('sent', 'bundled'));
$$;

-- Whether a notification says each of these words (in lower case): in its English text, which holds all names, in its
-- project's name, or in the reader's language. told: for a word the facts of those whose text has it there:
-- {"חם": [{"kind": "lead.heat", "to": "hot"}]} (lib/notifications/inbox/told-words.ts).
create or replace function private.notification_says(n public.notifications, words text[], told jsonb)
returns boolean
language sql
stable
set search_path = ''
as $$
  select not exists (
    select from unnest(words) w (word)
    where strpos(lower(n.title || ' ' || n.message), w.word) = 0
      and not exists (
        select from jsonb_array_elements(case jsonb_typeof(told -> w.word) when 'array' then told -> w.word end) f (facts)
        where n.params @> f.facts)
      and not exists (select from private.tenant_projects p
        where p.id = n.project_id and strpos(lower(p.name), w.word) > 0));
$$;

-- A page of a view: {rows, next, unread, head, at}. view: unread, all (what is not done), snoozed, done, kept (what the app
-- did not tell, and why). rows:
-- newest first; the first page of unread and all also has what woke last, up to 100, whose place is the time it woke at,
-- and that of open_id, if the caller may see it, in whatever view it is. next: the before_seq of the page that follows, null after the
-- last. A call walks at most 2000 rows, however few of them the filters let through: a page may be short, or empty, and
-- still have a next. wakes: when the next sleeping row wakes, null for none. channel: what has reached the caller on it.
-- search, told: see private.notification_says().
create or replace function public.get_inbox(
  view text default 'unread',
  project_id uuid default null,
  category text default null,
  kind text default null,
  search text default null,
  before_seq bigint default null,
  page_size integer default 50,
  open_id uuid default null,
  channel text default null,
  told jsonb default '{}'
)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
set enable_sort = off
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  moment constant timestamptz := now();
  size constant integer := least(greatest(coalesce(page_size, 50), 1), 100);
  below constant bigint := coalesce(before_seq, 9223372036854775807);
  most constant integer := 2000;
  words constant text[] := array_remove(regexp_split_to_array(lower(coalesce(get_inbox.search, '')), '\s+'), '');
  -- Each is the condition of an index in the order of seq, and what the clock says of a row that the index has.
  indexed constant text := case get_inbox.view
    when 'unread' then 'not n.read and n.kept_away is null'
    when 'all' then 'n.kept_away is null'
    when 'snoozed' then 'n.snoozed_until is not null and n.archived_at is null'
    when 'done' then 'n.archived_at is not null and n.collapsed_at is null'
    when 'kept' then 'n.kept_away is not null'
  end;
  timely constant text := case get_inbox.view
    when 'snoozed' then 'n.snoozed_until > $2'
    when 'done' then 'true'
    when 'kept' then 'true'
    else 'n.archived_at is null and (n.snoozed_until is null or n.snoozed_until <= $2)'
  end;
  fits constant text := '(n.expires_at is null or n.expires_at > $2)'
    || case when get_inbox.project_id is not null then ' and n.project_id = $3' else '' end
    || case when get_inbox.category is not null then ' and n.category = $4' else '' end
    || case when get_inbox.kind is not null then ' and n.params ->> ''kind'' = $5' else '' end
    || case get_inbox.channel when 'inApp' then ' and n.kept_away is null' else '' end
    || case when get_inbox.channel <> 'inApp' then ' and private.has_reached_me(n.id, $8)' else '' end
    || case when words <> '{}' then ' and private.notification_says(n, $6, $9)' else '' end;
  page public.notifications[];
  following bigint;
  woken public.notifications[] := '{}';
  opened public.notifications[] := '{}';
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif indexed is null then
    raise exception 'A view is unread, all, snoozed, done or kept.' using errcode = 'PT400', detail = 'view';
  elsif char_length(get_inbox.search) > 200 then
    raise exception 'At most 200 characters are searched for.' using errcode = 'PT400', detail = 'search';
  elsif get_inbox.told is null or jsonb_typeof(get_inbox.told) <> 'object' or pg_column_size(get_inbox.told) > 100000 then
    raise exception 'told has for each word what says it.' using errcode = 'PT400', detail = 'told';
  end if;

  -- One more than the page, to know whether another follows. The inner limit is what a call costs at most.
  execute format('select coalesce(array_agg(row(n.*)::public.notifications order by n.seq desc), ''{}'') from (
      select n.* from (
        select n.* from public.notifications n where n.user_id = $1 and n.seq < $7 and %s order by n.seq desc limit %s
      ) n where %s and %s limit %s
    ) n', indexed, most, timely, fits, size + 1)
    using caller, moment, get_inbox.project_id, get_inbox.category, get_inbox.kind, words, below, get_inbox.channel,
      get_inbox.told into page;
  if cardinality(page) > size then
    page := page[1:size];
    following := page[size].seq;
  else
    execute format('select n.seq from public.notifications n where n.user_id = $1 and n.seq < $2 and %s
      order by n.seq desc offset %s limit 1', indexed, most - 1) using caller, below into following;
  end if;

  if before_seq is null and get_inbox.view in ('unread', 'all') then
    execute format('select coalesce(array_agg(row(n.*)::public.notifications), ''{}'') from (
        select n.* from public.notifications n
        where n.user_id = $1 and n.snoozed_until is not null and n.archived_at is null and n.snoozed_until <= $2
        order by n.snoozed_until desc limit 100
      ) n where %s and %s and n.id <> all ($7)',
        case get_inbox.view when 'unread' then 'not n.read' else 'true' end, fits)
      using caller, moment, get_inbox.project_id, get_inbox.category, get_inbox.kind, words,
        array(select n.id from unnest(page) n), get_inbox.channel, get_inbox.told
      into woken;
  end if;
  if open_id is not null then
    opened := array(
      select n from public.notifications n
      where n.id = open_id and n.user_id = caller and n.id <> all (array(select o.id from unnest(page || woken) o)));
  end if;

  return private.my_notification_count() || jsonb_build_object(
    'rows', private.inbox_rows(page || woken || opened),
    'next', following);
end;
$$;

-- What a change of notifications asks for: refused with the key at fault.
create or replace function private.check_notification_change(change jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  unknown constant text := (
    select k.key from jsonb_object_keys(case jsonb_typeof(change) when 'object' then change else '{}' end) k (key)
    where k.key not in ('archived', 'read', 'snoozed_until') limit 1);
  wrong constant text := (
    select k.key from unnest(array['archived', 'read']) k (key)
    where change ? k.key and jsonb_typeof(change -> k.key) <> 'boolean' limit 1);
  until timestamptz;
begin
  if change is null or jsonb_typeof(change) <> 'object' or change = '{}' then
    raise exception 'A change has archived, read or snoozed_until.' using errcode = 'PT400', detail = 'change';
  elsif unknown is not null then
    raise exception 'A change has archived, read or snoozed_until.'
      using errcode = 'PT400', detail = 'change.' || unknown;
  elsif wrong is not null then
    raise exception '% is true or false.', wrong using errcode = 'PT400', detail = 'change.' || wrong;
  elsif change ->> 'snoozed_until' is null then
    return;
  end if;
  begin
    until := (change ->> 'snoozed_until')::timestamptz;
  exception when data_exception then
    raise exception 'snoozed_until is an instant.' using errcode = 'PT400', detail = 'change.snoozed_until';
  end;
  if until <= now() or until > now() + interval '1 year' then
    raise exception 'A notification sleeps until a moment of the coming year.'
      using errcode = 'PT422', detail = 'change.snoozed_until';
  end if;
end;
$$;

-- Changes these, at most 1000, but for what the app did not tell: {archived?, read?, snoozed_until?}; answers {unread, head, at}. What is done is read, and
-- unread again where that is taken back. What is put to sleep is unread, so that it wakes unread, and no longer done.
create or replace function public.change_notifications(ids uuid[], change jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  wanted constant jsonb := change_notifications.change;
  moment constant timestamptz := now();
  sleeps constant boolean := wanted ->> 'snoozed_until' is not null;
  -- One by one by the key: where people have few notifications on average, the planner would read all of this one's to
  -- find these.
  seqs constant bigint[] := array(
    select n.seq from unnest(ids[:1000]) given (id)
    cross join lateral (select n.seq from public.notifications n where n.id = given.id limit 1) n);
  refused_detail text;
  refused_hint text;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif ids is null or cardinality(ids) > 1000 then
    raise exception 'At most 1000 notifications at once.' using errcode = 'PT400', detail = 'ids';
  end if;
  perform private.check_notification_change(wanted);
  update public.notifications n set
    archived_at = case
      when wanted -> 'archived' = 'true' then coalesce(n.archived_at, moment)
      when wanted ? 'archived' or sleeps then null
      else n.archived_at
    end,
    snoozed_until = case
      when wanted ? 'snoozed_until' then (wanted ->> 'snoozed_until')::timestamptz
      else n.snoozed_until
    end,
    read_at = case
      when wanted -> 'read' = 'true' or (wanted -> 'archived' = 'true' and not wanted ? 'read')
        then coalesce(n.read_at, moment)
      when wanted ? 'read' or sleeps or (wanted ? 'archived' and n.read_at = n.archived_at) then null
      else n.read_at
    end
  where n.user_id = (select auth.uid()) and n.collapsed_at is null and n.kept_away is null
    and n.seq = any (seqs);
  return private.my_notification_count();
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('notifications', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

revoke all on function private.my_colleagues(uuid[]), private.inbox_rows(public.notifications[]),
  private.has_reached_me(uuid, text), private.notification_says(public.notifications, text[], jsonb),
  public.get_inbox(text, uuid, text, text, text, bigint, integer, uuid, text, jsonb),
  private.check_notification_change(jsonb), public.change_notifications(uuid[], jsonb)
  from public, anon, authenticated, service_role;
grant execute on function private.my_colleagues(uuid[]), private.inbox_rows(public.notifications[]),
  private.has_reached_me(uuid, text), private.notification_says(public.notifications, text[], jsonb),
  public.get_inbox(text, uuid, text, text, text, bigint, integer, uuid, text, jsonb),
  private.check_notification_change(jsonb), public.change_notifications(uuid[], jsonb) to authenticated;
