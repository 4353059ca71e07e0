-- What a person is told. Rows come from triggers and from the service; the person changes their state only.
-- seq counts each person's rows without a gap, in the order in which they were committed: it is the cursor by which a
-- client catches up.

create table if not exists private.notification_counters (
  user_id uuid primary key references auth.users (id) on delete cascade,
  last_seq bigint not null
) with (fillfactor = 50);
comment on table private.notification_counters is
  'The last seq of each person. Its row is locked until the insert is committed; who inserts for several people goes in user_id order.';

create table if not exists public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  seq bigint not null,
  -- The switch that a person turns it off by, if it has one. The words of these three are checked by the generated
  -- migration.
  category text not null,
  type text not null default 'info',
  priority text not null default 'normal',
  -- English; screens render params in the reader's language.
  title text not null check (char_length(title) between 1 and 300),
  message text not null default '' check (char_length(message) <= 4000),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  -- A path inside the app, or nothing: no scheme, no host, nothing a browser would normalise into one.
  action_url text check (
    char_length(action_url) <= 2048
    and action_url ~ '^/([^/]|$)'
    and action_url !~ '[\u0001-\u001f\u007f-\u009f\\]'
  ),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  project_id uuid,
  lead_id uuid,
  -- The same cause tells a person once.
  dedupe_key text check (char_length(dedupe_key) <= 255),
  -- What may be told together.
  collapse_key text check (char_length(collapse_key) <= 255),
  created_at timestamptz not null default now(),
  occurred_at timestamptz not null default now(),
  expires_at timestamptz,
  seen_at timestamptz,
  read boolean not null default false,
  read_at timestamptz,
  archived_at timestamptz,
  snoozed_until timestamptz,
  routed_at timestamptz,
  -- When a later row of the same collapse_key took over what this one said; it is read and archived with it.
  collapsed_at timestamptz,
  -- Who did it; null: the system. No foreign key: history outlives the account. private.erase_user takes the name out.
  actor_id uuid,
  -- Why the app does not tell it; null: it does. The words are checked by the generated migration. Such a row is in no
  -- bell and no count; other channels may carry it.
  kept_away text,
  constraint notifications_read_has_its_time check (read = (read_at is not null)),
  -- People may write some of these themselves: neither infinity nor a year that programs cannot read.
  constraint notifications_times_are_readable check (
    least(created_at, occurred_at, expires_at, seen_at, read_at, archived_at, snoozed_until) >= '1970-01-01T00:00:00Z'
    and greatest(created_at, occurred_at, expires_at, seen_at, read_at, archived_at, snoozed_until) < '2200-01-01T00:00:00Z'
  ),
  constraint notifications_seq_key unique (user_id, seq)
);
comment on table public.notifications is 'One row for each thing a person is told. seq is given at insert and never changes.';
create unique index if not exists notifications_dedupe_idx on public.notifications (user_id, dedupe_key)
  where dedupe_key is not null;
-- The bell, newest first, or all after a cursor: of what the app tells, however much it keeps away.
create index if not exists notifications_bell_idx on public.notifications (user_id, seq) where kept_away is null;
-- The unread count and "all read", both from the newest down: what is read or kept away is not in it. It replaces two.
create index if not exists notifications_unread_told_idx on public.notifications (user_id, seq)
  where not read and kept_away is null;
drop index if exists public.notifications_unread_idx;
drop index if exists public.notifications_unread_seq_idx;
-- Taking "all read" back: the rows that it marked share their read_at.
create index if not exists notifications_read_seq_idx on public.notifications (user_id, read_at, seq)
  where read_at is not null;
-- Deleting a project or a lead finds what was told about it.
create index if not exists notifications_project_id_idx on public.notifications (project_id);
create index if not exists notifications_lead_id_idx on public.notifications (lead_id);
-- What no other channel has been asked about.
create index if not exists notifications_unrouted_idx on public.notifications (created_at) where routed_at is null;
-- What an account that goes had done.
create index if not exists notifications_actor_id_idx on public.notifications (actor_id) where actor_id is not null;
-- The service looks rows up by what integrations put into metadata (metadata @> '{"event": "..."}').
create index if not exists notifications_metadata_idx on public.notifications using gin (metadata jsonb_path_ops);

