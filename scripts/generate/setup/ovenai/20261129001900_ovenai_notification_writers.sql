-- Programs of an existing OvenAI go on writing notifications into the table that is ours now.

-- They name these columns; nothing of ours reads them.
alter table public.notifications
  add column if not exists client_id uuid,
  add column if not exists updated_at timestamptz;
alter table public.notifications alter column updated_at set default now();

-- A notification without a category is of their making: it gets what it needs by the rules by which the set-up script read
-- those that it found. Its metadata stay, for the program reads them.
create or replace function private.accept_older_notification()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if new.category is not null then
    return new;
  end if;
  new.type := coalesce(new.type, 'info');
  new.metadata := coalesce(private.older_object(new.metadata), '{}');
  new.category := private.older_category(new.metadata, new.type);
  new.priority := private.older_priority(coalesce(new.metadata ->> 'priority', new.priority));
  new.lead_id := coalesce(new.lead_id, (private.older_leads(new.metadata, new.action_url))[1]);
  -- A lead shown in its list is found there with us, too.
  if new.action_url !~* '^/leads\?highlight=[0-9a-f-]{36}$' then
    new.action_url := private.older_link(new.action_url);
  end if;
  new.title := private.older_title(new.title, new.message);
  new.message := left(coalesce(new.message, ''), 4000);
  new.read := coalesce(new.read, false);
  new.created_at := coalesce(new.created_at, now());
  new.occurred_at := coalesce(new.created_at, new.occurred_at);
  return new;
end;
$$;
-- By its name before the trigger that numbers it.
create or replace trigger accept_older_notification before insert on public.notifications
  for each row execute function private.accept_older_notification();

-- They tidy up what was read a month ago.
drop policy if exists "people remove their own notifications that they read a month ago" on public.notifications;
create policy "people remove their own notifications that they read a month ago" on public.notifications
  for delete to authenticated
  using (user_id = (select auth.uid()) and read and created_at < now() - interval '30 days');
grant delete on table public.notifications to authenticated;
grant update (updated_at) on table public.notifications to authenticated;

revoke all on function private.accept_older_notification() from public, anon, authenticated, service_role;
