-- The figures of a dashboard in one call: of the panels that are asked for, and of no other. Security invoker: row-level
-- security decides what is counted, and a project that the caller cannot see is refused rather than shown as empty. The
-- server hands over the instants of the viewer's clock: no time zone of PostgreSQL is asked, and 'UTC' is none.

-- An older one answered all panels, by the days of UTC.
drop function if exists public.get_dashboard_panels(uuid);
drop function if exists public.get_dashboard_panels(uuid, text[], timestamptz[], timestamptz, timestamptz[], date,
  timestamptz[], integer[]);
drop function if exists private.check_dashboard_period(text[], timestamptz[], timestamptz, timestamptz[], timestamptz[],
  integer[]);

-- Refuses what get_dashboard_panels cannot answer, by the name of the argument.
create or replace function private.check_dashboard_period(
  panels text[], bounds timestamptz[], previous timestamptz[], month timestamptz[], clock_changes timestamptz[],
  clock_minutes integer[]
)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  ends constant timestamptz := bounds[cardinality(bounds)];
  longest constant interval := '3660 days';
  wrong constant text := case
    when panels is null or array_position(panels, null) is not null or not panels <@ array['metrics',
      'monthlyPerformance', 'leadsConversions', 'revenueChannel', 'pieCharts', 'recentActivity', 'insights',
      'performanceTargets'] then 'panels'
    when coalesce(cardinality(bounds), 0) not between 2 and 201 or array_ndims(bounds) <> 1
      or exists (select from unnest(bounds) with ordinality b (at, place)
        where b.at is null or not isfinite(b.at) or b.at <> date_bin('15 minutes', b.at, 'epoch')
          or b.place > 1 and b.at <= bounds[b.place - 1])
      or ends > bounds[1] + longest or bounds[1] < '1900-01-01' or ends > '2200-01-01' then 'bounds'
    when coalesce(cardinality(previous), 0) <> 2 or array_position(previous, null) is not null
      or not (isfinite(previous[1]) and isfinite(previous[2]))
      or previous[1] <> date_bin('15 minutes', previous[1], 'epoch')
      or previous[2] <> date_bin('15 minutes', previous[2], 'epoch') or previous[1] >= bounds[1]
      or previous[1] < bounds[1] - longest or previous[2] < previous[1] or previous[2] > bounds[1] then 'previous'
    when coalesce(cardinality(month), 0) <> 2 or array_position(month, null) is not null
      or not (isfinite(month[1]) and isfinite(month[2])) or month[1] >= month[2] or month[2] > month[1] + interval '32 days'
      or month[1] <> date_bin('15 minutes', month[1], 'epoch') or month[2] <> date_bin('15 minutes', month[2], 'epoch')
      or month[1] < '1900-01-01' or month[2] > '2200-01-01'
      then 'month'
    when clock_changes is null or array_position(clock_changes, null) is not null or cardinality(clock_changes) > 100
      or exists (select from unnest(clock_changes) with ordinality c (at, place)
        where c.place > 1 and c.at <= clock_changes[c.place - 1]) then 'clock_changes'
    when clock_minutes is null or array_position(clock_minutes, null) is not null
      or cardinality(clock_minutes) <> cardinality(clock_changes) + 1
      or exists (select from unnest(clock_minutes) c (minutes) where c.minutes not between -1440 and 1440)
      then 'clock_minutes'
  end;
begin
  if wrong is not null then
    raise exception 'Not a period of a dashboard.' using errcode = 'PT400', detail = wrong;
  end if;
end;
$$;

