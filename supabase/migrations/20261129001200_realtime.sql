-- Hints to a person's open devices. The row is the truth: a hint says where to look and nothing about anybody, it may
-- be lost, and clients catch up by cursor. Private channel "user:<id>":
--   notification  {id, seq}                          a row was added or its state changed
--   settings      {section, project_id, version}     a settings row changed (sent where the change is recorded)
--   lead          {lead_id}                          something was said at a lead of theirs (sent where it is kept)

-- Whether a hint was sent: not on a database without Realtime.
create or replace function private.hint(person uuid, event text, payload jsonb)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is null then
    return false;
  end if;
  return realtime.send(payload, event, 'user:' || person, true) is not null;
end;
$$;

-- One hint for each person however many rows a statement made, and none where the app keeps all of them away. It was one
-- a row.
create or replace function private.hint_new_notifications()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint(newest.user_id, 'notification', jsonb_build_object('id', newest.id, 'seq', newest.seq))
  from (
    select distinct on (n.user_id) n.user_id, n.id, n.seq from new_rows n where n.kept_away is null
    order by n.user_id, n.seq desc
  ) newest;
  return null;
end;
$$;
drop trigger if exists hint_new_notification on public.notifications;
drop function if exists private.hint_new_notification();
create or replace trigger hint_new_notifications after insert on public.notifications
  referencing new table as new_rows
  for each statement execute function private.hint_new_notifications();

-- One hint for each person however many rows a statement changed: "mark all as read" may touch hundreds. Of what a device
-- shows: that the worker has routed a row is nobody's business.
create or replace function private.hint_changed_notifications()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.hint(newest.user_id, 'notification', jsonb_build_object('id', newest.id, 'seq', newest.seq))
  from (
    select distinct on (n.user_id) n.user_id, n.id, n.seq
    from changed_rows n join rows_before o on o.id = n.id
    where (n.read_at, n.seen_at, n.archived_at, n.snoozed_until, n.expires_at, n.kept_away, n.title, n.message, n.params)
      is distinct from (o.read_at, o.seen_at, o.archived_at, o.snoozed_until, o.expires_at, o.kept_away, o.title,
        o.message, o.params)
      and (n.kept_away is null or o.kept_away is null)
    order by n.user_id, n.seq desc
  ) newest;
  return null;
end;
$$;
create or replace trigger hint_changed_notifications after update on public.notifications
  referencing old table as rows_before new table as changed_rows
  for each statement execute function private.hint_changed_notifications();

-- The one policy there: nobody may send, so that nobody can forge a hint.
do $$
begin
  if to_regclass('realtime.messages') is not null then
    drop policy if exists "people listen to their own channel" on realtime.messages;
    create policy "people listen to their own channel" on realtime.messages
      for select to authenticated
      using (
        extension = 'broadcast'
        and (select realtime.topic()) = 'user:' || (select auth.uid())
      );
  end if;
end;
$$;

revoke all on function private.hint(uuid, text, jsonb), private.hint_new_notifications(),
  private.hint_changed_notifications()
  from public, anon, authenticated, service_role;
