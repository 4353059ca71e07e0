-- What leaves the house: one row for each notification, channel and destination. The worker plans rows for notifications
-- that are not routed yet, claims those that are due under a lease, and completes them under the same lease. What is
-- decided is decided in TypeScript (lib/notifications/delivery/decide.ts): SQL keeps, locks and counts.
-- In = sent + bundled + suppressed + expired + dead + pending, always: a row is never deleted before its notification.

do $$
begin
  -- What was told before anything was delivered stays where it was told.
  if to_regclass('private.deliveries') is null then
    update public.notifications n set routed_at = now() where n.routed_at is null;
  end if;
end;
$$;

create table if not exists private.deliveries (
  id uuid primary key default gen_random_uuid(),
  notification_id uuid not null references public.notifications (id) on delete cascade,
  user_id uuid not null,
  -- The words of channel and status are checked by the generated migration.
  channel text not null,
  -- No foreign key: what was sent outlives the address it went to. Null where the channel has none.
  destination_id uuid,
  status text not null default 'pending',
  -- A key of notifications.reasons in messages/*.json: why it is in that state.
  reason text not null default 'due' check (char_length(reason) <= 60),
  -- [{rule, outcome, inputs}]: the rules that had something to say, in order.
  trace jsonb not null default '[]' check (jsonb_typeof(trace) = 'array' and pg_column_size(trace) <= 8192),
  -- Not claimed before. Under a lease: when the lease ends, so that a worker that died gives the row back by itself.
  not_before timestamptz not null default now(),
  urgent boolean not null default false,
  -- Rows of one destination under one bundle become one message.
  bundle text check (char_length(bundle) <= 200),
  -- The first row of the message that this row went out with. Kept from the claim on, so that a message that is tried
  -- again is the same message.
  carrier_id uuid,
  -- When that message was first claimed: the time that it bears, however often it is tried.
  carried_at timestamptz,
  -- Of a message that was sent again by hand: when an earlier one with the same text was first claimed. It may have
  -- arrived, though nobody knows: providers without idempotency keys are asked first.
  tried_since timestamptz,
  attempts integer not null default 0,
  lease_id uuid,
  -- The person changed their mind while a worker held the row: what it was held for may hold no more.
  stale boolean not null default false,
  provider_id text check (char_length(provider_id) <= 300),
  -- What the provider said later: delivered, undelivered, read, …
  provider_status text check (char_length(provider_status) <= 60),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  done_at timestamptz,
  constraint deliveries_done_has_its_time check ((status = 'pending') = (done_at is null)),
  constraint deliveries_once_key unique nulls not distinct (notification_id, channel, destination_id)
) with (fillfactor = 80);
comment on table private.deliveries is 'One row for each notification, channel and destination: what became of it, and why.';
create index if not exists deliveries_due_idx on private.deliveries (not_before) where status = 'pending';
create index if not exists deliveries_urgent_idx on private.deliveries (not_before) where status = 'pending' and urgent;
-- A person's bundles, and planning anew.
create index if not exists deliveries_waiting_idx on private.deliveries (user_id, channel, destination_id, bundle)
  where status = 'pending';
-- How often a person was interrupted within the hour, and when something was last sent to each of their addresses.
create index if not exists deliveries_sent_idx on private.deliveries (user_id, done_at) where status = 'sent';
drop index if exists private.deliveries_interruptions_idx;
create index if not exists deliveries_provider_idx on private.deliveries (provider_id) where provider_id is not null;
create index if not exists deliveries_dead_idx on private.deliveries (done_at) where status = 'dead';
create index if not exists notifications_unrouted_idx on public.notifications (created_at) where routed_at is null;

-- What the workers share: the release of the zone table by which what waits was planned.
create table if not exists private.delivery_state (
  singleton boolean primary key default true check (singleton),
  zone_version text not null
);
comment on table private.delivery_state is 'One row: the release of the zone table by which what waits was planned.';

-- What a worker reads is json, written once and read once: jsonb would be taken apart and sorted on the way.
-- Before, these answered jsonb; no function changes what it answers in place.
do $$
begin
  if exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'private' and p.proname = 'delivery_people' and p.prorettype = 'jsonb'::regtype) then
    drop function public.take_unrouted(integer, timestamptz), private.take_unrouted(integer, timestamptz),
      public.claim_deliveries(integer, integer, timestamptz), private.claim_deliveries(integer, integer, timestamptz),
      private.delivery_people(uuid[], timestamptz), private.delivery_notice(public.notifications);
  end if;
end;
$$;

-- All that decide() needs of these people, at one instant.
create or replace function private.delivery_people(people uuid[], moment timestamptz)
returns json
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
as $$
begin
  perform private.keep_account_destinations(people);
  return coalesce((
    select json_agg(json_build_object(
      'user_id', u.id,
      'name', coalesce(nullif(u.raw_user_meta_data ->> 'name', ''), nullif(u.raw_user_meta_data ->> 'full_name', ''), ''),
      'settings', (select row_to_json(s) from public.user_notification_settings s where s.user_id = u.id),
      'preferences', (select row_to_json(s) from public.user_app_preferences s where s.user_id = u.id),
      'projects', (select coalesce(json_agg(m.project_id), '[]') from private.tenant_members m where m.user_id = u.id),
      'destinations', (
        select coalesce(json_agg(json_build_object('id', d.id, 'channel', d.channel, 'address', d.address,
          'keys', d.keys, 'verified_at', d.verified_at, 'disabled_reason', d.disabled_reason,
          'window_until', d.window_until) order by d.created_at, d.id), '[]')
        from private.destinations d where d.user_id = u.id),
      'subscriptions', (
        select coalesce(json_agg(json_build_object('project_id', s.project_id, 'lead_id', s.lead_id,
          'state', s.state, 'until', s.until)), '[]')
        from public.notification_subscriptions s where s.user_id = u.id),
      -- Asked only where something waits for them.
      'meetings', coalesce((
        select private.known_meetings(s.user_id, moment) from public.user_notification_settings s
        where s.user_id = u.id and s.notification_schedule ->> 'waitInMeetings' = 'true'), '[]'),
      'interruptions', (
        select coalesce(json_agg(json_build_object('at', r.done_at, 'notification_id', r.notification_id)
          order by r.done_at), '[]') from (
          -- One notification on two devices interrupts once.
          select d.notification_id, min(d.done_at) as done_at from private.deliveries d
          where d.user_id = u.id and d.status = 'sent' and d.channel in ('push', 'sms', 'whatsapp')
            and d.done_at > moment - interval '1 hour'
          group by d.notification_id) r)
    ))
    from auth.users u where u.id = any (people)), '[]');
end;
$$;

-- Notifications as decide() and the texts need them.
create or replace function private.delivery_notices(ids uuid[])
returns json
language sql
stable
set search_path = ''
set timezone = 'UTC'
as $$
  select coalesce(json_agg(json_build_object('id', n.id, 'user_id', n.user_id, 'seq', n.seq, 'category', n.category,
    'type', n.type, 'priority', n.priority, 'title', n.title, 'message', n.message, 'params', n.params,
    'action_url', n.action_url, 'project_id', n.project_id, 'lead_id', n.lead_id, 'collapse_key', n.collapse_key,
    'created_at', n.created_at, 'occurred_at', n.occurred_at, 'expires_at', n.expires_at, 'seen_at', n.seen_at,
    'read_at', n.read_at, 'archived_at', n.archived_at, 'snoozed_until', n.snoozed_until, 'collapsed_at', n.collapsed_at,
    'kept_away', n.kept_away,
    'project', (select p.name from private.tenant_projects p where p.id = n.project_id),
    'actor', (select coalesce(nullif(u.raw_user_meta_data ->> 'name', ''), nullif(u.raw_user_meta_data ->> 'full_name', ''))
      from auth.users u where u.id = n.actor_id)) order by n.created_at, n.id), '[]')
  from public.notifications n where n.id = any (ids);
$$;

-- {at, taken, notices, people}: the oldest notifications that nobody has routed. Nothing is claimed: planning twice stores once.
create or replace function private.take_unrouted(most integer default 200, moment timestamptz default now())
returns json
language plpgsql
volatile
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  found uuid[];
  people uuid[];
begin
  select array_agg(n.id), array_agg(distinct n.user_id) into found, people from (
    select o.id, o.user_id from public.notifications o where o.routed_at is null and o.created_at <= moment
    order by o.created_at limit least(greatest(most, 1), 1000)) n;
  return json_build_object('at', moment, 'taken', coalesce(to_json(found), '[]'), 'notices', private.delivery_notices(found),
    'people', private.delivery_people(people, moment));
end;
$$;

-- Keeps plans: [{notification_id, deliveries: [{channel, destination_id, status, reason, trace, not_before, urgent,
-- bundle}]}]. Answers how many notifications were routed by this call.
create or replace function private.store_plans(plans jsonb, moment timestamptz default now())
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  routed uuid[];
begin
  with taken as (
    update public.notifications n set routed_at = moment
    from jsonb_to_recordset(plans) p (notification_id uuid)
    where n.id = p.notification_id and n.routed_at is null
    returning n.id
  ) select coalesce(array_agg(t.id), '{}') into routed from taken t;
  insert into private.deliveries (notification_id, user_id, channel, destination_id, status, reason, trace, not_before,
    urgent, bundle, decided_at, done_at)
  select n.id, n.user_id, d.channel, d.destination_id, d.status, d.reason, coalesce(d.trace, '[]'),
    coalesce(d.not_before, moment), coalesce(d.urgent, false), d.bundle, moment,
    case when d.status <> 'pending' then moment end
  from jsonb_to_recordset(plans) p (notification_id uuid, deliveries jsonb)
  join public.notifications n on n.id = p.notification_id
  cross join lateral jsonb_to_recordset(p.deliveries) d (channel text, destination_id uuid, status text, reason text,
    trace jsonb, not_before timestamptz, urgent boolean, bundle text)
  where n.id = any (routed)
  on conflict on constraint deliveries_once_key do nothing;
  return cardinality(routed);
end;
$$;

drop function if exists private.may_claim(uuid, text, uuid, text);

-- Claims what is due under a new lease: {at, lease, deliveries, notices, people}. Half of a batch is kept for what is
-- urgent; the rest goes by age alone, so that nothing urgent starves what is not. Of each person and destination all that
-- is due under one bundle comes together, and more than three single rows become one message. Rows that another
-- transaction holds, however long, are passed over.
create or replace function private.claim_deliveries(
  most integer default 20, lease_seconds integer default 60, moment timestamptz default now()
)
returns json
language plpgsql
volatile
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  batch constant integer := least(greatest(most, 1), 500);
  lease constant uuid := gen_random_uuid();
  page uuid[];
  seen uuid[] := '{}';
  found_ids uuid[];
  first_ids uuid[] := '{}';
  claimed json;
  notified uuid[];
  people uuid[];
begin
  -- Page 0 is the urgent half. More than one other is needed only where somebody else holds what is oldest.
  for page_number in 0 .. 20 loop
    exit when cardinality(first_ids) >= batch;
    if page_number = 0 then
      page := array(
        select d.id from private.deliveries d
        where d.status = 'pending' and d.urgent and d.not_before <= moment
        order by d.not_before limit (batch + 1) / 2);
    else
      page := array(
        select d.id from private.deliveries d
        where d.status = 'pending' and d.not_before <= moment and d.id <> all (seen)
        order by d.not_before limit batch - cardinality(first_ids));
      exit when cardinality(page) = 0;
    end if;
    seen := seen || page;
    with shown as materialized (
      select distinct d.user_id, d.channel, d.destination_id, d.bundle from private.deliveries d where d.id = any (page)
    ), mine as materialized (
      -- Whoever claims of a person, destination and bundle holds this lock until it commits, and others pass over
      -- them: one message's rows are claimed by one worker. Nobody waits, so nobody waits for each other. Written out:
      -- as a function it would cost more than all else that is asked here of a row.
      select * from shown s where pg_try_advisory_xact_lock(
        hashtextextended(concat_ws('|', s.user_id, s.channel, s.destination_id, s.bundle), 1130))
    ) select array_agg(d.id) into found_ids from mine m
    join private.deliveries d on d.user_id = m.user_id and d.channel = m.channel
      and d.destination_id is not distinct from m.destination_id and d.bundle is not distinct from m.bundle
    where d.status = 'pending' and d.not_before <= moment and d.id <> all (first_ids);
    -- What was committed before the lock was given is seen as it is now.
    first_ids := first_ids || array(
      select d.id from private.deliveries d
      where d.id = any (found_ids) and d.status = 'pending' and d.not_before <= moment
      order by d.not_before, d.id limit 500
      for update skip locked);
  end loop;
  if cardinality(first_ids) = 0 then
    return json_build_object('at', moment, 'lease', null, 'deliveries', '[]'::json, 'notices', '[]'::json,
      'people', '[]'::json);
  end if;
  with grouped as (
    select d.id, coalesce(d.carrier_id, case
        when d.bundle is not null or count(*) over same > 3 then first_value(d.id) over (same order by d.not_before, d.id)
        else d.id
      end) as carrier_id
    from private.deliveries d
    where d.id = any (first_ids)
    window same as (partition by d.user_id, d.channel, d.destination_id, d.bundle, d.carrier_id)
  ), leased as (
    update private.deliveries d
    set lease_id = lease, stale = false, not_before = moment + make_interval(secs => lease_seconds), attempts = d.attempts + 1,
      carrier_id = g.carrier_id, carried_at = case when d.carrier_id is null then moment else coalesce(d.carried_at, moment) end
    -- Named twice: or the table is read from end to end for a large batch.
    from grouped g where g.id = d.id and d.id = any (first_ids)
    returning d.*
  ) select json_agg(json_build_object('id', l.id, 'notification_id', l.notification_id, 'user_id', l.user_id,
      'channel', l.channel, 'destination_id', l.destination_id, 'reason', l.reason, 'bundle', l.bundle,
      'carrier_id', l.carrier_id, 'carried_at', l.carried_at, 'tried_since', l.tried_since, 'attempts', l.attempts)
      order by l.created_at, l.id),
    array_agg(distinct l.notification_id), array_agg(distinct l.user_id)
  into claimed, notified, people from leased l;
  return json_build_object('at', moment, 'lease', lease, 'deliveries', claimed, 'notices', private.delivery_notices(notified),
    'people', private.delivery_people(people, moment));
end;
$$;

-- Which of these claimed rows may be sent now, asked right before they are: those that are under this lease yet, of which
-- the person has not changed their mind since the claim, in a project that they are still in, to an address that still
-- takes something. What is not answered is decided anew, by what holds then.
create or replace function private.begin_deliveries(lease uuid, ids uuid[], moment timestamptz default now())
returns json
language sql
volatile
security definer
set search_path = ''
as $$
  select coalesce(json_agg(d.id), '[]')
  from private.deliveries d
  join public.notifications n on n.id = d.notification_id
  where d.id = any (ids) and d.lease_id = lease and d.status = 'pending' and d.not_before > moment and not d.stale
    and (n.project_id is null
      or exists (select from private.tenant_members m where m.project_id = n.project_id and m.user_id = d.user_id))
    and exists (select from private.destinations t where t.id = d.destination_id and t.disabled_reason is null);
$$;

-- Writes down what became of claimed rows: [{id, status, reason, trace, not_before, bundle, provider_id, disable}]. Only
-- of rows that are still under this lease: a worker that was frozen past it changes nothing. Answers how many it wrote.
-- disable: the reason for which the row's destination is switched off.
create or replace function private.complete_deliveries(lease uuid, results jsonb, moment timestamptz default now())
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  written integer;
  ended jsonb;
begin
  with given as (
    select * from jsonb_to_recordset(results) r (id uuid, status text, reason text, trace jsonb, not_before timestamptz,
      bundle text, provider_id text, attempted boolean, disable text)
  ), done as (
    update private.deliveries d
    set status = g.status, reason = g.reason, trace = coalesce(g.trace, d.trace), lease_id = null, decided_at = moment,
      not_before = case when d.stale and not coalesce(g.attempted, false) then moment
        else coalesce(g.not_before, moment) end,
      bundle = g.bundle,
      provider_id = coalesce(g.provider_id, d.provider_id),
      -- What is held goes out with whatever is due then. What a worker may have sent before it died stays the same
      -- message, so that its provider knows it again.
      carrier_id = case when g.status = 'pending' and not coalesce(g.attempted, false) and d.attempts <= 1 then null
        else d.carrier_id end,
      attempts = case when coalesce(g.attempted, false) then d.attempts else d.attempts - 1 end,
      done_at = case when g.status <> 'pending' then moment end
    from given g
    where d.id = g.id and d.lease_id = complete_deliveries.lease and d.status = 'pending'
    returning d.destination_id, g.disable
  ) select count(*), jsonb_agg(jsonb_build_object('id', w.destination_id, 'reason', w.disable))
      filter (where w.disable is not null)
    into written, ended from done w;
  if ended is not null then
    -- In one order, so that workers that switch the same addresses off do not wait for each other.
    perform from private.destinations t where t.id in (select e.id from jsonb_to_recordset(ended) e (id uuid))
    order by t.id for update;
    perform private.suppress(gone.channel, gone.address, gone.reason, moment) from (
      select distinct on (t.id) t.channel, t.address, e.reason
      from jsonb_to_recordset(ended) e (id uuid, reason text) join private.destinations t on t.id = e.id
      order by t.id) gone;
  end if;
  return written;
end;
$$;

-- What waits for a person is decided anew by the next run, in the transaction that changed the reason for waiting. A
-- worker that holds a row decides by what it has read with the claim, asks begin_deliveries before it sends, and gives
-- back what is stale, which is due at once. All that waits is locked, also what is due: a claim passes over it until this
-- transaction ends, and one that came first is waited for, so that none decides by what was and never hears of it.
create or replace function private.replan_deliveries(person uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform from private.deliveries d where d.user_id = person and d.status = 'pending' order by d.id for no key update;
  update private.deliveries d
  set stale = d.lease_id is not null,
    not_before = case when d.lease_id is null then now() else d.not_before end,
    carrier_id = case when d.lease_id is null then null else d.carrier_id end
  where d.user_id = person and d.status = 'pending' and d.not_before > now()
    and (d.lease_id is not null or d.attempts = 0);
end;
$$;

create or replace function private.replan_after_change()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.replan_deliveries(case when tg_op = 'DELETE' then old.user_id else new.user_id end);
  return null;
end;
$$;
create or replace trigger replan_deliveries after insert or update or delete on public.user_notification_settings
  for each row execute function private.replan_after_change();
create or replace trigger replan_deliveries after insert or update or delete on public.notification_subscriptions
  for each row execute function private.replan_after_change();

-- A release of the zone table that tells other hours: everything that waits is planned anew.
create or replace function private.note_zone_version(version text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if exists (select from private.delivery_state s where s.zone_version = version) then
    return false;
  end if;
  insert into private.delivery_state as s (zone_version) values (version)
  on conflict (singleton) do update set zone_version = excluded.zone_version;
  update private.deliveries d set not_before = now(), carrier_id = null
  where d.status = 'pending' and d.not_before > now() and d.lease_id is null and d.attempts = 0;
  return true;
end;
$$;

-- What became of the caller's own notifications, at most 100 at once: [{notification_id, channel, destination, status,
-- reason, trace, not_before, at}].
create or replace function private.get_deliveries(notification_ids uuid[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif notification_ids is null or cardinality(notification_ids) > 100 then
    raise exception 'At most 100 notifications at once.' using errcode = 'PT400', detail = 'notification_ids';
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object('notification_id', d.notification_id, 'channel', d.channel,
      'destination', (select case when t.channel in ('push', 'apps') then t.name else t.address end
        from private.destinations t where t.id = d.destination_id),
      'status', d.status, 'reason', d.reason, 'trace', d.trace,
      'not_before', case when d.status = 'pending' and d.lease_id is null then d.not_before end,
      'provider_status', d.provider_status, 'at', coalesce(d.done_at, d.decided_at)) order by d.created_at, d.id)
    from private.deliveries d
    where d.user_id = auth.uid() and d.notification_id = any (notification_ids)), '[]');
end;
$$;

-- What could not be delivered to people of the projects that the caller administers, newest first.
create or replace function private.list_dead_deliveries(page_size integer default 50)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return coalesce((
    select jsonb_agg(to_jsonb(x)) from (
      select d.id, d.channel, d.reason, d.done_at as at, d.attempts, n.title, n.params, n.project_id
      from private.deliveries d
      join public.notifications n on n.id = d.notification_id
      where d.status = 'dead' and exists (select from private.tenant_members m
        where m.project_id = n.project_id and m.user_id = auth.uid() and m.role = 'admin')
      order by d.done_at desc limit least(greatest(page_size, 1), 200)) x), '[]');
end;
$$;

-- Sends a dead delivery of a project that the caller administers again; one that could not be planned is planned again
-- on all channels. PT404 where there is none.
create or replace function private.resend_delivery(id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  dead private.deliveries;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.take_from_limit(auth.uid(), 'destinations');
  select d.* into dead from private.deliveries d
  join public.notifications n on n.id = d.notification_id
  join private.tenant_members m on m.project_id = n.project_id and m.user_id = auth.uid() and m.role = 'admin'
  where d.id = resend_delivery.id and d.status = 'dead' for update of d;
  if not found then
    raise exception 'There is no such delivery.' using errcode = 'PT404', detail = 'id';
  elsif dead.reason = 'unreadable' then
    -- It was never planned: nobody knew where it should go.
    delete from private.deliveries d where d.notification_id = dead.notification_id and d.reason = 'unreadable';
    update public.notifications n set routed_at = null where n.id = dead.notification_id;
  else
    update private.deliveries d
    set status = 'pending', reason = 'resent', not_before = now(), attempts = 0, carrier_id = null, done_at = null,
      tried_since = coalesce(d.tried_since, d.carried_at)
    where d.id = dead.id;
  end if;
  return true;
end;
$$;

-- What a provider says of a message after it took it. A later word never gives way to an earlier one.
create or replace function private.note_delivery_status(provider_id text, status text, error_code text default null)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  concerned integer;
  steps constant text[] := array['queued', 'sent', 'delivered', 'read', 'undelivered', 'failed', 'bounced', 'complained'];
begin
  update private.deliveries d set provider_status = note_delivery_status.status
  where d.provider_id = note_delivery_status.provider_id
    and coalesce(array_position(steps, d.provider_status), 0) < coalesce(array_position(steps, note_delivery_status.status), 0);
  get diagnostics concerned = row_count;
  return concerned;
end;
$$;

-- How many rows are in each state, and how many notifications wait to be routed.
create or replace function private.count_deliveries()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'unrouted', (select count(*) from public.notifications n where n.routed_at is null),
    'states', coalesce((select jsonb_object_agg(s.status, s.many) from (
      select d.status, count(*) as many from private.deliveries d group by d.status) s), '{}'));
end;
$$;

-- Whether a worker has something to do: tickers ask before they call one.
create or replace function private.delivery_is_due()
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select exists (select from public.notifications n where n.routed_at is null)
    or exists (select from private.planned_notifications p where p.due_at <= now())
    or exists (select from private.deliveries d where d.status = 'pending' and d.not_before <= now())
    or exists (select from public.integration_connections c where c.due_at <= now())
    or exists (select from private.integration_events e where e.not_before <= now())
    or exists (select from private.project_posts o where o.status = 'pending' and o.not_before <= now());
$$;

-- What the API calls. The work is done by the function of the same name in private, which the API does not expose.
create or replace function public.take_unrouted(most integer default 200, moment timestamptz default now())
returns json
language sql
volatile
set search_path = ''
as $$ select private.take_unrouted($1, $2); $$;

create or replace function public.store_plans(plans jsonb, moment timestamptz default now())
returns integer
language sql
volatile
set search_path = ''
as $$ select private.store_plans($1, $2); $$;

create or replace function public.claim_deliveries(
  most integer default 20, lease_seconds integer default 60, moment timestamptz default now()
)
returns json
language sql
volatile
set search_path = ''
as $$ select private.claim_deliveries($1, $2, $3); $$;

create or replace function public.complete_deliveries(lease uuid, results jsonb, moment timestamptz default now())
returns integer
language sql
volatile
set search_path = ''
as $$ select private.complete_deliveries($1, $2, $3); $$;

create or replace function public.begin_deliveries(lease uuid, ids uuid[], moment timestamptz default now())
returns json
language sql
volatile
set search_path = ''
as $$ select private.begin_deliveries($1, $2, $3); $$;

create or replace function public.note_zone_version(version text)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.note_zone_version($1); $$;

create or replace function public.get_deliveries(notification_ids uuid[])
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.get_deliveries($1); $$;

create or replace function public.list_dead_deliveries(page_size integer default 50)
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.list_dead_deliveries($1); $$;

create or replace function public.resend_delivery(id uuid)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.resend_delivery($1); $$;

-- What one message of a provider tells: who wrote [{number, at}], and what became of what we sent [{providerId, status, code}].
-- In the order of their ids, so that two that come at once wait for each other, and neither for both.
create or replace function public.note_channel_news(channel text, inbound jsonb, reports jsonb)
returns integer
language sql
volatile
set search_path = ''
as $$
  select coalesce(sum(private.note_inbound($1, i.number, i.at)), 0)::integer + (
    select coalesce(sum(private.note_delivery_status(r."providerId", r.status, r.code)), 0)::integer
    from (select s.* from jsonb_to_recordset($3) s ("providerId" text, status text, code text) order by 1) r)
  from (select m.* from jsonb_to_recordset($2) m (number text, at timestamptz) order by 1) i;
$$;

create or replace function public.count_deliveries()
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.count_deliveries(); $$;

create or replace function public.delivery_is_due()
returns boolean
language sql
stable
set search_path = ''
as $$ select private.delivery_is_due(); $$;

alter table private.deliveries enable row level security;
alter table private.delivery_state enable row level security;
drop policy if exists "the service reads deliveries" on private.deliveries;
create policy "the service reads deliveries" on private.deliveries for select to service_role using (true);
drop policy if exists "the service reads the state of deliveries" on private.delivery_state;
create policy "the service reads the state of deliveries" on private.delivery_state
  for select to service_role using (true);

revoke all on table private.deliveries, private.delivery_state from public, anon, authenticated, service_role;
grant select on table private.deliveries, private.delivery_state to service_role;

revoke all on function private.delivery_people(uuid[], timestamptz), private.delivery_notices(uuid[]),
  private.replan_deliveries(uuid), private.replan_after_change(),
  private.take_unrouted(integer, timestamptz), public.take_unrouted(integer, timestamptz), private.store_plans(jsonb, timestamptz), public.store_plans(jsonb, timestamptz),
  private.claim_deliveries(integer, integer, timestamptz), public.claim_deliveries(integer, integer, timestamptz), private.begin_deliveries(uuid, uuid[], timestamptz), public.begin_deliveries(uuid, uuid[], timestamptz), private.complete_deliveries(uuid, jsonb, timestamptz), public.complete_deliveries(uuid, jsonb, timestamptz),
  private.note_zone_version(text), public.note_zone_version(text), private.get_deliveries(uuid[]), public.get_deliveries(uuid[]), private.list_dead_deliveries(integer), public.list_dead_deliveries(integer),
  private.resend_delivery(uuid), public.resend_delivery(uuid), private.note_delivery_status(text, text, text), public.note_channel_news(text, jsonb, jsonb), private.count_deliveries(), public.count_deliveries(),
  private.delivery_is_due(), public.delivery_is_due()
  from public, anon, authenticated, service_role;
grant execute on function private.take_unrouted(integer, timestamptz), public.take_unrouted(integer, timestamptz), private.store_plans(jsonb, timestamptz), public.store_plans(jsonb, timestamptz),
  private.claim_deliveries(integer, integer, timestamptz), public.claim_deliveries(integer, integer, timestamptz), private.begin_deliveries(uuid, uuid[], timestamptz), public.begin_deliveries(uuid, uuid[], timestamptz), private.complete_deliveries(uuid, jsonb, timestamptz), public.complete_deliveries(uuid, jsonb, timestamptz),
  private.note_zone_version(text), public.note_zone_version(text), private.note_delivery_status(text, text, text), public.note_channel_news(text, jsonb, jsonb), private.count_deliveries(), public.count_deliveries(),
  private.delivery_is_due(), public.delivery_is_due() to service_role;
grant execute on function private.get_deliveries(uuid[]), public.get_deliveries(uuid[]), private.list_dead_deliveries(integer), public.list_dead_deliveries(integer),
  private.resend_delivery(uuid), public.resend_delivery(uuid) to authenticated;
