-- The devices on which a person is signed in. Auth keeps them (auth.sessions) and shows nobody: the caller is who the
-- token says, and the token's own session is "this device".

create or replace function private.my_sign_ins()
returns table (id uuid, user_agent text, began_at timestamptz, seen_at timestamptz, this boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
    select s.id, left(s.user_agent, 500), s.created_at,
      -- Without a zone, in UTC: the last time that the device renewed its token.
      greatest(s.created_at, s.refreshed_at at time zone 'UTC'), s.id::text = auth.jwt() ->> 'session_id'
    from auth.sessions s
    where s.user_id = auth.uid() and (s.not_after is null or s.not_after > now());
end;
$$;

-- Ends a sign-in of the caller, or with null all but the one that asks; answers how many. A token that has been given
-- out stays valid until it expires, by default within the hour.
create or replace function private.end_my_sign_ins(sign_in uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  here constant text := auth.jwt() ->> 'session_id';
  ended integer;
begin
  if here is null or not exists (select from private.my_account()) then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  delete from auth.sessions s
  where s.user_id = auth.uid() and s.id::text <> here and (end_my_sign_ins.sign_in is null or s.id = end_my_sign_ins.sign_in);
  get diagnostics ended = row_count;
  return ended;
end;
$$;

create or replace function public.end_sign_ins(sign_in uuid default null)
returns integer
language sql
volatile
set search_path = ''
as $$
  select private.end_my_sign_ins(sign_in);
$$;

revoke all on function private.my_sign_ins(), private.end_my_sign_ins(uuid), public.end_sign_ins(uuid)
  from public, anon, authenticated, service_role;
grant execute on function private.my_sign_ins(), private.end_my_sign_ins(uuid), public.end_sign_ins(uuid)
  to authenticated;
