-- How often somebody who is not signed in may try, counted in the database: any number of servers share the count. The
-- server asks before it asks Auth, whose own limits it can neither read nor set.

create table if not exists private.sign_in_limits (
  -- "sign_in", "sign_up" or "reset", then what is counted.
  name text primary key check (name ~ '^(sign_in|sign_up|reset):(address|account)$'),
  -- So many at once; then one in each `period / most`.
  most integer not null check (most > 0),
  period interval not null check (period > interval '0')
);
comment on table private.sign_in_limits is 'How often an address or an account may sign in, sign up or ask for a new password.';
-- An operator's own figure is kept. Many people share the address of an office.
insert into private.sign_in_limits (name, most, period) values
  ('sign_in:address', 100, '15 minutes'), ('sign_in:account', 10, '15 minutes'),
  ('sign_up:address', 30, '1 hour'), ('sign_up:account', 5, '1 hour'),
  ('reset:address', 30, '1 hour'), ('reset:account', 5, '1 hour')
on conflict (name) do nothing;

-- Unlogged: a crash forgives everybody, which costs nothing. `key` is a keyed hash that only the server can make: neither
-- an address nor an account can be read here, nor looked for.
create unlogged table if not exists private.sign_in_attempts (
  name text not null references private.sign_in_limits (name) on update cascade on delete cascade,
  key bytea not null check (octet_length(key) = 32),
  -- When all that was spent will have come back.
  spent_until timestamptz not null,
  primary key (name, key)
) with (fillfactor = 50);
comment on table private.sign_in_attempts is 'What an address or an account has spent of a limit. A row whose time has passed means nothing.';
-- Takes one from a limit; answers the seconds until the next is there, 0 where one was. What is refused spends nothing:
-- nobody is kept out for longer by trying. (Sources: the generic cell rate algorithm, ITU-T I.371.)
create or replace function private.take_sign_in_attempt(limit_name text, key bytea)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  allowed private.sign_in_limits;
  step interval;
  present constant timestamptz := clock_timestamp();
  until timestamptz;
begin
  select l.* into strict allowed from private.sign_in_limits l where l.name = limit_name;
  step := allowed.period / allowed.most;
  insert into private.sign_in_attempts as a (name, key, spent_until)
  values (limit_name, take_sign_in_attempt.key, present + step)
  on conflict (name, key) do update set spent_until = greatest(a.spent_until, present) + step
    where greatest(a.spent_until, present) + step <= present + allowed.period
  returning a.spent_until into until;
  if found then
    return 0;
  end if;
  select a.spent_until into until from private.sign_in_attempts a
  where a.key = take_sign_in_attempt.key and a.name = limit_name;
  return greatest(1, ceil(extract(epoch from until + step - allowed.period - present)))::integer;
end;
$$;

-- deed: "sign_in", "sign_up" or "reset"; address, account: the keyed hashes as 64 hexadecimal digits, null where unknown.
-- The address is asked first, so that two requests never wait for each other, and it pays also where the account refuses.
create or replace function public.take_sign_in_attempt(deed text, address text default null, account text default null)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  wait integer := 0;
begin
  if deed is null or deed not in ('sign_in', 'sign_up', 'reset')
    or coalesce(address, repeat('0', 64)) !~ '^[0-9a-f]{64}$' or coalesce(account, repeat('0', 64)) !~ '^[0-9a-f]{64}$' then
    raise exception 'This is no attempt.' using errcode = 'PT400';
  end if;
  if address is not null then
    wait := private.take_sign_in_attempt(deed || ':address', decode(address, 'hex'));
  end if;
  if wait = 0 and account is not null then
    wait := private.take_sign_in_attempt(deed || ':account', decode(account, 'hex'));
  end if;
  return wait;
end;
$$;

-- Whoever has signed in starts again: the count is of those who could not.
create or replace function public.forgive_sign_in_attempts(account text)
returns void
language sql
volatile
set search_path = ''
as $$
  delete from private.sign_in_attempts a where a.name = 'sign_in:account' and a.key = decode(account, 'hex');
$$;

alter table private.sign_in_limits enable row level security;
alter table private.sign_in_attempts enable row level security;
drop policy if exists "the service reads limits" on private.sign_in_limits;
create policy "the service reads limits" on private.sign_in_limits for select to service_role using (true);
drop policy if exists "the service forgives attempts" on private.sign_in_attempts;
create policy "the service forgives attempts" on private.sign_in_attempts to service_role using (true);

revoke all on table private.sign_in_limits, private.sign_in_attempts from public, anon, authenticated, service_role;
grant select on table private.sign_in_limits to service_role;
grant select, delete on table private.sign_in_attempts to service_role;

revoke all on function private.take_sign_in_attempt(text, bytea), public.take_sign_in_attempt(text, text, text),
  public.forgive_sign_in_attempts(text) from public, anon, authenticated, service_role;
grant execute on function private.take_sign_in_attempt(text, bytea), public.take_sign_in_attempt(text, text, text),
  public.forgive_sign_in_attempts(text) to service_role;
