-- What is judged about a lead is told to everybody in its project but who did it, in the transaction that changed it. All
-- that happens to one lead within ten minutes is one line, of the kind that matters most, from where the lead stood before
-- to where it stands now. A lead that is back where it was has no line.

-- The BANT marks that are set now and were not before.
create or replace function private.new_marks(was jsonb, is_now private.judgement)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return array_remove(array[
    case when is_now.bant_budget and not (was -> 'bant_budget')::boolean then 'budget' end,
    case when is_now.bant_authority and not (was -> 'bant_authority')::boolean then 'authority' end,
    case when is_now.bant_need and not (was -> 'bant_need')::boolean then 'need' end,
    case when is_now.bant_timeline and not (was -> 'bant_timeline')::boolean then 'timeline' end
  ], null);
end;
$$;

-- What a lead's state now is news against `was`, the state before: a kind each, by what matters most. `was` is a judgement
-- as jsonb, with `new` where the lead was not there yet.
create or replace function private.lead_kinds(was jsonb, is_now private.judgement)
returns table (rank integer, kind text)
language sql
immutable
set search_path = ''
as $$
  select k.rank, k.kind
  from (values
    (1, 'lead.won', is_now.status = 'won' and was ->> 'status' <> 'won'),
    (2, 'lead.qualified', is_now.status = 'qualified' and was ->> 'status' in ('open', 'lost')),
    (3, 'heat.milestone', is_now.heat = 'burning' and was ->> 'heat' <> 'burning'),
    (4, 'bant.completed', private.new_marks(was, is_now) <> '{}'),
    (5, 'lead.created', was ? 'new'),
    (6, 'lead.heat', is_now.heat <> was ->> 'heat' and is_now.heat <> 'burning')
  ) k (rank, kind, holds)
  where k.holds;
$$;

-- The facts of a notice of such a kind.
create or replace function private.lead_facts_told(
  kind text, lead uuid, name text, was jsonb, is_now private.judgement, marks text[], changes bigint
)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('kind', kind, 'lead_id', lead, 'lead_name', name, 'from', was ->> 'heat', 'to', is_now.heat,
    'changes', changes, 'mark', case cardinality(marks) when 0 then null when 1 then marks[1] else 'several' end,
    'known', is_now.bant_budget::integer + is_now.bant_authority::integer + is_now.bant_need::integer
      + is_now.bant_timeline::integer,
    'was', was);
$$;

