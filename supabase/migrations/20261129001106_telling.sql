-- How people are told: in the transaction of the cause, all of a statement at once. What a person switched off, muted or
-- wants to hear of only when it is hotter is decided here, once a person: the row says why the app keeps it away.

do $$
begin
  -- Something to tell. `slot`: of those of one slot a person is told one, the first by `rank` that their switches let
  -- through, else the first. `params`: the kind and its facts.
  create type private.notice as (
    place integer, slot integer, rank integer, project_id uuid, lead_id uuid, params jsonb, dedupe_key text,
    at timestamptz
  );
  -- Whom a notice is for.
  create type private.addressee as (user_id uuid, place integer);
exception when duplicate_object then
  null;
end;
$$;
revoke all on type private.notice, private.addressee from public, anon, authenticated, service_role;

-- The switches of these people for the app, in force: defaults, then their own. Most have none of their own.
create or replace function private.in_app_settings(people uuid[])
returns table (user_id uuid, switches jsonb, coldest integer)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  defaults constant jsonb := public.settings_defaults() #> '{notifications,in_app_notifications}';
  heats constant text[] := private.judgement_words('heat');
  schema jsonb;
begin
  if exists (select from public.user_notification_settings s
    where s.user_id = any (people) and s.in_app_notifications <> '{}') then
    schema := private.settings_schema() #> '{notifications,in_app_notifications,keys}';
  end if;
  return query
    select p.id, own.switches, array_position(heats, own.switches ->> 'minimumHeat')
    from unnest(people) p (id)
    left join public.user_notification_settings s on s.user_id = p.id and s.in_app_notifications <> '{}'
    cross join lateral (
      select case when s.user_id is null then defaults
        else private.resolve_group(schema, defaults, array[s.in_app_notifications]) end as switches
    ) own;
end;
$$;

-- What these people mute and follow now.
create or replace function private.subscriptions_of(people uuid[])
returns table (user_id uuid, project_id uuid, lead_id uuid, state text)
language sql
stable
security definer
set search_path = ''
as $$
  select s.user_id, s.project_id, s.lead_id, s.state from public.notification_subscriptions s
  where s.user_id = any (people) and (s.until is null or s.until > now());
$$;

