-- Programs of an existing OvenAI go on keeping the state of a tab in the table that is ours now.

-- They say when a tab was last used; every write says so with us.
alter table public.user_session_state add column if not exists last_activity timestamptz not null default now();

-- They call a tab as they like, and look for it by that name.
do $$
declare
  wanted constant text := 'CHECK (((char_length(session_id) >= 1) AND (char_length(session_id) <= 255)))';
begin
  if not exists (
    select from pg_catalog.pg_constraint c
    where c.conrelid = 'public.user_session_state'::regclass and c.conname = 'user_session_state_session_id_check'
      and pg_get_constraintdef(c.oid) = wanted
  ) then
    alter table public.user_session_state
      drop constraint if exists user_session_state_session_id_check,
      add constraint user_session_state_session_id_check check (char_length(session_id) between 1 and 255);
  end if;
end;
$$;

-- What does not fit our places in a document is forgotten, as all of it is in a week: a list where panels stand.
create or replace function private.accept_older_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  before constant jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  after jsonb := to_jsonb(new) || jsonb_build_object(
    'current_context', coalesce(private.older_object(new.current_context), '{}'),
    'ui_state', coalesce(private.older_object(new.ui_state), '{}'));
  change private.leaf_change;
begin
  foreach change in array private.leaf_changes('session', before, after) loop
    if change.new_value is not null and not change.node ? 'unknown'
      and private.change_problem(false, change.path, change.node, change.new_value) is not null then
      after := after #- change.path;
    end if;
  end loop;
  new.current_context := after -> 'current_context';
  new.ui_state := after -> 'ui_state';
  new.last_activity := now();
  return new;
end;
$$;
-- By its name before the triggers that check the documents.
create or replace trigger accept_older_session before insert or update on public.user_session_state
  for each row execute function private.accept_older_session();

-- What they give beside the documents is decided by the triggers (private.keep_session_insert and _update).
grant insert (id, user_id, last_activity, expires_at, created_at, updated_at) on table public.user_session_state
  to authenticated;
grant update (id, user_id, session_id, last_activity, expires_at, created_at, updated_at)
  on table public.user_session_state to authenticated;

revoke all on function private.accept_older_session() from public, anon, authenticated, service_role;