-- Once a statement, however many leads it touched. A lead that came to be more than an hour ago was brought in later, and one
-- that somebody brings with others is theirs to tell of: that it is there is no news.
create or replace function private.notify_lead_changes(changes private.lead_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  news constant private.lead_change[] := array(
    select c from unnest(changes) c
    where (c.before is not null or c.at > now() - interval '1 hour'
      and coalesce(current_setting('ovenai.many_leads', true), '') = '') and private.is_news(c));
  people constant uuid[] := array(
    select distinct m.user_id from private.tenant_members m
    where m.project_id = any (array(select distinct c.project_id from unnest(news) c))
      and m.user_id is distinct from (select auth.uid())
    order by m.user_id);
  seconds constant integer := (select r.collapse_seconds from private.kind_rules('lead.heat') r);
  notices private.notice[];
  audience private.addressee[];
begin
  if exists (select from private.project_apps a where a.project_id = any (array(select c.project_id from unnest(news) c))) then
    perform private.post_to_projects(array(
      select row(n.nth, n.nth, k.rank, n.project_id, n.lead_id, private.lead_facts_told(k.kind, n.lead_id, n.name, b.was,
          n.after, private.new_marks(b.was, n.after), case when n.before is null then 1 else (
            select count(*) from jsonb_each(to_jsonb(n.before)) j where j.value <> to_jsonb(n.after) -> j.key) end),
        case when n.before is null then 'lead.created:' || n.lead_id || ':' || n.project_id end, now())::private.notice
      from unnest(news) with ordinality n (lead_id, project_id, name, before, after, at, nth)
      cross join lateral (select case when n.before is null then to_jsonb(n.after) || '{"new": true}'
        else to_jsonb(n.before) end as was) b
      cross join lateral private.lead_kinds(b.was, n.after) k));
  end if;
  if cardinality(people) = 0 then
    return;
  end if;
  perform private.hold_counters(people);
  with leads as materialized (
    select c.nth::integer, c.lead_id, c.project_id, c.name, c.after, c.at, c.before is null as is_new,
      case when c.before is null then to_jsonb(c.after) || '{"new": true}' else to_jsonb(c.before) end as was,
      case when c.before is null then 1 else (
        select count(*) from jsonb_each(to_jsonb(c.before)) b where b.value <> to_jsonb(c.after) -> b.key) end as changed
    from unnest(news) with ordinality c (lead_id, project_id, name, before, after, at, nth)
  ), earlier as materialized (
    select e.* from private.take_over(people, array(select l.lead_id from leads l),
      array(select 'lead:' || l.lead_id from leads l), seconds) e
  ), readers as materialized (
    -- Those with nothing to take over, which may be many, share one variant of a lead.
    select l.nth, m.user_id, coalesce(e.was, 'null') as was, coalesce(e.changes, 0) as changes
    from leads l
    join private.tenant_members m on m.project_id = l.project_id and m.user_id is distinct from (select auth.uid())
    left join earlier e on e.user_id = m.user_id and e.lead_id = l.lead_id
  ), variants as materialized (
    select v.nth, v.was, v.changes, row_number() over ()::integer as variant
    from (select distinct r.nth, r.was, r.changes from readers r) v
  ), told as materialized (
    -- A variant has at most six kinds.
    select v.variant, v.variant * 10 + k.rank as place, l.nth as slot, k.rank, l.project_id, l.lead_id,
      private.lead_facts_told(k.kind, l.lead_id, l.name, began.was, l.after, marks.names, v.changes + l.changed) as params,
      -- Told anew it is not the same row.
      case when k.kind = 'lead.created' and l.is_new then 'lead.created:' || l.lead_id || ':' || l.project_id end
        as dedupe_key
    from variants v
    join leads l on l.nth = v.nth
    cross join lateral (select case v.was when 'null' then l.was else v.was end as was) began
    cross join lateral private.lead_kinds(began.was, l.after) k
    cross join lateral (select private.new_marks(began.was, l.after) as names) marks
  )
  select
    array(select row(t.place, t.slot, t.rank, t.project_id, t.lead_id, t.params, t.dedupe_key, now())::private.notice
      from told t),
    array(select row(r.user_id, t.place)::private.addressee
      from readers r
      join variants v on v.nth = r.nth and v.was = r.was and v.changes = r.changes
      join told t on t.variant = v.variant)
    into notices, audience;
  perform private.tell(notices, audience);
end;
$$;

-- What the business tells of its leads: told to people, and written down. What is news is judged before it is history.
create or replace function private.announce_lead_changes(changes private.lead_change[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.notify_lead_changes(changes);
  perform private.record_lead_changes(changes);
end;
$$;

-- That something else happened with these leads, `count` times each: told of one kind, but not twice under the same key.
do $$
begin
  create type private.lead_event as (lead_id uuid, count integer, dedupe_key text);
exception when duplicate_object then
  null;
end;
$$;
revoke all on type private.lead_event from public, anon, authenticated, service_role;

create or replace function private.notify_lead_events(kind text, events private.lead_event[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.tell_project(array(
    select row(e.nth, e.nth, 1, l.project_id, l.id, jsonb_build_object('kind', notify_lead_events.kind, 'lead_id', l.id,
      'lead_name', l.name, 'changes', e.count), e.dedupe_key, now())::private.notice
    from unnest(events) with ordinality e (lead_id, count, dedupe_key, nth)
    join private.lead_facts l on l.id = e.lead_id));
end;
$$;

revoke all on function private.lead_facts_told(text, uuid, text, jsonb, private.judgement, text[], bigint),
  private.lead_kinds(jsonb, private.judgement), private.new_marks(jsonb, private.judgement),
  private.notify_lead_changes(private.lead_change[]), private.announce_lead_changes(private.lead_change[]),
  private.notify_lead_events(text, private.lead_event[])
  from public, anon, authenticated, service_role;
