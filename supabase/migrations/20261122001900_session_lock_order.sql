-- Every write of session state locks the person's counter of the limit first (trigger limit_changes) and then the row. A
-- patch that had locked the row before it met the counter could meet a write that waited for the row: a deadlock, in
-- which one of two devices' patches was lost. It locks nothing before the write now, and writes only over what it read.

-- Merges a patch into the state of one of the caller's devices and renews it; answers {state: {current_context,
-- ui_state}, expires_at}. scope is {"session_id": text}. An expired row counts as absent. Refusals: PT400 (path in
-- detail), PT401, PT429.
create or replace function public.patch_session_state(scope jsonb, patch jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
as $$
declare
  caller constant uuid := auth.uid();
  device constant text := scope ->> 'session_id';
  row_id uuid;
  stored jsonb;
  merged jsonb;
  expires timestamptz;
begin
  if caller is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif jsonb_typeof(scope) is distinct from 'object' or scope - 'session_id' <> '{}'
    or jsonb_typeof(scope -> 'session_id') is distinct from 'string' or device !~ '^[A-Za-z0-9_-]{8,64}$' then
    raise exception 'A scope is {"session_id": text}.' using errcode = 'PT400', detail = 'scope';
  end if;
  loop
    select s.id, jsonb_build_object('current_context', s.current_context, 'ui_state', s.ui_state)
      into row_id, stored
    from public.user_session_state s
    where s.user_id = caller and s.session_id = device;
    merged := (private.apply_patch('session',
      coalesce(stored, '{"current_context": {}, "ui_state": {}}'), patch, null)).merged;
    if row_id is null then
      insert into public.user_session_state as s (session_id, current_context, ui_state)
      values (device, merged -> 'current_context', merged -> 'ui_state')
      on conflict on constraint user_session_state_session_key do nothing
      returning s.expires_at into expires;
    else
      update public.user_session_state s
      set current_context = merged -> 'current_context', ui_state = merged -> 'ui_state'
      where s.id = row_id
        and s.current_context = stored -> 'current_context' and s.ui_state = stored -> 'ui_state'
      returning s.expires_at into expires;
    end if;
    -- Neither made nor changed: another call made, changed or removed the row in between. Look again: the counter's lock
    -- is held by now, so that the person's other calls wait.
    exit when expires is not null;
  end loop;
  return jsonb_build_object('state', merged, 'expires_at', expires);
end;
$$;
