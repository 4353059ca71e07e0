-- Who goes on from another device finds the page as it was there, open panels and views included.
--
-- {here, elsewhere} of a device: its own state {current_context, ui_state, at}, and of the caller's other devices the one
-- that spoke last {session_id, current_context, ui_state, at}, if it says where it was. Null where there is none.
create or replace function private.my_session_state(session_id text)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  device constant text := $1;
begin
  return jsonb_build_object(
    'here', (
      select jsonb_build_object('current_context', s.current_context, 'ui_state', s.ui_state, 'at', s.updated_at)
      from public.user_session_state s
      where s.user_id = caller and s.session_id = device
    ),
    'elsewhere', (
      select jsonb_build_object(
        'session_id', s.session_id, 'current_context', s.current_context, 'ui_state', s.ui_state, 'at', s.updated_at
      )
      from public.user_session_state s
      where s.user_id = caller and s.session_id is distinct from device and s.current_context <> '{}'
      order by s.updated_at desc, s.id
      limit 1
    )
  );
end;
$$;
