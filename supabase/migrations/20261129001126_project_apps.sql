-- Apps that an admin connects for everybody in a project: a channel or a system that is told what happens there. Such an app is
-- the project's: who is in it sees it, its admins alone change and end it. It is told as long as who connected it is one of
-- these admins, so that nobody who has left reads on at an address of their own.

create table if not exists private.project_apps (
  id uuid primary key default gen_random_uuid(),
  -- No foreign key: projects are not always ours.
  project_id uuid not null,
  provider text not null check (provider ~ '^[a-z][a-z0-9-]{0,39}$'),
  connected_by uuid references auth.users (id) on delete set null,
  -- {id, name, email, url} at the provider.
  account jsonb not null check (jsonb_typeof(account) = 'object' and pg_column_size(account) <= 4096),
  -- Ciphertext of what opens it, bound to project and provider.
  tokens text not null check (tokens ~ '^v1(:[A-Za-z0-9_-]+){4}$'),
  -- What it is told of: rows of the matrix.
  categories text[] not null check (cardinality(categories) <= 20 and array_position(categories, null) is null),
  -- A key of settings.integrations.problems in messages/*.json. Null: it takes what it is told.
  problem text check (char_length(problem) <= 40),
  connected_at timestamptz not null default now(),
  -- However often it is connected. Also the index behind a project's page.
  constraint project_apps_project_key unique (project_id, provider)
);
comment on table private.project_apps is 'Apps that admins have connected for everybody in a project.';
create index if not exists project_apps_person_idx on private.project_apps (connected_by) where connected_by is not null;

-- What apps of projects are to be told, and what became of it. What is decided is decided in TypeScript
-- (lib/notifications/delivery/posts).
create table if not exists private.project_posts (
  id uuid primary key default gen_random_uuid(),
  app_id uuid not null references private.project_apps (id) on delete cascade,
  lead_id uuid,
  -- {kind, …facts}, as notifications have them.
  params jsonb not null check (jsonb_typeof(params) = 'object' and pg_column_size(params) <= 16384),
  category text not null check (char_length(category) <= 60),
  -- Who did it.
  actor uuid,
  at timestamptz not null default now(),
  expires_at timestamptz,
  dedupe_key text check (char_length(dedupe_key) <= 255),
  -- The words are checked by the generated migration.
  status text not null default 'pending',
  -- A key of notifications.reasons in messages/*.json.
  reason text not null default 'due' check (char_length(reason) <= 60),
  -- [{rule, outcome, inputs}], as private.deliveries have it.
  trace jsonb not null default '[]' check (jsonb_typeof(trace) = 'array' and pg_column_size(trace) <= 8192),
  -- Not claimed before. Under a lease: when the lease ends.
  not_before timestamptz not null default now(),
  -- The message that it went out with: the same at every attempt.
  message_id uuid,
  attempts integer not null default 0,
  lease_id uuid,
  done_at timestamptz,
  constraint project_posts_done_has_its_time check ((status = 'pending') = (done_at is null)),
  constraint project_posts_once_key unique (app_id, dedupe_key)
);
comment on table private.project_posts is 'What apps of projects are told: what became of it, and why.';
create index if not exists project_posts_due_idx on private.project_posts (not_before) where status = 'pending';
create index if not exists project_posts_app_idx on private.project_posts (app_id, at);
create index if not exists project_posts_lead_idx on private.project_posts (lead_id) where lead_id is not null;

-- Refuses whoever does not administer a project: PT403.
create or replace function private.must_lead(person uuid, project uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (
    select from private.tenant_members m where m.project_id = project and m.user_id = person and m.role = 'admin') then
    raise exception 'You do not administer this project.' using errcode = 'PT403', detail = 'project';
  end if;
end;
$$;

-- Whether who connected an app may still speak for the project.
create or replace function private.project_app_stands(a private.project_apps)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select from private.tenant_members m
    where m.project_id = a.project_id and m.user_id = a.connected_by and m.role = 'admin');
$$;

-- Notes what happened for the apps of its project. Of what a change is, an app is told what matters most of the kinds that
-- its admins chose; each change stands for itself.
create or replace function private.post_to_projects(notices private.notice[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.project_posts (app_id, lead_id, params, category, actor, at, expires_at, dedupe_key)
  select x.app_id, x.lead_id, x.params, x.category, (select auth.uid()), x.at, x.expires_at, x.dedupe_key
  from (
    select distinct on (a.id, n.slot) a.id as app_id, n.lead_id, n.params, told.category, n.at, n.dedupe_key,
      coalesce((n.params ->> rule.lifetime_fact)::timestamptz,
        n.at + make_interval(secs => rule.lifetime_seconds)) as expires_at
    from private.project_apps a
    join unnest(notices) n on n.project_id = a.project_id
    cross join lateral private.notification_text(n.params) told
    cross join lateral private.kind_rules(n.params ->> 'kind') rule
    where a.problem is null and a.project_id = any (array(select m.project_id from unnest(notices) m))
    order by a.id, n.slot, told.category = any (a.categories) desc, n.rank
  ) x
  on conflict on constraint project_posts_once_key do nothing;
end;
$$;

-- An app takes nothing any more, or nobody speaks for it: the project's admins are told once, by their own ways.
create or replace function private.end_project_app(app uuid, why text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  ended private.project_apps;
begin
  update private.project_apps a set problem = why where a.id = app and a.problem is null returning a.* into ended;
  if ended.id is not null then
    perform private.tell_people(
      array(select m.user_id from private.tenant_members m where m.project_id = ended.project_id and m.role = 'admin'),
      jsonb_build_object('kind', 'integration.attention', 'provider', ended.provider, 'reason', 'credentials'),
      ended.project_id, null, format('project app:%s:%s', ended.id, extract(epoch from clock_timestamp())));
  end if;
end;
$$;

-- Connects an app for everybody in a project, or anew: what was chosen for it stays chosen. Who asks speaks for it from now on.
create or replace function public.keep_project_app(
  person uuid, project uuid, provider text, account jsonb, tokens text, categories text[]
)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.must_lead($1, $2);
  insert into private.project_apps as a (project_id, provider, connected_by, account, tokens, categories)
  values ($2, $3, $1, $4, $5, $6)
  on conflict on constraint project_apps_project_key do update set connected_by = excluded.connected_by,
    account = excluded.account, tokens = excluded.tokens, problem = null, connected_at = now();
  return true;
exception when check_violation or not_null_violation then
  raise exception 'Not an app.' using errcode = 'PT400';
end;
$$;

-- The app of a project for one of its admins; null where there is none.
create or replace function public.find_project_app(person uuid, project uuid, provider text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.must_lead($1, $2);
  return (select to_jsonb(a) from private.project_apps a where a.project_id = $2 and a.provider = $3);
end;
$$;

-- Of what it is told from now on. False where there is no such app.
create or replace function public.choose_project_kinds(person uuid, project uuid, provider text, categories text[])
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.must_lead($1, $2);
  update private.project_apps a set categories = $4 where a.project_id = $2 and a.provider = $3;
  return found;
exception when check_violation or not_null_violation then
  raise exception 'Not a choice.' using errcode = 'PT400', detail = 'categories';
end;
$$;

-- "Send one now": a message of no consequence, by the way that all others go.
create or replace function public.try_project_app(person uuid, project uuid, provider text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.must_lead($1, $2);
  insert into private.project_posts (app_id, params, category, actor)
  select a.id, '{"kind": "test"}', 'test', $1 from private.project_apps a where a.project_id = $2 and a.provider = $3;
  return found;
end;
$$;

-- Ends an app: what opens it is deleted, and so is what it was told and what waits.
create or replace function public.remove_project_app(person uuid, project uuid, provider text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.must_lead($1, $2);
  delete from private.project_apps a where a.project_id = $2 and a.provider = $3;
  return found;
end;
$$;

-- Claims what is due for one app: {app, stands, project, preferences, settings, lease, at, posts}; null where nothing is. Its
-- rows go out as one message, at most twenty; a message that was tried before is the same message again.
create or replace function private.take_project_posts(lease_seconds integer)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  lease constant uuid := gen_random_uuid();
  due private.project_apps;
  message uuid;
  posts jsonb;
begin
  select a.* into due from private.project_apps a
  where exists (select from private.project_posts p
    where p.app_id = a.id and p.status = 'pending' and p.not_before <= now())
  limit 1 for update skip locked;
  if due.id is null then
    return null;
  end if;
  select p.message_id into message from private.project_posts p
  where p.app_id = due.id and p.status = 'pending' and p.not_before <= now()
  order by p.message_id is null, p.at limit 1;
  with claimed as (
    update private.project_posts p set lease_id = lease, message_id = coalesce(message, lease), attempts = p.attempts + 1,
      not_before = now() + make_interval(secs => lease_seconds)
    where p.id = any (array(
      select q.id from private.project_posts q
      where q.app_id = due.id and q.status = 'pending' and q.not_before <= now() and q.message_id is not distinct from message
      order by q.at, q.id limit 20))
    returning p.*
  )
  select jsonb_agg(jsonb_build_object('id', p.id, 'message_id', p.message_id, 'attempts', p.attempts, 'category', p.category,
      'lead_id', p.lead_id, 'params', p.params, 'type', told.type, 'priority', told.priority, 'title', told.title,
      'message', told.message, 'action_url', told.action_url, 'occurred_at', p.at, 'expires_at', p.expires_at, 'actor', (
        select coalesce(nullif(u.raw_user_meta_data ->> 'name', ''), nullif(u.raw_user_meta_data ->> 'full_name', ''))
        from auth.users u where u.id = p.actor)) order by p.at, p.id)
    into posts from claimed p cross join lateral private.notification_text(p.params) told;
  return jsonb_build_object('app', to_jsonb(due), 'stands', private.project_app_stands(due), 'lease', lease, 'at', now(),
    'project', (select t.name from private.tenant_projects t where t.id = due.project_id),
    'preferences', (select to_jsonb(s) from public.user_app_preferences s where s.user_id = due.connected_by),
    'settings', (select to_jsonb(s) from public.user_notification_settings s where s.user_id = due.connected_by),
    'posts', posts);
end;
$$;

create or replace function public.take_project_posts(lease_seconds integer)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.take_project_posts($1); $$;

-- Writes down what became of claimed rows: [{id, status, reason, trace, wait_seconds}], as long as they are under this lease. With
-- `wait_seconds` all that waits for the app waits as long. `problem`: the app is ended. Answers how many rows it wrote.
create or replace function public.complete_project_posts(lease uuid, results jsonb, problem text default null)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  app uuid;
  waits double precision;
  written integer;
begin
  select p.app_id into app from jsonb_to_recordset($2) g (id uuid) join private.project_posts p on p.id = g.id
  where p.lease_id = $1 limit 1;
  update private.project_posts p set status = g.status, reason = g.reason, trace = coalesce(g.trace, p.trace),
    lease_id = null, done_at = case when g.status <> 'pending' then now() end
  from jsonb_to_recordset($2) g (id uuid, status text, reason text, trace jsonb)
  where p.id = g.id and p.lease_id = $1;
  get diagnostics written = row_count;
  select max(g.wait_seconds) into waits from jsonb_to_recordset($2) g (wait_seconds double precision);
  if written > 0 and waits is not null then
    update private.project_posts p set not_before = now() + make_interval(secs => waits)
    where p.app_id = app and p.status = 'pending' and p.lease_id is null;
  end if;
  if written > 0 and $3 is not null then
    perform private.end_project_app(app, $3);
  end if;
  return written;
end;
$$;

-- What is connected for everybody in the caller's projects: {apps: [{id, provider, project_id, project, name, who, mine, leads,
-- problem, categories, posts}], leads}. name: the account's; who: null where they have left; leads: whether the caller is an admin of it, and
-- the projects of which they are; posts: the last five, [{id, at, params, title, message, status, reason}]. A number that its owner lets
-- a project use is one, too, without kinds and posts.
create or replace function private.my_project_apps()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  caller constant uuid := auth.uid();
begin
  return jsonb_build_object(
    'leads', (select coalesce(jsonb_agg(m.project_id), '[]') from private.tenant_members m
      where m.user_id = caller and m.role = 'admin'),
    'apps', (
      select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'provider', x.provider, 'project_id', m.project_id,
          'project', t.name, 'name', x.name, 'mine', x.owner is not distinct from caller, 'leads', m.role = 'admin',
          'who', coalesce(nullif(btrim(u.raw_user_meta_data ->> 'name'), ''), split_part(u.email, '@', 1)),
          'problem', x.problem, 'categories', x.categories, 'posts', x.posts) order by t.name, m.project_id, x.provider), '[]')
      from private.tenant_members m
      join private.tenant_projects t on t.id = m.project_id
      cross join lateral (
        select a.id, a.provider, a.account ->> 'name' as name, a.connected_by as owner, a.categories,
          case when private.project_app_stands(a) then a.problem else 'leftProject' end as problem,
          coalesce((select jsonb_agg(p.shown order by p.at desc) from (
            select o.at, jsonb_build_object('id', o.id, 'at', o.at, 'params', o.params, 'title', told.title,
              'message', told.message, 'status', o.status, 'reason', o.reason) as shown
            from private.project_posts o cross join lateral private.notification_text(o.params) told
            where o.app_id = a.id order by o.at desc limit 5) p), '[]') as posts
        from private.project_apps a where a.project_id = m.project_id
        union all
        select c.id, c.provider, c.details #>> '{number,display}', c.user_id, null,
          case when c.status = 'needs_reconnect' then coalesce(c.problem, 'credentials') end, '[]'
        from private.shared_numbers(m.project_id) w
        join public.integration_connections c on c.id = w.connection_id and c.details #>> '{number,display}' is not null
      ) x
      left join auth.users u on u.id = x.owner
      where m.user_id = caller));
end;
$$;

create or replace function public.get_project_apps()
returns jsonb
language sql
stable
set search_path = ''
as $$ select private.my_project_apps(); $$;

alter table private.project_apps enable row level security;
alter table private.project_posts enable row level security;
drop policy if exists "the service keeps apps of projects" on private.project_apps;
create policy "the service keeps apps of projects" on private.project_apps for select to service_role using (true);
drop policy if exists "the service keeps what apps of projects are told" on private.project_posts;
create policy "the service keeps what apps of projects are told" on private.project_posts for select to service_role using (true);

revoke all on table private.project_apps, private.project_posts from public, anon, authenticated, service_role;
grant select, insert, update, delete on table private.project_apps, private.project_posts to service_role;
revoke all on function private.must_lead(uuid, uuid), private.project_app_stands(private.project_apps),
  private.post_to_projects(private.notice[]), private.end_project_app(uuid, text),
  public.keep_project_app(uuid, uuid, text, jsonb, text, text[]), public.find_project_app(uuid, uuid, text),
  public.choose_project_kinds(uuid, uuid, text, text[]), public.try_project_app(uuid, uuid, text),
  public.remove_project_app(uuid, uuid, text), private.take_project_posts(integer), public.take_project_posts(integer),
  public.complete_project_posts(uuid, jsonb, text), private.my_project_apps(), public.get_project_apps()
  from public, anon, authenticated, service_role;
grant execute on function private.must_lead(uuid, uuid), private.project_app_stands(private.project_apps), private.end_project_app(uuid, text),
  public.keep_project_app(uuid, uuid, text, jsonb, text, text[]), public.find_project_app(uuid, uuid, text),
  public.choose_project_kinds(uuid, uuid, text, text[]), public.try_project_app(uuid, uuid, text),
  public.remove_project_app(uuid, uuid, text), private.take_project_posts(integer), public.take_project_posts(integer),
  public.complete_project_posts(uuid, jsonb, text) to service_role;
grant execute on function private.my_project_apps(), public.get_project_apps() to authenticated;
