-- A change of the password or the address, and a sign-in from a device that was never seen before, are told to whom the
-- account belongs, even where they did it themselves. The triggers never stop Auth: a fault becomes a row of private.faults.

create or replace function private.tell_security(person uuid, event text, dedupe_key text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.tell(
    array[row(1, 1, 1, null, null, jsonb_build_object('kind', 'account.security', 'event', event), dedupe_key, now())
      ::private.notice],
    array[row(person, 1)::private.addressee]);
exception when others then
  perform private.note_fault('auth', sqlstate, sqlerrm);
end;
$$;

create or replace function private.tell_account_changes()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- An account that had none before sets its first one.
  if coalesce(old.encrypted_password, '') <> '' and new.encrypted_password is distinct from old.encrypted_password then
    perform private.tell_security(new.id, 'password', null);
  end if;
  if old.email_confirmed_at is not null and new.email is distinct from old.email then
    perform private.tell_security(new.id, 'email', null);
  end if;
  return null;
end;
$$;

-- A device is known by what its browser says of itself, which may be written after the session: one that says nothing
-- cannot be told from another. The first sign-in of an account is no news.
create or replace function private.tell_new_device()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and old.user_agent is not null then
    return null;
  end if;
  if new.user_agent is not null and exists (select from auth.sessions s where s.user_id = new.user_id and s.id <> new.id)
    and not exists (
      select from auth.sessions s
      where s.user_id = new.user_id and s.id <> new.id and s.user_agent = new.user_agent) then
    perform private.tell_security(new.user_id, 'device', 'account.security:device:' || new.id);
  end if;
  return null;
end;
$$;

-- Auth's tables may belong to a role that lends nobody its triggers: then these three are not told of.
do $$
begin
  create or replace trigger ovenai_tell_account_changes after update on auth.users
    for each row when (new.encrypted_password is distinct from old.encrypted_password or new.email is distinct from old.email)
    execute function private.tell_account_changes();
  create or replace trigger ovenai_tell_new_device after insert or update of user_agent on auth.sessions
    for each row execute function private.tell_new_device();
exception when insufficient_privilege then
  raise notice 'Auth takes no triggers here: changes of passwords and new devices are not told of.';
end;
$$;

revoke all on function private.tell_security(uuid, text, text), private.tell_account_changes(), private.tell_new_device()
  from public, anon, authenticated, service_role;
