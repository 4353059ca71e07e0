-- ── 8. The work ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- Options of storage, which matter to speed only.
create function ovenai_setup.set_options() returns void
language plpgsql set search_path = '' as $$
declare
  item record;
begin
  for item in
    select t.relation, array_to_string(c.reloptions, ', ') as wanted
    from ovenai_setup.tables t
    join lateral (select nullif(e.definition, '')::text[] as reloptions from ovenai_setup.expected e
      where e.kind = 'options' and e.relation = t.relation) c on true
  loop
    execute format('alter table %s set (%s)', item.relation, item.wanted);
  end loop;
end;
$$;

-- Anything but the expected catalogue is an error: then nothing of this happened.
create function ovenai_setup.verify() returns void
language plpgsql set search_path = '' as $$
declare
  wrong constant text := (
    select string_agg(format('%s %s %s %s: %s', case when d.missing then 'missing' else 'unexpected' end, d.kind,
      d.relation, d.name, left(d.definition, 200)), e'\n')
    from ovenai_setup.differences() d);
begin
  if wrong is not null then
    raise exception 'The result would not be what the migrations make. Nothing was changed.' using detail = wrong;
  end if;
end;
$$;

-- What an existing shared table brought along, and what it asks of new rows from now on.
create function ovenai_setup.note_shared_tables() returns void
language plpgsql set search_path = '' as $$
declare
  own record;
begin
  for own in
    select s.relation, string_agg(s.name, ', ' order by s.name) as columns, string_agg(s.name, ', ' order by s.name)
      filter (where (s.details ->> 'required')::boolean and s.details ->> 'default' is null
        and s.details ->> 'identity' = '') as required, count(*) as how_many
    from ovenai_setup.state() s
    join ovenai_setup.tables t on t.relation = s.relation and t.shared
    where s.kind = 'column' and not exists (select from ovenai_setup.expected e
      where (e.kind, e.relation, e.name) = ('column', s.relation, s.name))
    group by s.relation
  loop
    perform ovenai_setup.note(own.relation, format('columns of its own, left as they are: %s', own.columns), own.how_many);
    if own.required is not null then
      perform ovenai_setup.note(own.relation, format('new rows need %s: give it a default where the welcome page is'
        ' to make workspaces (create_workspace)', own.required), 1);
    end if;
  end loop;
  for own in
    select a.relation, string_agg(a.name, ', ' order by a.name) as columns from ovenai_setup.added a
    join ovenai_setup.tables t on t.relation = a.relation and t.shared
    join ovenai_setup.expected e on (e.kind, e.relation, e.name) = ('column', a.relation, a.name)
      and (e.details ->> 'required')::boolean and e.details ->> 'default' is null
    group by a.relation
  loop
    perform ovenai_setup.note(own.relation, format('other programs that add rows must give: %s', own.columns), 1);
  end loop;
end;
$$;

create function ovenai_setup.run() returns void
language plpgsql set search_path = '' as $$
declare
  item text;
begin
  perform ovenai_setup.choose_ground();
  perform ovenai_setup.learn_what_is_expected();
  perform ovenai_setup.survey();
  perform ovenai_setup.learn_columns();
  perform ovenai_setup.close_access();
  perform ovenai_setup.close_code();
  for item in select t.relation from ovenai_setup.tables t where t.stale order by t.place loop
    perform ovenai_setup.open_table(item);
  end loop;
  perform ovenai_setup.carry_over();
  perform ovenai_setup.run_migrations();
  perform ovenai_setup.close_access();
  for item in select t.relation from ovenai_setup.tables t where t.stale order by t.place loop
    perform ovenai_setup.finish_table(item);
  end loop;
  perform ovenai_setup.set_options();
  perform ovenai_setup.add_owners();
  perform ovenai_setup.note_shared_tables();
  perform ovenai_setup.verify();
  perform ovenai_setup.take_rules_back();
  if not exists (select from kept_by_setup.rows) and not exists (select from kept_by_setup.definitions) then
    drop schema kept_by_setup cascade;
  end if;
end;
$$;

select ovenai_setup.run();

-- PostgREST learns of it.
notify pgrst, 'reload schema';

-- What the editor shows in the end.
select 'all tables' as "table", 'as the migrations make them' as "what was done", count(*) as "how many"
from ovenai_setup.tables
union all
(select r.relation, r.what, sum(r.how_many) from ovenai_setup.report r group by r.relation, r.what order by min(r.id));

drop schema ovenai_setup cascade;
commit;