-- bounds: where the period and each of its buckets begin, and its end; at most 200 buckets and ten years. previous: where
-- the period before begins, which ends at bounds[1], and how far into it the present period has got: what comes by itself
-- is compared with that, meetings with the whole. month: the present month, whose targets are shown; month_starts: its
-- first day. clock_minutes: how far the viewer's clock is ahead of UTC before clock_changes[1], and from each change on.
-- PT400 with the argument in `detail`, PT403 where the caller is not in the project.
create or replace function public.get_dashboard_panels(
  project_id uuid, panels text[], bounds timestamptz[], previous timestamptz[], month timestamptz[], month_starts date,
  clock_changes timestamptz[], clock_minutes integer[]
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
#variable_conflict use_column
declare
  project constant uuid := $1;
  starts constant timestamptz := bounds[1];
  ends constant timestamptz := bounds[cardinality(bounds)];
  revenues constant text[] := array(
    select 'revenue:' || c.word from unnest(private.judgement_words('channel')) c (word));
  deals constant text[] := array(
    select 'deals:' || c.word from unnest(private.judgement_words('channel')) c (word));
  -- What is counted by buckets, before the period or in the month; and what is counted over the whole period.
  cut text[];
  whole text[];
  edges timestamptz[] := bounds;
  answer jsonb;
begin
  perform private.check_dashboard_period(panels, bounds, previous, month, clock_changes, clock_minutes);
  if not exists (select from private.tenant_projects p where p.id = project) then
    raise exception 'You have no access to this project.' using errcode = 'PT403';
  end if;

  cut := case when 'revenueChannel' = any (panels)
      then array['meetings', 'open:cold', 'open:warm', 'open:hot', 'open:burning'] || deals else '{}' end
    || case when array['metrics', 'monthlyPerformance', 'performanceTargets'] && panels
      then array['came', 'qualified', 'meetings'] else '{}' end
    || case when array['revenueChannel', 'performanceTargets'] && panels then revenues else '{}' end;
  whole := array(
    select distinct c.what
    from (values
      ('metrics', array['came', 'came:reached', 'came:qualified', 'came:met', 'open:cold', 'open:warm', 'open:hot',
        'open:burning']),
      ('leadsConversions', array['came', 'came:warm', 'came:qualified', 'came:met', 'came:won']),
      ('revenueChannel', revenues || deals),
      ('pieCharts', array['bant:budget', 'bant:authority', 'bant:need', 'bant:timeline'] || array(
        select 'open:' || h.word from unnest(private.judgement_words('heat')) h (word))),
      ('insights', array['came', 'waiting', 'cooled:budget', 'cooled:authority', 'cooled:need', 'cooled:timeline',
        'cooled:none'])
    ) w (panel, whats), unnest(w.whats) c (what)
    where w.panel = any (panels));
  if 'metrics' = any (panels) then
    edges := edges || previous;
  end if;
  if 'performanceTargets' = any (panels) then
    edges := edges || month;
  end if;
  edges := array(select distinct e.at from unnest(edges) e (at) order by e.at);

  with
  cells as materialized (
    select c.what, edges[c.bucket] as at, c.n from private.lead_counts(project, cut, edges) c where cardinality(cut) > 0
  ),
  totals as materialized (
    select c.what, c.n from private.lead_counts(project, whole, array[starts, ends]) c where cardinality(whole) > 0
  ),
  placed as (
    select k.what, k.n, width_bucket(k.at, bounds) as place from cells k where k.at >= starts and k.at < ends
  ),
  buckets as materialized (
    select b.place, coalesce(sum(c.n) filter (where c.what = 'came'), 0) as leads,
      coalesce(sum(c.n) filter (where c.what = 'qualified'), 0) as qualified,
      coalesce(sum(c.n) filter (where c.what = 'meetings'), 0) as meetings
    from generate_series(1, cardinality(bounds) - 1) b (place)
    left join placed c on c.place = b.place
    group by b.place
  ),
  heats as (
    select b.place, coalesce(sum(c.n) filter (where c.what = 'open:cold'), 0) as cold,
      coalesce(sum(c.n) filter (where c.what = 'open:warm'), 0) as warm,
      coalesce(sum(c.n) filter (where c.what = 'open:hot'), 0) as hot,
      coalesce(sum(c.n) filter (where c.what = 'open:burning'), 0) as burning,
      coalesce(sum(c.n) filter (where c.what = 'meetings'), 0) as meetings
    from generate_series(1, cardinality(bounds) - 1) b (place)
    left join placed c on c.place = b.place
    group by b.place
  ),
  -- What deals brought in, and how many there were.
  revenue as (
    select b.place, coalesce(sum(c.n) filter (where c.what like 'revenue:%'), 0) as value,
      coalesce(sum(c.n) filter (where c.what like 'deals:%'), 0) as won
    from generate_series(1, cardinality(bounds) - 1) b (place)
    left join placed c on c.place = b.place
    group by b.place
  ),
  trends as (
    select t.name, jsonb_build_object('value', t.value, 'series', t.series, 'previous', coalesce((
      select sum(c.n) from cells c where c.what = t.what and c.at >= previous[1]
        and c.at < case t.what when 'meetings' then starts else previous[2] end), 0)) as trend
    from (
      select 'leads' as name, 'came' as what, sum(b.leads) as value, jsonb_agg(b.leads order by b.place) as series
      from buckets b
      union all
      select 'qualified', 'qualified', sum(b.qualified), jsonb_agg(b.qualified order by b.place) from buckets b
      union all
      select 'meetings', 'meetings', sum(b.meetings), jsonb_agg(b.meetings order by b.place) from buckets b
    ) t
  ),
  -- The median time to reply by two hours of the viewer's day, of the last 2,000 replies: what was long ago says little,
  -- and a slot with fewer than five says nothing.
  replies as (
    select (div(mod((extract(epoch from r.sent_at)
        + 60 * clock_minutes[1 + width_bucket(r.sent_at, clock_changes)])::numeric + 86400000000, 86400), 7200) * 2)::integer as hour,
      percentile_cont(0.5) within group (order by r.reply_seconds) as median, count(*) as n
    from (
      select m.sent_at, m.reply_seconds from private.lead_messages m
      where m.project_id = project and m.direction = 'out' and m.reply_seconds is not null
        and m.sent_at >= starts and m.sent_at < ends
      order by m.sent_at desc, m.id desc
      limit 2000
    ) r
    group by 1
    having count(*) >= 5
  )
  select jsonb_build_object('at', now())
    || case when 'metrics' = any (panels) then jsonb_build_object('metrics', (
      select jsonb_object_agg(t.name, t.trend) || jsonb_build_object('cohort', (
        select jsonb_object_agg(s.name, coalesce(c.n, 0))
        from (values ('leads', 'came'), ('reached', 'came:reached'), ('qualified', 'came:qualified'), ('met', 'came:met'))
          s (name, what) left join totals c on c.what = s.what), 'heat', (
        select jsonb_object_agg(w.word, coalesce(c.n, 0))
        from unnest(private.judgement_words('heat')) w (word) left join totals c on c.what = 'open:' || w.word))
      from trends t)) else '{}' end
    || case when 'monthlyPerformance' = any (panels) then jsonb_build_object('monthlyPerformance', (
      select jsonb_agg(jsonb_build_object('leads', b.leads, 'qualified', b.qualified) order by b.place)
      from buckets b)) else '{}' end
    || case when 'leadsConversions' = any (panels) then jsonb_build_object('leadsConversions', (
      select jsonb_object_agg(s.step, coalesce(t.n, 0))
      from (values ('leads', 'came'), ('warm', 'came:warm'), ('qualified', 'came:qualified'), ('meeting', 'came:met'),
        ('won', 'came:won')) s (step, what) left join totals t on t.what = s.what)) else '{}' end
    || case when 'revenueChannel' = any (panels) then jsonb_build_object('revenueChannel', jsonb_build_object('recorded',
      exists (select from private.lead_facts l where l.project_id = project and l.value > 0), 'heat', (
      select jsonb_agg(jsonb_build_object('cold', b.cold, 'warm', b.warm, 'hot', b.hot, 'burning', b.burning,
        'meetings', b.meetings) order by b.place) from heats b), 'series', (
      select jsonb_agg(jsonb_build_object('value', b.value, 'won', b.won) order by b.place) from revenue b), 'channels', (
      select coalesce(jsonb_agg(jsonb_build_object(
          'channel', w.word, 'value', coalesce(r.n, 0), 'won', d.n) order by coalesce(r.n, 0) desc, w.word), '[]')
      from unnest(private.judgement_words('channel')) w (word)
      join totals d on d.what = 'deals:' || w.word and d.n > 0
      left join totals r on r.what = 'revenue:' || w.word))) else '{}' end
    || case when 'pieCharts' = any (panels) then jsonb_build_object('pieCharts', jsonb_build_object(
      'heat', (
        select jsonb_object_agg(w.word, coalesce(t.n, 0))
        from unnest(private.judgement_words('heat')) w (word) left join totals t on t.what = 'open:' || w.word),
      'bant', (
        select jsonb_object_agg(w.word, coalesce(t.n, 0))
        from unnest(array['budget', 'authority', 'need', 'timeline']) w (word)
        left join totals t on t.what = 'bant:' || w.word))) else '{}' end
    || case when 'recentActivity' = any (panels) then jsonb_build_object('recentActivity', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', e.id, 'kind', e.kind, 'before', e.before, 'after', e.after, 'at', e.at,
        'leadId', e.lead_id, 'leadName', l.name) order by e.at desc, e.id desc), '[]')
      from (
        select * from private.lead_history h where h.project_id = project order by h.at desc, h.id desc limit 12
      ) e
      join private.lead_facts l on l.id = e.lead_id)) else '{}' end
    || case when 'insights' = any (panels) then jsonb_build_object('insights', jsonb_build_object(
      'leads', (select coalesce(sum(t.n), 0) from totals t where t.what = 'came'),
      'burningWithoutMeeting', jsonb_build_object(
        'leads', (select coalesce(sum(t.n), 0) from totals t where t.what = 'waiting'),
        'oldestAt', private.first_counted(project, 'waiting', starts, ends)),
      'wentCold', jsonb_build_object(
        'leads', (select coalesce(sum(t.n), 0) from totals t where t.what like 'cooled:%'),
        'missing', (
          select jsonb_object_agg(w.word, coalesce(t.n, 0))
          from unnest(array['budget', 'authority', 'need', 'timeline', 'none']) w (word)
          left join totals t on t.what = 'cooled:' || w.word)),
      'replies', (
        select case when count(*) > 1 then jsonb_build_object(
          'fastest', (array_agg(jsonb_build_object('fromHour', r.hour, 'medianSeconds', r.median, 'count', r.n) order by r.median, r.hour))[1],
          'slowest', (array_agg(jsonb_build_object('fromHour', r.hour, 'medianSeconds', r.median, 'count', r.n)
            order by r.median desc, r.hour))[1]) end
        from replies r))) else '{}' end
    || case when 'performanceTargets' = any (panels) then jsonb_build_object('performanceTargets', jsonb_build_object(
      'mayEdit', project in (select private.my_led_project_ids()),
      'metrics', (
        select jsonb_agg(jsonb_build_object('metric', w.metric, 'target', p.target, 'actual', (
          select coalesce(sum(c.n), 0) from cells c
          where c.at >= month[1] and c.at < month[2] and case w.metric when 'leads' then c.what = 'came'
            when 'revenue' then c.what like 'revenue:%' else c.what = w.metric end)) order by w.place)
        from unnest(array['leads', 'qualified', 'meetings', 'revenue']) with ordinality w (metric, place)
        left join public.performance_targets p
          on p.project_id = project and p.period_start = month_starts and p.metric = w.metric))) else '{}' end
    into answer;
  return answer;
end;
$$;

revoke all on function private.check_dashboard_period(text[], timestamptz[], timestamptz[], timestamptz[], timestamptz[],
    integer[]),
  public.get_dashboard_panels(uuid, text[], timestamptz[], timestamptz[], timestamptz[], date, timestamptz[], integer[])
  from public, anon, authenticated, service_role;
grant execute on function private.check_dashboard_period(text[], timestamptz[], timestamptz[], timestamptz[],
    timestamptz[], integer[]),
  public.get_dashboard_panels(uuid, text[], timestamptz[], timestamptz[], timestamptz[], date, timestamptz[], integer[])
  to authenticated;
