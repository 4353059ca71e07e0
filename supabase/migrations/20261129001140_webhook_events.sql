-- What providers have told us, so that telling it twice does nothing twice: all of them send an event again until they
-- are answered, and some send it again afterwards. Service only.

create table if not exists private.webhook_events (
  provider text not null check (char_length(provider) between 1 and 40),
  -- The provider's own name of the event, the same at every attempt.
  event_id text not null check (char_length(event_id) between 1 and 255),
  received_at timestamptz not null default now(),
  primary key (provider, event_id)
);
comment on table private.webhook_events is 'Events of providers that were acted upon; kept 30 days, longer than any provider repeats one.';
-- What private.prune_operations removes, found without reading the rest.
create index if not exists webhook_events_received_at_idx on private.webhook_events (received_at);

-- Whether the event is new; from then on it is not. In the transaction of what it causes, or a crash between the two
-- would lose it.
create or replace function public.take_webhook_event(provider text, event_id text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into private.webhook_events (provider, event_id)
  values (take_webhook_event.provider, take_webhook_event.event_id)
  on conflict on constraint webhook_events_pkey do nothing;
  return found;
exception when check_violation or not_null_violation then
  raise exception 'A provider has a name and an event an id.' using errcode = 'PT400', detail = 'event_id';
end;
$$;

-- Switches destinations off because a provider says that they take nothing; false where it was told before.
-- public.disable_destination says what that means.
create or replace function public.disable_after_event(
  provider text, event_id text, channel text, addresses text[], reason text
)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
declare
  address text;
begin
  if not public.take_webhook_event(provider, event_id) then
    return false;
  end if;
  foreach address in array addresses loop
    perform public.disable_destination(channel, address, reason);
  end loop;
  return true;
end;
$$;

alter table private.webhook_events enable row level security;
drop policy if exists "the service reads events of providers" on private.webhook_events;
create policy "the service reads events of providers" on private.webhook_events
  for select to service_role using (true);
drop policy if exists "the service adds events of providers" on private.webhook_events;
create policy "the service adds events of providers" on private.webhook_events
  for insert to service_role with check (true);

revoke all on table private.webhook_events from public, anon, authenticated, service_role;
grant select, insert on table private.webhook_events to service_role;
revoke all on function public.take_webhook_event(text, text),
  public.disable_after_event(text, text, text, text[], text)
  from public, anon, authenticated, service_role;
grant execute on function public.take_webhook_event(text, text),
  public.disable_after_event(text, text, text, text[], text) to service_role;
