-- A person deletes their own account: what is theirs goes, what others need stays without their name.

-- Whether the caller proved a moment ago who they are, by the password or a link in a mail: Auth writes into the token
-- how and when the session began. An old session that somebody took over deletes nothing.
create or replace function private.proved_lately()
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select from jsonb_array_elements(
      case when jsonb_typeof(auth.jwt() -> 'amr') = 'array' then auth.jwt() -> 'amr' else '[]' end) e
    where e ->> 'method' in ('password', 'otp', 'recovery', 'magiclink')
      and to_timestamp((e ->> 'timestamp')::double precision) > now() - interval '10 minutes'
  );
$$;

-- [{client, heir, blocked}]: what becomes of the clients that only the caller leads. heir: the name of who will lead it;
-- null where nobody else is in it, and it goes. blocked: the account stays until somebody else leads the client.
create or replace function private.my_departure()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('client', s.client_name, 'heir',
      coalesce(nullif(btrim(u.raw_user_meta_data ->> 'name'), ''), u.email), 'blocked', s.blocked)
    order by s.client_name, s.client_id), '[]')
  from private.successions(auth.uid()) s left join auth.users u on u.id = s.heir;
$$;

create or replace function private.delete_my_account()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  stuck text;
begin
  if not exists (select from private.my_account()) then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif not private.proved_lately() then
    raise exception 'Enter the password again.' using errcode = 'PT403', detail = 'password';
  end if;
  select s.client_name into stuck from private.successions(caller) s where s.blocked order by s.client_name limit 1;
  if stuck is not null then
    raise exception 'Nobody else leads a client of this account.' using errcode = 'PT409', detail = 'client';
  end if;
  perform private.hand_over(caller);
  perform private.erase_user(caller);
  delete from auth.users u where u.id = caller;
  if not found then
    raise exception 'There is no such account.' using errcode = 'PT401';
  end if;
exception when foreign_key_violation then
  -- A table of somebody else's that keeps accounts from going.
  raise exception 'Other records need this account.' using errcode = 'PT409', detail = 'records';
end;
$$;

-- Answers true; whatever keeps the account is raised.
create or replace function public.delete_account()
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.delete_my_account();
  return true;
end;
$$;

revoke all on function private.proved_lately(), private.my_departure(), private.delete_my_account(),
  public.delete_account() from public, anon, authenticated, service_role;
grant execute on function private.my_departure(), private.delete_my_account(), public.delete_account() to authenticated;
