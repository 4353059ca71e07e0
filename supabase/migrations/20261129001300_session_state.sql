-- Where a person was, by device: the open project, filters, open panels, view modes. Not a preference: it is not
-- recorded, has no layers, and is forgotten seven days after the last write and at sign-out. An expired row does not
-- exist for anybody who asks; the daily job only makes room.

create table if not exists public.user_session_state (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  -- A random id that a device keeps in a cookie; not the session of Auth.
  session_id text not null check (session_id ~ '^[A-Za-z0-9_-]{8,64}$'),
  current_context jsonb not null default '{}',
  ui_state jsonb not null default '{}',
  expires_at timestamptz not null default now() + interval '7 days',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_session_state_are_objects check (
    jsonb_typeof(current_context) = 'object' and jsonb_typeof(ui_state) = 'object'
  ),
  constraint user_session_state_are_small check (
    pg_column_size(current_context) <= 8192 and pg_column_size(ui_state) <= 8192
  ),
  -- Also the index behind every read.
  constraint user_session_state_session_key unique (user_id, session_id)
)
-- Heap-only updates. For their sake expires_at, which every write renews, has no index: the daily job may read the
-- whole table, which holds at most a week.
with (fillfactor = 80);
comment on table public.user_session_state is
  'One row for a person and device, gone after seven days without a write. Written by patch_session_state.';

-- Refuses the leaves of a session row that changed and do not fit. The table checks the size; here it gets a sentence.
create or replace function private.check_session_leaves(before jsonb, after jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  change private.leaf_change;
  problem text;
  large text;
begin
  foreach change in array private.leaf_changes('session', before, after) loop
    -- The row's other columns (id, times) are no leaves.
    continue when cardinality(change.path) = 1 and change.node ? 'unknown';
    problem := private.change_problem(false, change.path, change.node, change.new_value);
    if problem is not null then
      perform private.refuse_setting(change.path, problem);
    end if;
  end loop;
  if pg_column_size(after) > 8192 then
    for large in select c.key from jsonb_each(after) c where pg_column_size(c.value) > 8192 loop
      perform private.refuse_setting(array[large], 'more than 8 kB');
    end loop;
  end if;
end;
$$;

-- Each write renews the row, whatever it says of its end. A new row first clears the expired ones of its person, which
-- nobody sees and one of which may have its key, and takes the place of the device that was away the longest when the
-- person has twenty. Definer: the caller sees no expired row.
create or replace function private.keep_session_insert()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.check_session_leaves(null, to_jsonb(new));
  delete from public.user_session_state s where s.user_id = new.user_id and s.expires_at <= now();
  delete from public.user_session_state s
  where s.id in (
    select older.id from public.user_session_state older
    where older.user_id = new.user_id and older.session_id <> new.session_id
    order by older.updated_at desc, older.id offset 19
  );
  new.created_at := now();
  new.updated_at := now();
  new.expires_at := now() + interval '7 days';
  return new;
end;
$$;

create or replace function private.keep_session_update()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.check_session_leaves(to_jsonb(old), to_jsonb(new));
  new.id := old.id;
  new.user_id := old.user_id;
  new.session_id := old.session_id;
  new.created_at := old.created_at;
  new.updated_at := now();
  new.expires_at := now() + interval '7 days';
  return new;
end;
$$;

create or replace trigger keep_session_insert before insert on public.user_session_state
  for each row execute function private.keep_session_insert();
create or replace trigger keep_session_update before update on public.user_session_state
  for each row execute function private.keep_session_update();
-- Not on delete: whoever is over the limit may still sign out. Before the write, so that the counter's lock makes one
-- person's devices come one after the other and the twenty are counted rightly.
create or replace trigger limit_changes before insert or update on public.user_session_state
  for each statement execute function private.limit_changes('session');
create or replace trigger limit_inserted_rows after insert on public.user_session_state
  referencing new table as changed_rows
  for each statement execute function private.limit_rows('session', '1');
create or replace trigger limit_rows after update on public.user_session_state
  referencing new table as changed_rows
  for each statement execute function private.limit_rows('session', '1');

-- Sign-out on a device. Whether there was something to forget.
create or replace function public.clear_session_state(session_id text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  delete from public.user_session_state s
  where s.user_id = (select auth.uid()) and s.session_id = clear_session_state.session_id;
  return found;
end;
$$;

-- Removes what expired; answers how many rows. Run daily. For the service role and the owner of the tables.
create or replace function public.cleanup_expired_sessions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  removed integer;
begin
  delete from public.user_session_state s where s.expires_at <= now();
  get diagnostics removed = row_count;
  return removed;
end;
$$;

-- Has pg_cron run the daily jobs; answers whether it will. Call it again after the extension was switched on: a job of
-- the same name is replaced. Where pg_cron is absent or not this role's to use, something else must run them
-- (docs/operations.md).
create or replace function private.schedule_daily_jobs()
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  if to_regprocedure('cron.schedule(text, text, text)') is null then
    return false;
  end if;
  perform cron.schedule('ovenai: clean up expired sessions', '17 3 * * *', 'select public.cleanup_expired_sessions()');
  perform cron.schedule('ovenai: prune operations', '27 3 * * *', 'select private.prune_operations()');
  perform cron.schedule('ovenai: prune notifications', '37 3 * * *', 'select private.prune_notifications()');
  return true;
exception when insufficient_privilege then
  raise notice 'pg_cron is there and not yours to use: %', sqlerrm;
  return false;
end;
$$;

alter table public.user_session_state enable row level security;

drop policy if exists "people read the state of their own devices until it expires" on public.user_session_state;
create policy "people read the state of their own devices until it expires" on public.user_session_state
  for select to authenticated
  using (user_id = (select auth.uid()) and expires_at > now());

drop policy if exists "people keep the state of their own devices" on public.user_session_state;
create policy "people keep the state of their own devices" on public.user_session_state
  for insert to authenticated
  with check (user_id = (select auth.uid()));

drop policy if exists "people change the state of their own devices until it expires" on public.user_session_state;
create policy "people change the state of their own devices until it expires" on public.user_session_state
  for update to authenticated
  using (user_id = (select auth.uid()) and expires_at > now())
  with check (user_id = (select auth.uid()));

drop policy if exists "people forget the state of their own devices" on public.user_session_state;
create policy "people forget the state of their own devices" on public.user_session_state
  for delete to authenticated
  using (user_id = (select auth.uid()));

-- Owner by default, times by trigger, and columns to write in the generated migration.
revoke all on table public.user_session_state from public, anon, authenticated, service_role;
grant select, delete on table public.user_session_state to authenticated;
grant select, insert, update, delete on table public.user_session_state to service_role;

revoke all on function private.check_session_leaves(jsonb, jsonb), private.keep_session_insert(),
  private.keep_session_update(), private.schedule_daily_jobs(), public.clear_session_state(text),
  public.cleanup_expired_sessions()
  from public, anon, authenticated, service_role;
grant execute on function public.clear_session_state(text) to authenticated;
grant execute on function public.cleanup_expired_sessions() to service_role;

select private.schedule_daily_jobs();
