-- How much a person may change in a minute and in a day, counted in the database, where no way around it leads. What
-- counts is rows: of settings each value, because each is a row of the record.

create table if not exists private.rate_limits (
  name text primary key,
  per_minute integer not null check (per_minute > 0),
  -- Days begin at midnight UTC. Null: as many as the minutes allow.
  per_day integer check (per_day > 0)
);
comment on table private.rate_limits is 'How much a person may change in a minute and in a day.';
-- An operator's own figure is kept.
insert into private.rate_limits (name, per_minute, per_day) values ('settings', 600, 10000), ('leads', 300, null),
  -- An import of ten thousand leads takes two minutes.
  ('added_leads', 5000, 50000),
  ('notifications', 300, null), ('session', 300, null)
on conflict (name) do nothing;

-- Unlogged: losing the count of a minute in a crash costs nothing, logging it would.
create unlogged table if not exists private.rate_counters (
  user_id uuid not null,
  name text not null,
  minute timestamptz not null,
  used integer not null,
  day timestamptz not null,
  used_in_day integer not null,
  primary key (user_id, name)
) with (fillfactor = 50);
comment on table private.rate_counters is 'What a person has used of a limit in the current minute and day.';

-- Takes `cost` from a limit of the person, in the transaction of the deed: a limit costs no round trip. The counter's
-- row stays locked until the end of the transaction. PT429 where the limit does not hold as much.
create or replace function private.take_from_limit(person uuid, limit_name text, cost integer default 1)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  spent private.rate_counters;
  allowed private.rate_limits;
begin
  insert into private.rate_counters as c (user_id, name, minute, used, day, used_in_day)
  values (person, limit_name, date_trunc('minute', now()), cost, date_trunc('day', now(), 'UTC'), cost)
  on conflict (user_id, name) do update
    set used = case when excluded.minute > c.minute then cost else c.used + cost end,
      minute = greatest(excluded.minute, c.minute),
      used_in_day = case when excluded.day > c.day then cost else c.used_in_day + cost end,
      day = greatest(excluded.day, c.day)
  returning c.* into spent;
  select l.* into allowed from private.rate_limits l where l.name = limit_name;
  if spent.used > allowed.per_minute then
    raise exception 'Too many changes in a minute.' using errcode = 'PT429', hint = 'Try again in a minute.';
  elsif spent.used_in_day > allowed.per_day then
    raise exception 'Too many changes in a day.' using errcode = 'PT429', hint = 'Try again tomorrow.';
  end if;
end;
$$;

-- For tables that people change without an operation: each of their statements costs one, also one that reaches no row.
-- Before the write, so that one person's statements wait for each other at the counter and not at the rows.
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

-- What a statement costs beyond that one: one for each group of rows, whose size is the second argument.
create or replace function private.limit_rows()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  more integer;
begin
  if auth.uid() is not null then
    more := (select (count(*) - 1) / tg_argv[1]::integer from changed_rows);
    if more > 0 then
      perform private.take_from_limit(auth.uid(), tg_argv[0], more);
    end if;
  end if;
  return null;
end;
$$;

-- Whether the statement comes by the HTTP API, which sets the method of the request, and not from SQL.
create or replace function private.is_api_request()
returns boolean
language sql
stable
set search_path = ''
as $$ select nullif(current_setting('request.method', true), '') is not null; $$;

-- The refusal of a request as an answer, in the shape and with the status that PostgREST gives an error. An error would
-- take the caller's count back with everything else; a refused change costs as much as another.
create or replace function private.answer_refusal(
  limit_name text, state text, message text, detail text, hint text
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if auth.uid() is not null then
    perform private.take_from_limit(auth.uid(), limit_name);
  end if;
  perform set_config('response.status', substr(state, 3), true);
  return jsonb_build_object('code', state, 'message', message, 'details', detail, 'hint', nullif(hint, ''));
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

revoke all on function private.take_from_limit(uuid, text, integer), private.limit_changes(), private.limit_rows(),
  private.is_api_request(), private.answer_refusal(text, text, text, text, text)
  from public, anon, authenticated, service_role;
-- answer_refusal takes from the caller's limit only.
grant execute on function private.is_api_request(), private.answer_refusal(text, text, text, text, text)
  to authenticated;
