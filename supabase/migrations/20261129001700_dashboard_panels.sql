-- The data of the eight dashboard widgets in one call: one round trip paints the page. Security invoker: row-level
-- security decides what is counted, and a project that the caller cannot see is refused rather than shown as empty.
-- Days and weeks are those of UTC. Periods are half open and end tonight, so today counts.

-- The project's leads are read once, by leads_project_created_idx; the share by heat needs every open one anyway, so
-- further indexes for the dates of qualifying and winning would be written often and save nothing.

create or replace function public.get_dashboard_panels(project_id uuid)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  project constant uuid := $1;
  tonight constant timestamptz := date_trunc('day', now(), 'UTC') + interval '1 day';
  answer jsonb;
begin
  if not exists (select from private.tenant_projects p where p.id = project) then
    raise exception 'You have no access to this project.' using errcode = 'PT403';
  end if;

  with
  mine as materialized (
    select l.id, l.name, l.channel, l.heat, l.status, l.value, l.created_at, l.qualified_at, l.won_at,
      l.bant_budget, l.bant_authority, l.bant_need, l.bant_timeline
    from private.lead_facts l
    where l.project_id = project
  ),
  agreed as materialized (
    select m.lead_id, m.starts_at from private.lead_meetings m where m.project_id = project and m.status <> 'canceled'
  ),
  -- One row a day and kind: every count over time below is a sum over at most 3 x 120 of these.
  daily as materialized (
    select happened.kind, date_trunc('day', happened.at, 'UTC') as day, count(*) as n
    from (
      select 'leads' as kind, created_at as at from mine
      union all
      select 'qualified', qualified_at from mine
      union all
      select 'meetings', starts_at from agreed
    ) happened
    where happened.at >= tonight - interval '120 days' and happened.at < tonight
    group by 1, 2
  ),
  -- The 30 days up to the end of each of the last 13 weeks; "before" are the 30 days before the last 30.
  trends as (
    select kinds.kind, jsonb_build_object(
      'value', coalesce(sum(d.n) filter (where d.day >= tonight - interval '30 days'), 0),
      'previous', coalesce(sum(d.n) filter (
        where d.day >= tonight - interval '60 days' and d.day < tonight - interval '30 days'), 0),
      'series', (
        select jsonb_agg(coalesce((
          select sum(s.n) from daily s
          where s.kind = kinds.kind and s.day < ends.at and s.day >= ends.at - interval '30 days'
        ), 0) order by ends.at)
        from (select tonight - interval '7 days' * back as at from generate_series(0, 12) back) ends
      )
    ) as trend
    from (values ('leads'), ('qualified'), ('meetings')) kinds (kind)
    left join daily d on d.kind = kinds.kind
    group by kinds.kind
  ),
  weeks as (
    select week.starts, sum(d.n) filter (where d.kind = 'leads') as leads,
      sum(d.n) filter (where d.kind = 'qualified') as qualified
    from (select tonight - interval '7 days' * back as starts from generate_series(1, 17) back) week
    left join daily d on d.day >= week.starts and d.day < week.starts + interval '7 days'
    group by week.starts
  ),
  -- How far the leads of the last 120 days came. A lead that cooled down again has still been warm.
  cohort as (
    select l.qualified_at, l.won_at, l.heat <> 'cold' or h.lead_id is not null as was_warm,
      exists (select from agreed m where m.lead_id = l.id) as has_meeting
    from mine l
    left join (
      select distinct e.lead_id from private.lead_history e
      where e.project_id = project and e.kind = 'heat' and e.at >= tonight - interval '120 days'
    ) h on h.lead_id = l.id
    where l.created_at >= tonight - interval '120 days'
  ),
  channels as (
    select channel, sum(value) as value, count(*) as won
    from mine where won_at >= tonight - interval '120 days'
    group by channel
  ),
  heat as (
    select heat, count(*) as n from mine where status in ('open', 'qualified') group by heat
  ),
  activity as (
    select e.id, e.kind, e.before, e.after, e.at, e.lead_id, l.name
    from (
      select * from private.lead_history e where e.project_id = project order by e.at desc, e.id desc limit 12
    ) e
    join mine l on l.id = e.lead_id
  ),
  -- Burning leads that nobody has agreed to meet; the wait counts from the moment they turned burning.
  waiting as (
    select coalesce((
      select max(e.at) from private.lead_history e
      where e.lead_id = l.id and e.kind = 'heat' and e.after = '"burning"'
    ), l.created_at) as since
    from mine l
    where l.heat = 'burning' and l.status in ('open', 'qualified')
      and not exists (select from agreed m where m.lead_id = l.id)
  ),
  cooled as (
    select distinct on (l.id) case
      when not l.bant_budget then 'budget'
      when not l.bant_authority then 'authority'
      when not l.bant_need then 'need'
      when not l.bant_timeline then 'timeline'
    end as missing
    from private.lead_history e
    join mine l on l.id = e.lead_id
    where e.project_id = project and e.kind = 'heat' and e.after = '"cold"'
      and e.at >= tonight - interval '7 days' and l.heat = 'cold'
  ),
  -- Median time to reply by two-hour slot over 30 days; a slot with fewer than five replies says nothing.
  replies as (
    select extract(hour from m.sent_at at time zone 'UTC')::int / 2 * 2 as hour,
      percentile_cont(0.5) within group (order by m.reply_seconds) as median
    from private.lead_messages m
    where m.project_id = project and m.direction = 'out' and m.reply_seconds is not null
      and m.sent_at >= tonight - interval '30 days'
    group by 1
    having count(*) >= 5
  ),
  month as (select date_trunc('month', now(), 'UTC') as starts),
  targets as (
    select t.metric, t.target, case t.metric
      when 'leads' then (select count(*) from mine where created_at >= month.starts)
      when 'qualified' then (select count(*) from mine where qualified_at >= month.starts)
      when 'meetings' then (
        select count(*) from agreed where starts_at >= month.starts and starts_at < tonight)
      when 'revenue' then (select coalesce(sum(value), 0) from mine where won_at >= month.starts)
    end as actual
    from public.performance_targets t, month
    where t.project_id = project and t.period_start = (month.starts at time zone 'UTC')::date
  )
  select jsonb_build_object(
    'at', now(),
    'metrics', (select jsonb_object_agg(kind, trend) from trends),
    'monthlyPerformance', (
      select jsonb_agg(jsonb_build_object(
        'weekStart', (starts at time zone 'UTC')::date,
        'leads', coalesce(leads, 0), 'qualified', coalesce(qualified, 0)) order by starts) from weeks),
    'leadsConversions', (
      select jsonb_build_object(
        'leads', count(*), 'warm', count(*) filter (where was_warm), 'qualified', count(qualified_at),
        'meeting', count(*) filter (where has_meeting), 'won', count(won_at)) from cohort),
    'revenueChannel', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'channel', channel, 'value', value, 'won', won) order by value desc, channel), '[]') from channels),
    'pieCharts', (
      select jsonb_object_agg(word, coalesce(heat.n, 0))
      from unnest(private.judgement_words('heat')) word left join heat on heat.heat = word),
    'recentActivity', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'kind', kind, 'before', before, 'after', after, 'at', at,
        'leadId', lead_id, 'leadName', name) order by at desc, id desc), '[]') from activity),
    'insights', jsonb_build_object(
      'burningWithoutMeeting', (select jsonb_build_object('leads', count(*), 'oldestAt', min(since)) from waiting),
      'wentCold', (
        select jsonb_build_object(
          'leads', count(*), 'mostlyMissing', mode() within group (order by missing)) from cooled),
      'replies', (
        select case when count(*) > 1 then jsonb_build_object(
          'fastest', (array_agg(jsonb_build_object('fromHour', hour, 'medianSeconds', median) order by median, hour))[1],
          'slowest', (array_agg(jsonb_build_object('fromHour', hour, 'medianSeconds', median)
            order by median desc, hour))[1]) end
        from replies)),
    'performanceTargets', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'metric', metric, 'target', target, 'actual', actual)
        order by array_position(array['leads', 'qualified', 'meetings', 'revenue'], metric)), '[]') from targets)
  ) into answer;
  return answer;
end;
$$;

revoke all on function public.get_dashboard_panels(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_dashboard_panels(uuid) to authenticated;
