-- How often a person may do what in a minute, counted in the database, where no way around it leads.

create table if not exists private.rate_limits (
  name text primary key,
  per_minute integer not null check (per_minute > 0)
);
comment on table private.rate_limits is 'How often a person may do what in a minute.';
-- An operator's own figure is kept.
insert into private.rate_limits (name, per_minute) values ('settings', 600), ('leads', 300), ('notifications', 300),
  ('session', 300)
on conflict (name) do nothing;

-- Unlogged: losing the count of a minute in a crash costs nothing, logging it would.
create unlogged table if not exists private.rate_counters (
  user_id uuid not null,
  name text not null,
  minute timestamptz not null,
  used integer not null,
  primary key (user_id, name)
) with (fillfactor = 50);
comment on table private.rate_counters is 'What a person has used of a limit in the current minute.';

-- Takes one from the person's limit of the minute, in the transaction of the deed: a limit costs no round trip. The
-- counter's row stays locked until the end of the transaction.
create or replace function private.take_from_limit(person uuid, limit_name text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  spent integer;
  allowed integer;
begin
  insert into private.rate_counters as c (user_id, name, minute, used)
  values (person, limit_name, date_trunc('minute', now()), 1)
  on conflict (user_id, name) do update
    set used = case when excluded.minute > c.minute then 1 else c.used + 1 end,
      minute = greatest(excluded.minute, c.minute)
  returning c.used, (select l.per_minute from private.rate_limits l where l.name = limit_name) into spent, allowed;
  if spent > allowed then
    raise exception 'Too many changes in a minute.' using errcode = 'PT429', hint = 'Try again in a minute.';
  end if;
end;
$$;

-- For tables that people change without an operation: each of their statements counts, also one that reaches no row.
create or replace function private.limit_changes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if auth.uid() is not null then
    perform private.take_from_limit(auth.uid(), tg_argv[0]);
  end if;
  return null;
end;
$$;

alter table private.rate_limits enable row level security;
alter table private.rate_counters enable row level security;

drop policy if exists "the service reads limits" on private.rate_limits;
create policy "the service reads limits" on private.rate_limits for select to service_role using (true);
drop policy if exists "the service reads counters" on private.rate_counters;
create policy "the service reads counters" on private.rate_counters for select to service_role using (true);

revoke all on table private.rate_limits, private.rate_counters from public, anon, authenticated, service_role;
grant select on table private.rate_limits, private.rate_counters to service_role;

revoke all on function private.take_from_limit(uuid, text), private.limit_changes()
  from public, anon, authenticated, service_role;
