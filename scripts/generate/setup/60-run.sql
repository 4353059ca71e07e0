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
