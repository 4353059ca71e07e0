-- All that the page of the account shows, in one round trip.

-- An address that waits for its confirmation; null without one.
create or replace function private.my_new_email()
returns text
language sql
stable
security definer
set search_path = ''
as $$
  select nullif(u.email_change, '') from auth.users u where u.id = auth.uid();
$$;

-- {user: {id, email, name}, new_email, sign_ins: [{id, user_agent, began_at, seen_at, this}], departure: [{client, heir,
-- blocked}]}. This device comes first, then the last seen.
create or replace function public.get_account()
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
declare
  account record;
begin
  select a.id, a.email, a.name into account from private.my_account() a;
  if account.id is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return jsonb_build_object(
    'user', jsonb_build_object('id', account.id, 'email', account.email, 'name', account.name),
    'new_email', private.my_new_email(),
    'sign_ins', (
      select coalesce(jsonb_agg(to_jsonb(s) order by s.this desc nulls last, s.seen_at desc, s.id), '[]')
      from private.my_sign_ins() s),
    'departure', private.my_departure());
end;
$$;

revoke all on function private.my_new_email(), public.get_account() from public, anon, authenticated, service_role;
grant execute on function private.my_new_email(), public.get_account() to authenticated;