-- For rows that are inserted one by one. private.tell() numbers its rows by itself, many at once.
create or replace function private.number_notification()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if new.dedupe_key is not null then
    -- Holding the counter, nobody else can be inserting for this person; a repeated cause takes no number.
    insert into private.notification_counters (user_id, last_seq) values (new.user_id, 0) on conflict do nothing;
    perform from private.notification_counters c where c.user_id = new.user_id for update;
    if exists (
      select from public.notifications n where n.user_id = new.user_id and n.dedupe_key = new.dedupe_key
    ) then
      return null;
    end if;
  end if;
  insert into private.notification_counters as c (user_id, last_seq) values (new.user_id, 1)
  on conflict (user_id) do update set last_seq = c.last_seq + 1
  returning c.last_seq into new.seq;
  new.read := new.read or new.read_at is not null;
  if new.read then
    new.read_at := coalesce(new.read_at, now());
    new.seen_at := coalesce(new.seen_at, new.read_at);
  end if;
  new.kept_away := private.why_kept_away(new.user_id, new.category, new.project_id, new.lead_id);
  return new;
end;
$$;
create or replace trigger number_notification before insert on public.notifications
  for each row when (new.seq is null) execute function private.number_notification();

-- `read` (the older name) and `read_at` are one state; what is read has been seen.
create or replace function private.keep_notification_state()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.seq := old.seq;
  new.user_id := old.user_id;
  if new.read = old.read then
    new.read := new.read_at is not null;
  end if;
  new.read_at := case when new.read then coalesce(new.read_at, now()) end;
  if new.read then
    new.seen_at := coalesce(new.seen_at, new.read_at);
  end if;
  return new;
end;
$$;
create or replace trigger keep_notification_state before update on public.notifications
  for each row execute function private.keep_notification_state();
create or replace trigger limit_changes before update on public.notifications
  for each statement execute function private.limit_changes('notifications');
-- The rows are the person's own, and "all read" may have many: a thousand cost as much as one.
create or replace trigger limit_rows after update on public.notifications
  referencing new table as changed_rows
  for each statement execute function private.limit_rows('notifications', '1000');

-- The highest seq ever given to the caller, rows that are hidden by now included.
create or replace function private.my_notification_head()
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((select c.last_seq from private.notification_counters c where c.user_id = auth.uid()), 0);
end;
$$;

-- What the caller's bell shows: row-level security, and what is neither kept away, archived, asleep nor expired.
drop view if exists private.my_current_notifications;
create view private.my_current_notifications with (security_invoker = true) as
select n.id, n.seq, n.category, n.type, n.priority, n.title, n.message, n.params, n.action_url, n.project_id,
  n.lead_id, n.created_at, n.occurred_at, n.read_at, n.seen_at, n.actor_id
from public.notifications n
where n.user_id = (select auth.uid())
  and n.kept_away is null
  and n.archived_at is null
  and (n.expires_at is null or n.expires_at > now())
  and (n.snoozed_until is null or n.snoozed_until <= now());

-- Below, enable_sort is off and everything has an order and a limit: the planner knows how many notifications people
-- have on average, and among people who have twenty it would read a million of one person's and sort them. Without
-- sorting it has to follow an index and stop at the limit.

-- {unread, head, at}: the count and the seq it was true at. It stops at 100, which stands for "more than 99": counting
-- all would cost the more, the more there are.
create or replace function private.my_notification_count()
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
set enable_sort = off
as $$
begin
  return jsonb_build_object(
    'unread', (
      select count(*) from (
        select from public.notifications n
        where n.user_id = (select auth.uid())
          and not n.read
          and n.kept_away is null
          and n.archived_at is null
          and (n.expires_at is null or n.expires_at > now())
          and (n.snoozed_until is null or n.snoozed_until <= now())
        order by n.seq desc
        limit 100
      ) counted
    ),
    'head', private.my_notification_head(),
    'at', now()
  );
end;
$$;

-- {wakes}: when the next of the caller's sleeping rows wakes; nothing where none sleeps.
create or replace function private.my_next_waking()
returns jsonb
language sql
stable
set search_path = ''
set timezone = 'UTC'
as $$
  select coalesce((
    select jsonb_build_object('wakes', n.snoozed_until) from public.notifications n
    where n.user_id = (select auth.uid()) and n.snoozed_until > now() and n.archived_at is null and n.kept_away is null
    order by n.snoozed_until limit 1), '{}');