-- Why the app keeps away a notification that is no kind of ours and says nothing of heat. Null: it tells it. What has no
-- switch is told always.
create or replace function private.why_kept_away(person uuid, category text, project uuid, lead uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  switches constant jsonb := (select s.switches from private.in_app_settings(array[person]) s);
begin
  return case
    when not switches ? category then null
    when switches -> category = 'false' then 'switch'
    when (
      select s.state from private.subscriptions_of(array[person]) s
      where s.project_id = project and (s.lead_id is null or s.lead_id = lead)
      order by s.lead_id nulls last limit 1
    ) = 'muted' then 'muted'
  end;
end;
$$;

-- Whoever tells somebody something holds their counters first, in the order of user_id: two never wait for each other.
create or replace function private.hold_counters(people uuid[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  insert into private.notification_counters (user_id, last_seq)
  select p.id, 0 from unnest(people) p (id)
  where not exists (select from private.notification_counters c where c.user_id = p.id)
  order by p.id
  on conflict do nothing;
  perform from private.notification_counters c where c.user_id = any (people) order by c.user_id for update;
end;
$$;

-- Makes the notices part of their addressees' lists; answers how many rows that made. Nobody is told the same dedupe_key
-- twice. Each person's counter advances once, and one statement inserts all: a hint a person (see realtime).
create or replace function private.tell(notices private.notice[], audience private.addressee[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  people constant uuid[] := array(select distinct a.user_id from unnest(audience) a order by a.user_id);
  heats constant text[] := private.judgement_words('heat');
  made integer;
begin
  if cardinality(people) = 0 then
    return 0;
  end if;
  perform private.hold_counters(people);
  with contents as materialized (
    select n.place, n.slot, n.rank, n.project_id, n.lead_id, n.params, n.dedupe_key, n.at, told.*,
      'inApp' = any (rule.mandatory) as mandatory, array_position(heats, n.params ->> rule.heat_fact) as heat,
      coalesce((n.params ->> rule.lifetime_fact)::timestamptz,
        n.at + make_interval(secs => rule.lifetime_seconds)) as expires_at
    from unnest(notices) n
    cross join lateral private.notification_text(n.params) told
    cross join lateral private.kind_rules(n.params ->> 'kind') rule
  ), settings as materialized (
    -- A person's stances by the id of the lead or the project; null where there are none, as with most: looked up for each
    -- row, where a join would sort all of them.
    select s.user_id, s.switches, s.coldest, own.stances
    from private.in_app_settings(people) s
    left join (
      select t.user_id, jsonb_object_agg(coalesce(t.lead_id, t.project_id), t.state) as stances
      from private.subscriptions_of(people) t group by t.user_id
    ) own on own.user_id = s.user_id
  ), chosen as materialized (
    select distinct on (a.user_id, n.slot) a.user_id, n.slot, n.place, verdict.kept_away
    from unnest(audience) a
    join contents n on n.place = a.place
    join settings s on s.user_id = a.user_id
    cross join lateral (
      select coalesce(s.stances ->> n.lead_id::text, s.stances ->> n.project_id::text) as state
    ) stance
    cross join lateral (
      select case
        when n.mandatory then null
        -- In the order of decide() (lib/notifications/delivery/decide.ts), so that both give one reason.
        when s.switches -> n.category = 'false' then 'switch'
        when n.category = 'calendlyBookings' and a.user_id::text = current_setting('ovenai.no_bookings', true) then 'bookings'
        when n.heat < s.coldest and stance.state is distinct from 'followed' then 'heat'
        when stance.state = 'muted' then 'muted'
      end as kept_away
    ) verdict
    where n.dedupe_key is null or not exists (
      select from public.notifications o where o.user_id = a.user_id and o.dedupe_key = n.dedupe_key)
    order by a.user_id, n.slot, verdict.kept_away is not null, n.rank
  ), numbered as (
    update private.notification_counters c set last_seq = c.last_seq + counted.rows
    from (select x.user_id, count(*) as rows from chosen x group by x.user_id) counted
    where c.user_id = counted.user_id
    returning c.user_id, c.last_seq - counted.rows as before
  )
  insert into public.notifications (user_id, seq, category, type, priority, title, message, params, action_url,
    project_id, lead_id, dedupe_key, collapse_key, occurred_at, expires_at, actor_id, kept_away)
  select x.user_id, x.before + x.nth, n.category, n.type, n.priority, n.title, n.message, n.params, n.action_url,
    n.project_id, n.lead_id, n.dedupe_key, n.collapse_key, n.at, n.expires_at, (select auth.uid()), x.kept_away
  from (
    select c.user_id, c.place, c.kept_away, d.before, row_number() over (partition by c.user_id order by c.slot) as nth
    from chosen c join numbered d on d.user_id = c.user_id
  ) x
  join contents n on n.place = x.place;
  get diagnostics made = row_count;
  return made;
end;
$$;

-- Takes over what these people have not read yet of the last seconds: {was, changes} by person, lead and collapse_key,
-- where it stood before the first of those rows and how many changes they told. A row that was read, archived or put off
-- stays. Call it with their counters held.
create or replace function private.take_over(people uuid[], leads uuid[], collapse_keys text[], seconds integer)
returns table (user_id uuid, lead_id uuid, collapse_key text, was jsonb, changes integer)
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  return query
    with taken as (
      update public.notifications n set read_at = now(), archived_at = now(), collapsed_at = now()
      where n.lead_id = any (leads) and n.user_id = any (people) and n.collapse_key = any (collapse_keys)
        and n.occurred_at > now() - make_interval(secs => seconds)
        and not n.read and n.archived_at is null and n.snoozed_until is null
      returning n.user_id, n.lead_id, n.collapse_key, n.seq, n.params
    )
    select t.user_id, t.lead_id, t.collapse_key, (array_agg(t.params -> 'was' order by t.seq))[1],
      sum(coalesce((t.params ->> 'changes')::integer, 1))::integer
    from taken t group by t.user_id, t.lead_id, t.collapse_key;
end;
$$;

-- Tells what happened with a lead to the apps of its project, and to everybody in it but who did it. What they have not read yet of the same
-- within the kind's time becomes part of it, and the fact `changes` counts both. Each notice is a slot of its own.
create or replace function private.tell_project(notices private.notice[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  people constant uuid[] := array(
    select distinct m.user_id from private.tenant_members m
    where m.project_id = any (array(select n.project_id from unnest(notices) n)) and m.user_id is distinct from (select auth.uid())
    order by m.user_id);
  merged private.notice[];
  audience private.addressee[];
begin
  perform private.post_to_projects(notices);
  if cardinality(people) = 0 then
    return 0;
  end if;
  perform private.hold_counters(people);
  with due as materialized (
    -- What somebody was told before takes nothing over.
    select n.*, m.user_id, told.collapse_key, rule.collapse_seconds
    from unnest(notices) n
    cross join lateral private.notification_text(n.params) told
    cross join lateral private.kind_rules(n.params ->> 'kind') rule
    join private.tenant_members m on m.project_id = n.project_id and m.user_id = any (people)
    where n.dedupe_key is null or not exists (
      select from public.notifications o where o.user_id = m.user_id and o.dedupe_key = n.dedupe_key)
  ), groups as materialized (
    select d.collapse_seconds, array_agg(distinct d.user_id) as people, array_agg(distinct d.lead_id) as leads,
      array_agg(distinct d.collapse_key) as collapse_keys
    from due d where d.collapse_seconds > 0 group by d.collapse_seconds
  ), earlier as materialized (
    select e.* from groups g
    cross join lateral private.take_over(g.people, g.leads, g.collapse_keys, g.collapse_seconds) e
  ), told as materialized (
    select d.place, d.user_id, coalesce((d.params ->> 'changes')::integer, 1) + coalesce(e.changes, 0) as changes
    from due d
    left join earlier e on (e.user_id, e.lead_id, e.collapse_key) = (d.user_id, d.lead_id, d.collapse_key)
  ), variants as materialized (
    select v.place, v.changes, row_number() over ()::integer as variant
    from (select distinct t.place, t.changes from told t) v
  )
  select
    array(select row(v.variant, n.slot, n.rank, n.project_id, n.lead_id,
        n.params || jsonb_build_object('changes', v.changes), n.dedupe_key, n.at)::private.notice
      from variants v join unnest(notices) n on n.place = v.place),
    array(select row(t.user_id, v.variant)::private.addressee
      from told t join variants v on v.place = t.place and v.changes = t.changes)
    into merged, audience;
  return private.tell(merged, audience);
end;
$$;

-- The work of tell_people.
create or replace function private.tell_people(
  people uuid[], params jsonb, project_id uuid, lead_id uuid, dedupe_key text
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  told constant uuid[] := array(
    select distinct p.id from unnest($1) p (id) join auth.users u on u.id = p.id
    where $3 is null or exists (
      select from private.tenant_members m where m.project_id = $3 and m.user_id = p.id));
begin
  if jsonb_typeof($2) is distinct from 'object' then
    raise exception 'What is told is an object of a kind and its facts.' using errcode = 'PT400', detail = 'params';
  elsif char_length($5) > 255 then
    raise exception 'A dedupe_key has at most 255 characters.' using errcode = 'PT400', detail = 'dedupe_key';
  end if;
  return jsonb_build_object('told', private.tell(
    array[row(1, 1, 1, $3, $4, $2, $5, now())::private.notice],
    array(select row(p.id, 1)::private.addressee from unnest(told) p (id))));
end;
$$;

-- The service tells people something of a kind: {kind, …facts} in params. {told}: how many rows that made; who was told
-- the dedupe_key before is told nothing. Of a project only people who are in it are told. PT400 where there is no such kind.
create or replace function public.tell_people(
  people uuid[], params jsonb, project_id uuid default null, lead_id uuid default null, dedupe_key text default null
)
returns jsonb
language sql
volatile
set search_path = ''
as $$ select private.tell_people($1, $2, $3, $4, $5); $$;

revoke all on function private.in_app_settings(uuid[]), private.subscriptions_of(uuid[]),
  private.why_kept_away(uuid, text, uuid, uuid), private.hold_counters(uuid[]),
  private.tell(private.notice[], private.addressee[]), private.take_over(uuid[], uuid[], text[], integer),
  private.tell_project(private.notice[]), private.tell_people(uuid[], jsonb, uuid, uuid, text),
  public.tell_people(uuid[], jsonb, uuid, uuid, text)
  from public, anon, authenticated, service_role;
grant execute on function private.tell_people(uuid[], jsonb, uuid, uuid, text),
  public.tell_people(uuid[], jsonb, uuid, uuid, text) to service_role;
