-- What a person mutes or follows: a project, or one lead. What is muted is told on no channel, but for what nobody may
-- switch off; what is followed is told however cold it is. What is said of a lead wins over what is said of its project.

create table if not exists public.notification_subscriptions (
  id bigint generated always as identity primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  project_id uuid not null,
  -- Null: the project.
  lead_id uuid,
  -- The words are checked by the generated migration.
  state text not null,
  -- Muted until then; null: until it is taken back.
  until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_subscriptions_followed_has_no_end check (until is null or state = 'muted'),
  constraint notification_subscriptions_scope_key unique nulls not distinct (user_id, project_id, lead_id)
);
comment on table public.notification_subscriptions is 'What a person mutes or follows: projects and leads.';
-- Deleting a project or a lead finds what was said of it.
create index if not exists notification_subscriptions_project_id_idx on public.notification_subscriptions (project_id);
create index if not exists notification_subscriptions_lead_id_idx on public.notification_subscriptions (lead_id);

create or replace trigger touch_updated_at before update on public.notification_subscriptions
  for each row execute function private.touch_updated_at();

-- The work of set_notification_subscription: nobody writes the table by another way.
create or replace function private.store_subscription(project uuid, lead uuid, state text, until timestamptz)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  caller constant uuid := auth.uid();
  most constant integer := 2000;
begin
  perform private.take_from_limit(caller, 'notifications');
  if $3 is null then
    delete from public.notification_subscriptions s
    where s.user_id = caller and s.project_id = project and s.lead_id is not distinct from lead;
    return;
  end if;
  insert into public.notification_subscriptions as s (user_id, project_id, lead_id, state, until)
  values (caller, project, lead, $3, $4)
  on conflict (user_id, project_id, lead_id) do update set state = excluded.state, until = excluded.until;
  if (select count(*) from public.notification_subscriptions s where s.user_id = caller) > most then
    raise exception 'At most % leads and projects are muted or followed.', most
      using errcode = 'PT422', detail = 'lead_id', hint = 'Take some back.';
  end if;
end;
$$;

-- The caller's own that hold now, of a project, or of all they are in: [{project_id, lead_id, lead_name, state, until}].
create or replace function public.get_notification_subscriptions(project_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
set timezone = 'UTC'
as $$
#variable_conflict use_column
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object('project_id', s.project_id, 'lead_id', s.lead_id, 'lead_name', l.name,
      'state', s.state, 'until', s.until) order by s.id)
    from public.notification_subscriptions s
    left join private.lead_facts l on l.id = s.lead_id
    where s.user_id = (select auth.uid()) and ($1 is null or s.project_id = $1)
      and (s.until is null or s.until > now())), '[]');
end;
$$;

-- Mutes or follows a project, or a lead in it; state null takes it back. Answers what get_notification_subscriptions
-- says of the project then. PT400 with the argument at fault in `detail`, PT404 where the caller is not in the project
-- or the lead is not.
create or replace function public.set_notification_subscription(
  project_id uuid, lead_id uuid default null, state text default null, until timestamptz default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
declare
  refused_detail text;
  refused_hint text;
begin
  if auth.uid() is null then
    raise exception 'You are not signed in.' using errcode = 'PT401';
  elsif $3 is not null and $3 not in ('muted', 'followed') then
    raise exception 'A project or a lead is muted, followed, or neither.' using errcode = 'PT400', detail = 'state';
  elsif $4 is not null and ($3 is distinct from 'muted' or $4 <= now() or $4 = 'infinity') then
    raise exception 'Only muting ends, and in the future.' using errcode = 'PT400', detail = 'until';
  elsif $1 is null or $1 <> all (array(select private.my_project_ids())) then
    raise exception 'There is no such project.' using errcode = 'PT404', detail = 'project_id';
  elsif $2 is not null and not exists (
    select from private.lead_facts l where l.id = $2 and l.project_id = $1
  ) then
    raise exception 'There is no such lead in the project.' using errcode = 'PT404', detail = 'lead_id';
  end if;
  perform private.store_subscription($1, $2, $3, $4);
  return public.get_notification_subscriptions($1);
exception when sqlstate 'PT400' or sqlstate 'PT403' or sqlstate 'PT404' or sqlstate 'PT422' then
  get stacked diagnostics refused_detail = pg_exception_detail, refused_hint = pg_exception_hint;
  if not private.is_api_request() then
    raise;
  end if;
  return private.answer_refusal('notifications', sqlstate, sqlerrm, refused_detail, refused_hint);
end;
$$;

alter table public.notification_subscriptions enable row level security;
drop policy if exists "people see what they mute and follow in their projects" on public.notification_subscriptions;
create policy "people see what they mute and follow in their projects" on public.notification_subscriptions
  for select to authenticated
  using (user_id = (select auth.uid()) and project_id = any (array(select private.my_project_ids())));

revoke all on table public.notification_subscriptions from public, anon, authenticated, service_role;
revoke all on sequence public.notification_subscriptions_id_seq from public, anon, authenticated, service_role;
grant select on table public.notification_subscriptions to authenticated;
grant select, delete on table public.notification_subscriptions to service_role;
revoke all on function private.store_subscription(uuid, uuid, text, timestamptz),
  public.get_notification_subscriptions(uuid), public.set_notification_subscription(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;
-- It writes the caller's own rows alone, and of projects that the caller was in a moment ago.
grant execute on function private.store_subscription(uuid, uuid, text, timestamptz),
  public.get_notification_subscriptions(uuid), public.set_notification_subscription(uuid, uuid, text, timestamptz)
  to authenticated;