$$;

-- The newest page_size rows and, of those after after_seq, the newest 100: {rows, head, unread, at, wakes}, newest first.
-- Stable: rows, head and count are of one instant.
create or replace function public.get_notifications(after_seq bigint default 0, page_size integer default 30)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
set enable_sort = off
as $$
declare
  newest constant integer := least(greatest(coalesce(page_size, 30), 1), 100);
  -- By itself: behind row-level security an index is searched by a plain value, and not by an expression.
  known constant bigint := coalesce(after_seq, 0);
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return private.my_notification_count() || jsonb_build_object('rows', (
    with shown as (
      (select * from private.my_current_notifications n order by n.seq desc limit newest)
      union
      (select * from private.my_current_notifications n where n.seq > known
        order by n.seq desc limit 100)
    )
    select coalesce(jsonb_agg(to_jsonb(s) || jsonb_build_object('actor_name', a.name) order by s.seq desc), '[]')
    from shown s
    left join private.my_colleagues(array(select e.actor_id from shown e where e.actor_id is not null)) a
      on a.id = s.actor_id
  )) || private.my_silent_meetings() || private.my_next_waking();
end;
$$;

-- An older one marked all where no ids were given, in one transaction.
drop function if exists public.mark_notifications_read(uuid[], boolean);

-- Marks these, at most 1000, as read or unread; answers {unread, head, at}.
create or replace function public.mark_notifications_read(ids uuid[], read boolean default true)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
declare
  mark constant boolean := coalesce(mark_notifications_read.read, true);
  refused_detail text;
  refused_hint text;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif ids is null or cardinality(ids) > 1000 then
    raise exception 'At most 1000 notifications at once.' using errcode = 'PT400', detail = 'ids';
  end if;
  update public.notifications n set read = mark
  where n.user_id = (select auth.uid()) and n.read <> mark and n.id = any (ids);
  return private.my_notification_count();
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('notifications', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

-- "All read", and its way back. Marks what is unread up to a seq as read, from the newest down and at most 1000 in a
-- call, so that no transaction holds many rows: {unread, head, at, marked_at, next}. next is the up_to_seq of the call
-- that goes on, null when none is needed. All calls of one "all read" share marked_at, which the first of them answers.
-- With read false, what became read at marked_at, and nothing else, is unread again.
create or replace function public.mark_notifications_through(
  up_to_seq bigint, read boolean default true, marked_at timestamptz default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
set enable_sort = off
as $$
#variable_conflict use_column
declare
  mark constant boolean := coalesce(mark_notifications_through.read, true);
  moment constant timestamptz := coalesce(mark_notifications_through.marked_at, now());
  most constant integer := 1000;
  batch record;
  refused_detail text;
  refused_hint text;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif not mark and mark_notifications_through.marked_at is null then
    raise exception 'Which mark is taken back?' using errcode = 'PT400', detail = 'marked_at';
  end if;
  -- Where the batch ends is found first: a join of the rows with a list of them could be planned as a walk through all.
  -- What another device has marked by now keeps its time.
  if mark then
    select min(n.seq) as oldest, count(*) as size into batch from (
      select n.seq from public.notifications n
      where n.user_id = (select auth.uid()) and not n.read and n.kept_away is null and n.seq <= up_to_seq
      order by n.seq desc limit most
    ) n;
    update public.notifications n set read_at = moment
    where n.user_id = (select auth.uid()) and not n.read and n.kept_away is null
      and n.seq >= batch.oldest and n.seq <= up_to_seq;
  else
    -- A range that begins and ends at the moment. With an equality the planner may take the index that is in the order
    -- of seq alone, and walk through all that was read at other times.
    select min(n.seq) as oldest, count(*) as size into batch from (
      select n.seq from public.notifications n
      where n.user_id = (select auth.uid()) and n.read_at >= moment and (n.read_at, n.seq) <= (moment, up_to_seq)
      order by n.read_at desc, n.seq desc limit most
    ) n;
    update public.notifications n set read = false
    where n.user_id = (select auth.uid()) and n.read_at = moment and n.seq >= batch.oldest and n.seq <= up_to_seq;
  end if;
  return private.my_notification_count() || jsonb_build_object(
    'marked_at', moment, 'next', case when batch.size = most then batch.oldest - 1 end);
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('notifications', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

-- The service tells a person something. {id, seq}; where dedupe_key was used before, those of the first.
create or replace function public.create_notification(
  user_id uuid,
  title text,
  message text default '',
  type text default 'info',
  category text default 'leadUpdates',
  priority text default 'normal',
  action_url text default null,
  metadata jsonb default '{}',
  params jsonb default '{}',
  project_id uuid default null,
  lead_id uuid default null,
  dedupe_key text default null,
  collapse_key text default null,
  occurred_at timestamptz default now(),
  expires_at timestamptz default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
declare
  made record;
  broken text;
begin
  if create_notification.project_id is not null and not exists (
    select from private.tenant_members m
    where m.project_id = create_notification.project_id and m.user_id = create_notification.user_id
  ) then
    raise exception 'The person is not in that project.' using errcode = 'PT403', detail = 'project_id';
  end if;
  insert into public.notifications (user_id, category, type, priority, title, message, params, action_url, metadata,
    project_id, lead_id, dedupe_key, collapse_key, occurred_at, expires_at)
  values ($1, $5, $4, $6, $2, $3, coalesce($9, '{}'), $7, coalesce($8, '{}'), $10, $11, $12, $13, coalesce($14, now()), $15)
  returning id, seq into made;
  if made.id is null then
    select n.id, n.seq into made from public.notifications n
    where n.user_id = create_notification.user_id and n.dedupe_key = create_notification.dedupe_key;
  end if;
  return jsonb_build_object('id', made.id, 'seq', made.seq);
exception when check_violation then
  get stacked diagnostics broken = constraint_name;
  raise exception 'Not a notification: %.', broken using errcode = 'PT400', detail = broken;
end;
$$;

alter table public.notifications enable row level security;
alter table private.notification_counters enable row level security;

drop policy if exists "people read their own notifications of projects they are in" on public.notifications;
create policy "people read their own notifications of projects they are in" on public.notifications
  for select to authenticated
  using (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "people change the state of their own notifications" on public.notifications;
create policy "people change the state of their own notifications" on public.notifications
  for update to authenticated
  using (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  )
  with check (
    user_id = (select auth.uid())
    and (project_id is null or project_id = any (array(select private.my_project_ids())))
  );

drop policy if exists "the service reads counters of notifications" on private.notification_counters;
create policy "the service reads counters of notifications" on private.notification_counters
  for select to service_role using (true);

revoke all on table public.notifications, private.notification_counters, private.my_current_notifications
  from public, anon, authenticated, service_role;
grant select on table public.notifications, private.my_current_notifications to authenticated;
grant update (read, read_at, seen_at, archived_at, snoozed_until) on table public.notifications to authenticated;
grant select, update, delete on table public.notifications to service_role;
-- Not seq: a number that nobody gave would be a hole.
grant insert (id, user_id, category, type, priority, title, message, params, action_url, metadata, project_id, lead_id,
  dedupe_key, collapse_key, created_at, occurred_at, expires_at, seen_at, read, read_at, archived_at, snoozed_until,
  routed_at, actor_id) on table public.notifications to service_role;
grant select on table private.notification_counters to service_role;

revoke all on function private.number_notification(), private.keep_notification_state(),
  private.my_notification_head(), private.my_notification_count(), private.my_next_waking(),
  public.get_notifications(bigint, integer), public.mark_notifications_read(uuid[], boolean),
  public.mark_notifications_through(bigint, boolean, timestamptz),
  public.create_notification(uuid, text, text, text, text, text, text, jsonb, jsonb, uuid, uuid, text, text,
    timestamptz, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function private.my_notification_head(), private.my_notification_count(), private.my_next_waking(),
  public.get_notifications(bigint, integer), public.mark_notifications_read(uuid[], boolean),
  public.mark_notifications_through(bigint, boolean, timestamptz) to authenticated;
grant execute on function public.create_notification(uuid, text, text, text, text, text, text, jsonb, jsonb, uuid,
  uuid, text, text, timestamptz, timestamptz) to service_role;
