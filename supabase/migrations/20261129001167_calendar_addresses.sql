-- The address at which a calendar program reads a person's meetings. It is a secret that the app signs (lib/notifications/
-- calendar-address): what is kept is its version alone, so that an old address ends when there is a new one.

create table if not exists private.calendar_addresses (
  user_id uuid primary key references auth.users (id) on delete cascade,
  -- Rises with each new address, also after a pause: none comes back.
  version integer not null default 1 check (version >= 1),
  active boolean not null default true,
  made_at timestamptz not null default now(),
  -- When a program last read it.
  fetched_at timestamptz
);
comment on table private.calendar_addresses is 'Which address of a person''s meetings is good.';

insert into private.rate_limits (name, per_minute, per_day) values ('calendar', 20, 1000)
on conflict (name) do nothing;

-- The caller's own as it stands: {address: {version, made_at, fetched_at}}, null where there is none. `wanted`: true makes a new
-- one and ends the old, false ends it, null looks. Refusals: PT401, PT429.
create or replace function private.my_calendar_address(wanted boolean)
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
  if wanted is not null then
    perform private.take_from_limit(caller, 'links');
  end if;
  if wanted then
    insert into private.calendar_addresses as a (user_id) values (caller)
    on conflict (user_id) do update
      set version = a.version + 1, active = true, made_at = now(), fetched_at = null;
  elsif not wanted then
    update private.calendar_addresses a set active = false where a.user_id = caller;
  end if;
  return jsonb_build_object('address', (
    select jsonb_build_object('version', a.version, 'made_at', a.made_at, 'fetched_at', a.fetched_at)
    from private.calendar_addresses a where a.user_id = caller and a.active));
end;
$$;

create or replace function public.get_calendar_address()
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.my_calendar_address(null); $$;

create or replace function public.set_calendar_address(wanted boolean)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.my_calendar_address(coalesce($1, false)); $$;

-- What the address of this person and version shows: {meetings, preferences}, from a month ago on, at most 500. Meetings of the
-- projects that they are in now, with leads that are theirs or nobody's, which they did not decline. Refusals: PT404 (it is no
-- longer good), PT429.
create or replace function private.read_calendar(person uuid, version integer)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if not exists (
    select from private.calendar_addresses a
    where a.user_id = person and a.version = read_calendar.version and a.active) then
    raise exception 'There is no such calendar.' using errcode = 'PT404', detail = 'version';
  end if;
  perform private.take_from_limit(person, 'calendar');
  update private.calendar_addresses a set fetched_at = now() where a.user_id = person;
  return jsonb_build_object(
    'preferences', (select to_jsonb(p) from public.user_app_preferences p where p.user_id = person),
    'meetings', (
      select coalesce(jsonb_agg(to_jsonb(shown) order by shown.starts_at, shown.id), '[]') from (
        select m.id, m.lead_id, l.name as lead_name, p.name as project_name,
          private.iso_instant(m.starts_at) as starts_at, private.iso_instant(m.ends_at) as ends_at,
          m.status = 'canceled' as canceled, coalesce(m.sequence, 0) as sequence
        from private.tenant_members t
        join private.tenant_projects p on p.id = t.project_id
        join private.lead_meetings m on m.project_id = t.project_id and m.ends_at > now() - interval '30 days'
        join private.lead_facts l on l.id = m.lead_id
        where t.user_id = person and (l.owner_id is null or l.owner_id = person) and not exists (
          select from private.meeting_answers a where a.meeting_id = m.id and a.user_id = person
            and a.sequence is not distinct from m.sequence and a.answer = 'declined')
        order by m.starts_at, m.id limit 500
      ) shown));
end;
$$;

create or replace function public.read_calendar(person uuid, version integer)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.read_calendar($1, $2); $$;

alter table private.calendar_addresses enable row level security;
drop policy if exists "the service reads addresses of calendars" on private.calendar_addresses;
create policy "the service reads addresses of calendars" on private.calendar_addresses
  for select to service_role using (true);

revoke all on table private.calendar_addresses from public, anon, authenticated, service_role;
grant select on table private.calendar_addresses to service_role;
revoke all on function private.my_calendar_address(boolean), public.get_calendar_address(),
  public.set_calendar_address(boolean), private.read_calendar(uuid, integer), public.read_calendar(uuid, integer)
  from public, anon, authenticated, service_role;
grant execute on function private.my_calendar_address(boolean), public.get_calendar_address(),
  public.set_calendar_address(boolean) to authenticated;
grant execute on function private.read_calendar(uuid, integer), public.read_calendar(uuid, integer) to service_role;
