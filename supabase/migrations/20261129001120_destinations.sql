-- Where each channel reaches a person: the account's e-mail address and what they added. Addresses and the keys of push
-- subscriptions stay in private; people see their own by list_destinations, without keys.

create table if not exists private.destinations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  -- The words are checked by the generated migration.
  channel text not null,
  -- An e-mail address, a number in E.164, the endpoint of a push subscription, or the id of the app's connection.
  address text not null check (char_length(address) between 3 and 2048),
  -- Of a push subscription: {p256dh, auth}.
  keys jsonb check (jsonb_typeof(keys) = 'object' and pg_column_size(keys) <= 1024),
  name text not null default '' check (char_length(name) <= 120),
  -- The device whose browser subscribed (user_session_state.session_id).
  device_id text check (char_length(device_id) <= 128),
  -- The address of the account itself: it follows the account and is not removed.
  of_account boolean not null default false,
  verified_at timestamptz,
  disabled_at timestamptz,
  -- A key of notifications.reasons in messages/*.json.
  disabled_reason text check (char_length(disabled_reason) <= 60),
  -- A code or another message that the person asked for. What was delivered is in private.deliveries.
  last_sent_at timestamptz,
  -- WhatsApp: until when free text is allowed.
  window_until timestamptz,
  created_at timestamptz not null default now(),
  constraint destinations_disabled_says_why check ((disabled_at is null) = (disabled_reason is null)),
  constraint destinations_push_has_keys check ((channel = 'push') = (keys is not null)),
  -- Also the index behind every read.
  constraint destinations_user_key unique (user_id, channel, address)
);
comment on table private.destinations is 'Addresses at which a channel reaches a person.';
-- A browser belongs to whoever signed in on it last; webhooks look addresses up.
create index if not exists destinations_address_idx on private.destinations (channel, address);
create unique index if not exists destinations_push_idx on private.destinations (address) where channel = 'push';
create unique index if not exists destinations_account_idx on private.destinations (user_id) where of_account;

-- Codes that prove a number or an address to be the person's: a hash, ten minutes, five tries.
create table if not exists private.destination_codes (
  destination_id uuid primary key references private.destinations (id) on delete cascade,
  code_hash bytea not null,
  tries integer not null default 0,
  made_at timestamptz not null default now()
);
comment on table private.destination_codes is 'The code last sent to a destination that is not verified yet.';

-- Addresses that take nothing, whoever adds them: a number that said stop, a mailbox that does not exist. It outlives the
-- destination, so that removing and adding it again undoes nobody's no. Hashed: it is nobody's address book.
create table if not exists private.suppressions (
  channel text not null,
  address_hash bytea not null,
  reason text not null check (char_length(reason) <= 60),
  since timestamptz not null default now(),
  primary key (channel, address_hash)
);
comment on table private.suppressions is 'Hashes of addresses to which nothing is sent, with the reason.';

create or replace function private.address_hash(address text)
returns bytea
language sql
immutable
set search_path = ''
as $$ select sha256(convert_to(lower(address), 'UTF8')); $$;

-- Writes down that an address takes nothing, and switches off all destinations that are there; answers how many.
create or replace function private.suppress(channel text, address text, reason text, moment timestamptz default now())
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  concerned integer;
begin
  -- Endpoints and connections are nobody else's, and come back under another name or by being connected again.
  if suppress.channel not in ('push', 'apps') then
    insert into private.suppressions as s (channel, address_hash, reason, since)
    values ($1, private.address_hash($2), $3, $4)
    -- A person's own no is not forgotten over a fault of their mailbox.
    on conflict on constraint suppressions_pkey do update set reason = excluded.reason where s.reason <> 'optedOut';
  end if;
  update private.destinations d set disabled_at = $4, disabled_reason = $3
  where d.channel = $1 and lower(d.address) = lower($2) and d.disabled_at is null;
  get diagnostics concerned = row_count;
  return concerned;
end;
$$;

-- Whoever asked for a channel and has no destination left to which it delivers is told so on the others: a fault of a
-- mailbox must not keep away in silence what was wanted. What the person ended themselves is no news.
create or replace function private.tell_of_stopped_channel()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if new.channel = 'apps' then
    perform private.end_integration(new.id);
  elsif not exists (
    select from private.destinations d
    where d.user_id = new.user_id and d.channel = new.channel and d.verified_at is not null and d.disabled_at is null) then
    perform private.tell(
      array[row(1, 1, 1, null, null, jsonb_build_object('kind', 'integration.attention', 'provider', new.channel,
        'reason', 'stopped'), 'stopped:' || new.id || ':' || new.disabled_at, now())::private.notice],
      array[row(new.user_id, 1)::private.addressee]);
  end if;
  return null;
end;
$$;
create or replace trigger tell_of_stopped_channel after update of disabled_at on private.destinations
  for each row when (old.disabled_at is null and new.disabled_at is not null and new.verified_at is not null
    and new.disabled_reason not in ('byPerson', 'optedOut', 'complained'))
  execute function private.tell_of_stopped_channel();

insert into private.rate_limits (name, per_minute, per_day) values ('destinations', 20, 100), ('codes', 3, 20)
on conflict (name) do nothing;

create or replace function private.destination_facts(d private.destinations)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object('id', d.id, 'channel', d.channel,
    'address', case d.channel when 'push' then substring(d.address from '^https?://[^/]+') when 'apps' then d.name
      else d.address end,
    'name', d.name, 'device_id', d.device_id, 'of_account', d.of_account, 'verified_at', d.verified_at,
    'disabled_at', d.disabled_at, 'disabled_reason', d.disabled_reason, 'last_sent_at', greatest(d.last_sent_at, (
      select max(s.done_at) from private.deliveries s
      where s.user_id = d.user_id and s.destination_id = d.id and s.status = 'sent')),
    'window_until', d.window_until, 'created_at', d.created_at);
end;
$$;

-- The account's own address as a destination, of those people who have one that is confirmed. A new address begins anew.
create or replace function private.keep_account_destinations(people uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update private.destinations d
  set address = u.email, verified_at = u.email_confirmed_at, disabled_at = null, disabled_reason = null
  from auth.users u
  where u.id = d.user_id and d.user_id = any (people) and d.of_account and d.address <> u.email;
  insert into private.destinations (user_id, channel, address, of_account, verified_at)
  select u.id, 'email', u.email, true, u.email_confirmed_at from auth.users u
  where u.id = any (people) and u.email_confirmed_at is not null and u.email <> ''
    and not exists (select from private.destinations d where d.user_id = u.id and d.of_account)
  order by u.id
  on conflict (user_id, channel, address) do update
    set of_account = true, verified_at = excluded.verified_at;
end;
$$;

-- The caller's destinations, oldest first.
create or replace function private.list_destinations()
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.keep_account_destinations(array[caller]);
  return coalesce((
    select jsonb_agg(private.destination_facts(d) order by d.created_at, d.id)
    from private.destinations d where d.user_id = caller), '[]');
end;
$$;

-- Adds a destination of the caller; a push subscription, which its browser proves, is verified at once, others by a
-- code. Adding one again renews its name and keys and switches it on. Answers it as list_destinations does.
create or replace function private.add_destination(
  channel text, address text, name text default '', keys jsonb default null, device_id text default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  made private.destinations;
  broken text;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif add_destination.channel is null or add_destination.channel not in ('email', 'push', 'sms', 'whatsapp') then
    raise exception 'Not a channel with destinations.' using errcode = 'PT400', detail = 'channel';
  elsif add_destination.channel = 'push' and add_destination.address !~ '^https?://' then
    raise exception 'Not an endpoint.' using errcode = 'PT400', detail = 'address';
  elsif add_destination.channel in ('sms', 'whatsapp') and add_destination.address !~ '^\+[1-9][0-9]{6,14}$' then
    raise exception 'Not a number in E.164.' using errcode = 'PT400', detail = 'address';
  elsif add_destination.channel = 'email' and add_destination.address !~ '^[^\s@]+@[^\s@]+$' then
    raise exception 'Not an address.' using errcode = 'PT400', detail = 'address';
  end if;
  perform private.take_from_limit(caller, 'destinations');
  if add_destination.channel = 'push' then
    delete from private.destinations d
    where d.channel = 'push' and d.address = add_destination.address and d.user_id <> caller;
  end if;
  if (select count(*) from private.destinations d where d.user_id = caller) >= 50 then
    raise exception 'At most 50 destinations.' using errcode = 'PT422', detail = 'address';
  end if;
  insert into private.destinations as d (user_id, channel, address, name, keys, device_id, verified_at, disabled_at,
    disabled_reason)
  select caller, $1, $2, coalesce($3, ''), $4, $5, case when $1 = 'push' then now() end, s.since, s.reason
  from (select 1) one left join private.suppressions s on s.channel = $1 and s.address_hash = private.address_hash($2)
  on conflict on constraint destinations_user_key do update
    set name = case when excluded.name = '' then d.name else excluded.name end,
      keys = excluded.keys, device_id = coalesce(excluded.device_id, d.device_id),
      disabled_at = case when d.channel = 'push' then null else d.disabled_at end,
      disabled_reason = case when d.channel = 'push' then null else d.disabled_reason end
  returning * into made;
  return private.destination_facts(made);
exception when check_violation or not_null_violation then
  get stacked diagnostics broken = constraint_name;
  raise exception 'Not a destination.' using errcode = 'PT400', detail = coalesce(broken, 'address');
end;
$$;

-- A browser renewed its subscription by itself: what was known of the old endpoint holds for the new one.
create or replace function private.renew_push_destination(address text, keys jsonb, old_address text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  known record;
begin
  select d.id, d.name, d.device_id into known from private.destinations d
  where d.user_id = auth.uid() and d.channel = 'push' and d.address = renew_push_destination.old_address;
  if known.id is not null then
    delete from private.destinations d where d.id = known.id;
  end if;
  return private.add_destination('push', renew_push_destination.address, coalesce(known.name, ''),
    renew_push_destination.keys, known.device_id);
end;
$$;

-- A browser of the caller holds no subscription any more, though one is known of its device: it is switched off.
create or replace function private.drop_push_destination(device_id text)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.take_from_limit(auth.uid(), 'destinations');
  update private.destinations d set disabled_at = now(), disabled_reason = 'endpointGone'
  where d.user_id = auth.uid() and d.channel = 'push' and d.device_id = drop_push_destination.device_id
    and d.disabled_at is null;
  return found;
end;
$$;

create or replace function private.remove_destination(id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.take_from_limit(auth.uid(), 'destinations');
  if exists (select from private.destinations d
    where d.id = remove_destination.id and d.user_id = auth.uid() and (d.of_account or d.channel = 'apps')) then
    raise exception 'The address of the account stays, and an app is disconnected.' using errcode = 'PT422', detail = 'id';
  end if;
  delete from private.destinations d where d.id = remove_destination.id and d.user_id = auth.uid();
  return found;
end;
$$;

-- Switches a destination of the caller off or on again by hand; PT422 where its owner said no to the channel itself.
create or replace function private.pause_destination(id uuid, paused boolean)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  kept private.destinations;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.take_from_limit(auth.uid(), 'destinations');
  if exists (select from private.destinations d where d.id = pause_destination.id and d.user_id = auth.uid()
    and d.disabled_reason in ('optedOut', 'complained')) then
    raise exception 'Its owner said no.' using errcode = 'PT422', detail = 'id';
  end if;
  update private.destinations d
  set disabled_at = case when pause_destination.paused then now() end,
    disabled_reason = case when pause_destination.paused then 'byPerson' end
  where d.id = pause_destination.id and d.user_id = auth.uid()
  returning d.* into kept;
  if kept.id is null then
    raise exception 'There is no such destination.' using errcode = 'PT404', detail = 'id';
  end if;
  return private.destination_facts(kept);
end;
$$;

-- A destination with its keys, for a message that its person asked for: a code, or a trial. With a code_hash, sha256 of
-- "<destination id>:<code>", that code is the one that verifies it. PT404 where the person has none of this id, PT429
-- where they asked too often.
create or replace function private.take_destination(user_id uuid, id uuid, code_hash text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  meant private.destinations;
begin
  select d.* into meant from private.destinations d
  where d.id = take_destination.id and d.user_id = take_destination.user_id;
  if meant.id is null or meant.channel = 'push' and take_destination.code_hash is not null then
    raise exception 'There is no such destination.' using errcode = 'PT404', detail = 'id';
  end if;
  perform private.take_from_limit(take_destination.user_id, 'codes');
  if take_destination.code_hash is not null then
    insert into private.destination_codes as c (destination_id, code_hash)
    values (meant.id, decode(take_destination.code_hash, 'hex'))
    on conflict (destination_id) do update set code_hash = excluded.code_hash, tries = 0, made_at = now();
  end if;
  return jsonb_build_object('id', meant.id, 'channel', meant.channel, 'address', meant.address, 'keys', meant.keys,
    'verified_at', meant.verified_at, 'disabled_reason', meant.disabled_reason);
end;
$$;

-- A message that its person asked for arrived at the provider.
create or replace function private.note_sent(id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  update private.destinations d set last_sent_at = now() where d.id = note_sent.id;
  return found;
end;
$$;

-- Verifies a destination of the caller by the code sent to it. PT400 for a wrong code, PT422 for one that is too old or
-- was tried too often.
create or replace function private.verify_destination(id uuid, code text)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  open private.destination_codes;
  kept private.destinations;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  perform private.take_from_limit(auth.uid(), 'destinations');
  update private.destination_codes c set tries = c.tries + 1
  from private.destinations d
  where c.destination_id = d.id and d.id = verify_destination.id and d.user_id = auth.uid()
  returning c.* into open;
  if open.destination_id is null then
    return jsonb_build_object('refused', 'none');
  elsif open.made_at < now() - interval '10 minutes' or open.tries > 5 then
    return jsonb_build_object('refused', 'old');
  elsif open.code_hash <> sha256(convert_to(open.destination_id || ':' || verify_destination.code, 'UTF8')) then
    return jsonb_build_object('refused', 'wrong');
  end if;
  delete from private.destination_codes c where c.destination_id = open.destination_id;
  -- The code arrived: only the owner's own no still holds.
  update private.destinations d
  set verified_at = now(),
    disabled_at = case when d.disabled_reason in ('optedOut', 'complained') then d.disabled_at end,
    disabled_reason = case when d.disabled_reason in ('optedOut', 'complained') then d.disabled_reason end
  where d.id = open.destination_id
  returning d.* into kept;
  delete from private.suppressions s
  where s.channel = kept.channel and s.address_hash = private.address_hash(kept.address)
    and s.reason not in ('optedOut', 'complained');
  return private.destination_facts(kept);
end;
$$;

-- A provider says that an address takes nothing any more, or again. Answers how many destinations that concerns.
create or replace function private.disable_destination(channel text, address text, reason text)
returns integer
language sql
volatile
security definer
set search_path = ''
as $$ select private.suppress($1, $2, $3); $$;

create or replace function private.enable_destination(channel text, address text)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  concerned integer;
begin
  delete from private.suppressions s
  where s.channel = enable_destination.channel and s.address_hash = private.address_hash(enable_destination.address)
    and s.reason = 'optedOut';
  update private.destinations d set disabled_at = null, disabled_reason = null
  where d.channel = enable_destination.channel and d.address = enable_destination.address
    and d.disabled_reason = 'optedOut';
  get diagnostics concerned = row_count;
  return concerned;
end;
$$;

-- A message came from this number: for 24 hours free text may answer it.
create or replace function private.note_inbound(channel text, address text, at timestamptz default now())
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  concerned integer;
begin
  update private.destinations d
  set window_until = greatest(d.window_until, least(note_inbound.at, now()) + interval '24 hours')
  where d.channel = note_inbound.channel and d.address = note_inbound.address;
  get diagnostics concerned = row_count;
  return concerned;
end;
$$;

-- The channels on which something can reach the caller now.
create or replace function private.my_reached_channels()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(distinct r.channel), '[]') from (
    select d.channel from private.destinations d
    where d.user_id = auth.uid() and d.verified_at is not null and d.disabled_at is null
    union
    select 'email' from auth.users u
    where u.id = auth.uid() and u.email_confirmed_at is not null
      and not exists (select from private.destinations d where d.user_id = u.id and d.of_account)) r;
$$;

-- What the API calls. The work is done by the function of the same name in private, which the API does not expose.
create or replace function public.list_destinations()
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.list_destinations(); $$;

create or replace function public.add_destination(
  channel text, address text, name text default '', keys jsonb default null, device_id text default null
)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.add_destination($1, $2, $3, $4, $5); $$;

create or replace function public.renew_push_destination(address text, keys jsonb, old_address text default null)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.renew_push_destination($1, $2, $3); $$;

create or replace function public.drop_push_destination(device_id text)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.drop_push_destination($1); $$;

create or replace function public.remove_destination(id uuid)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.remove_destination($1); $$;

create or replace function public.pause_destination(id uuid, paused boolean)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.pause_destination($1, $2); $$;

create or replace function public.take_destination(user_id uuid, id uuid, code_hash text default null)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.take_destination($1, $2, $3); $$;

create or replace function public.note_sent(id uuid)
returns boolean
language sql
volatile
set search_path = ''
as $$ select private.note_sent($1); $$;

create or replace function public.verify_destination(id uuid, code text)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.verify_destination($1, $2); $$;

create or replace function public.disable_destination(channel text, address text, reason text)
returns integer
language sql
volatile
set search_path = ''
as $$ select private.disable_destination($1, $2, $3); $$;

create or replace function public.enable_destination(channel text, address text)
returns integer
language sql
volatile
set search_path = ''
as $$ select private.enable_destination($1, $2); $$;

alter table private.destinations enable row level security;
alter table private.destination_codes enable row level security;
alter table private.suppressions enable row level security;
drop policy if exists "nobody reads what is suppressed" on private.suppressions;
create policy "nobody reads what is suppressed" on private.suppressions for select to service_role using (false);
drop policy if exists "the service reads destinations" on private.destinations;
create policy "the service reads destinations" on private.destinations for select to service_role using (true);
drop policy if exists "nobody reads codes" on private.destination_codes;
create policy "nobody reads codes" on private.destination_codes for select to service_role using (false);

revoke all on table private.destinations, private.destination_codes, private.suppressions from public, anon, authenticated, service_role;
grant select on table private.destinations to service_role;

revoke all on function private.address_hash(text), private.tell_of_stopped_channel(), private.suppress(text, text, text, timestamptz),
  private.destination_facts(private.destinations), private.keep_account_destinations(uuid[]),
  private.list_destinations(), public.list_destinations(), private.add_destination(text, text, text, jsonb, text), public.add_destination(text, text, text, jsonb, text), private.remove_destination(uuid), public.remove_destination(uuid),
  private.renew_push_destination(text, jsonb, text), public.renew_push_destination(text, jsonb, text), private.drop_push_destination(text), public.drop_push_destination(text), private.my_reached_channels(),
  private.pause_destination(uuid, boolean), public.pause_destination(uuid, boolean), private.take_destination(uuid, uuid, text), public.take_destination(uuid, uuid, text), private.note_sent(uuid), public.note_sent(uuid),
  private.verify_destination(uuid, text), public.verify_destination(uuid, text), private.disable_destination(text, text, text), public.disable_destination(text, text, text),
  private.enable_destination(text, text), public.enable_destination(text, text), private.note_inbound(text, text, timestamptz)
  from public, anon, authenticated, service_role;
grant execute on function private.list_destinations(), public.list_destinations(), private.add_destination(text, text, text, jsonb, text), public.add_destination(text, text, text, jsonb, text),
  private.renew_push_destination(text, jsonb, text), public.renew_push_destination(text, jsonb, text), private.drop_push_destination(text), public.drop_push_destination(text), private.my_reached_channels(),
  private.remove_destination(uuid), public.remove_destination(uuid), private.pause_destination(uuid, boolean), public.pause_destination(uuid, boolean), private.verify_destination(uuid, text), public.verify_destination(uuid, text)
  to authenticated;
grant execute on function private.take_destination(uuid, uuid, text), public.take_destination(uuid, uuid, text), private.note_sent(uuid), public.note_sent(uuid),
  private.disable_destination(text, text, text), public.disable_destination(text, text, text),
  private.enable_destination(text, text), public.enable_destination(text, text), private.note_inbound(text, text, timestamptz) to service_role;
