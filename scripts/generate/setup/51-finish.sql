-- ── 6. After the migrations: every table as they make it ────────────────────────────────────────────────────────────

-- Rows that no constraint of ours would let in: without what they belong to, or twice.
create function ovenai_setup.clear_rows(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  wanted record;
  document_section constant text := (select t.section from ovenai_setup.tables t where t.relation = table_name);
  is_shared constant boolean := (select t.shared from ovenai_setup.tables t where t.relation = table_name);
begin
  for wanted in
    select e.details, (select string_agg(format('t.%I', c.name), ', ') from
      jsonb_array_elements_text(e.details -> 'columns') c (name)) as ours,
      (select string_agg(format('r.%I', c.name), ', ') from
        jsonb_array_elements_text(e.details -> 'target_columns') c (name)) as theirs
    from ovenai_setup.expected e
    where e.kind = 'constraint' and e.relation = table_name and e.details ->> 'type' = 'f'
  loop
    perform ovenai_setup.set_aside(table_name, format('row(%s) is not null and not exists (select from %s r
      where (%s) = (%s))', wanted.ours, wanted.details ->> 'target', wanted.theirs, wanted.ours),
      format('of no row in %s', wanted.details ->> 'target'));
  end loop;
  for wanted in
    select e.name from ovenai_setup.expected e
    where e.kind = 'column' and e.relation = table_name and (e.details ->> 'required')::boolean
      and e.details ->> 'identity' = ''
  loop
    if not is_shared then
      perform ovenai_setup.set_aside(table_name, format('t.%I is null', wanted.name), format('no %s', wanted.name));
    end if;
  end loop;
  if is_shared then
    return;
  end if;
  for wanted in
    select e.definition, e.details ->> 'type' as type,
      array(select jsonb_array_elements_text(e.details -> 'columns')) as columns
    from ovenai_setup.expected e
    where e.kind = 'constraint' and e.relation = table_name and e.details ->> 'type' in ('p', 'u')
    order by e.details ->> 'type'
  loop
    if wanted.columns = array['id'] then
      execute format('update %s t set id = gen_random_uuid() where exists (select from %s o
        where o.id = t.id and o.ovenai_setup_row < t.ovenai_setup_row)', table_name, table_name);
      continue;
    end if;
    perform ovenai_setup.find_several(table_name, document_section, wanted.columns,
      wanted.definition ~ 'NULLS NOT DISTINCT');
    if document_section is not null then
      perform ovenai_setup.join_documents(table_name, document_section);
    end if;
    perform ovenai_setup.set_aside(table_name,
      't.ovenai_setup_row in (select s.place from ovenai_setup.several s where s.age > 1)',
      format('another row of the same (%s)', array_to_string(wanted.columns, ', ')));
  end loop;
end;
$$;

-- Columns that go (their values are kept), and what every column of ours must be.
create function ovenai_setup.finish_columns(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  item record;
  holes bigint;
begin
  for item in
    select d.name from ovenai_setup.differences(table_name) d
    where not d.missing and d.kind = 'column' and d.relation = table_name and d.name <> 'ovenai_setup_row'
      and not exists (select from ovenai_setup.expected e
        where (e.kind, e.relation, e.name) = ('column', d.relation, d.name))
  loop
    execute format('alter table %s drop column %I', table_name, item.name);
  end loop;
  for item in
    select d.name, d.details from ovenai_setup.differences(table_name) d
    where d.missing and d.kind = 'column' and d.relation = table_name
  loop
    if (item.details ->> 'required')::boolean then
      execute format('select count(*) from %s where %I is null', table_name, item.name) into holes;
      if holes > 0 then
        perform ovenai_setup.refuse(format('%s has %s rows without %s.', table_name, holes, item.name),
          format('Fill %s.%s.', table_name, item.name));
      end if;
      execute format('alter table %s alter column %I set not null', table_name, item.name);
    else
      execute format('alter table %s alter column %I drop not null', table_name, item.name);
    end if;
    if item.details ->> 'identity' = '' then
      execute format('alter table %s alter column %I %s', table_name, item.name,
        coalesce('set default ' || (item.details ->> 'default'), 'drop default'));
    end if;
  end loop;
end;
$$;

-- Rows that are gone stay in kept_by_setup; of a row that says something else than before, what it said. So nothing is
-- lost, whatever the steps above did.
create function ovenai_setup.keep_rows(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  kept bigint;
begin
  execute format($keep$
    insert into kept_by_setup.rows (relation, what, columns, content, row_now, user_id)
    select b.relation, case when t.ovenai_setup_row is null then 'removed' else 'changed' end, lost.columns,
      case when t.ovenai_setup_row is null then b.content else (
        select jsonb_object_agg(e.key, e.value) from jsonb_each(b.content) e where e.key = any (lost.columns || array['id'])
      ) end, today.content ->> 'id', u.id
    from ovenai_setup.before b
    left join %s t on t.ovenai_setup_row = b.place
    -- A text may write a uuid in capitals, in braces or without hyphens; it is the same person.
    left join auth.users u on replace(u.id::text, '-', '') = lower(translate(b.content ->> 'user_id', '{}-', ''))
    cross join lateral (select to_jsonb(t) as content offset 0) today
    cross join lateral (
      select coalesce(array_agg(e.key order by e.key), '{}') as columns from jsonb_each(b.content) e
      where e.value <> 'null' and today.content -> e.key is distinct from e.value
        -- The same moment, now with its zone.
        and today.content ->> e.key is distinct from (e.value #>> '{}') || '+00:00'
    ) lost
    where b.relation = %L and cardinality(lost.columns) > 0 $keep$, table_name, table_name);
  get diagnostics kept = row_count;
  perform ovenai_setup.note(table_name, 'rows that said something else before: kept in kept_by_setup.rows', kept);
end;
$$;

create function ovenai_setup.finish_table(table_name text) returns void
language plpgsql set search_path = '' as $$
declare
  this constant ovenai_setup.tables := (select t from ovenai_setup.tables t where t.relation = table_name);
  item text;
begin
  perform ovenai_setup.turn_triggers_off(table_name);
  execute format('create index ovenai_setup_row_idx on %s (ovenai_setup_row)', table_name);
  -- Without figures the planner takes a table that was filled a moment ago for an empty one.
  execute format('analyze %s', table_name);
  analyze ovenai_setup.before;
  perform ovenai_setup.clear_rows(table_name);
  if not this.shared then
    perform ovenai_setup.add_constraints(table_name, array['p', 'u']);
  end if;
  if this.section is not null then
    perform ovenai_setup.tidy_documents(table_name, this.section);
  end if;
  if this.section = 'preferences' then
    perform ovenai_setup.note_connections();
  end if;
  if this.name = 'user_dashboard_settings' then
    update public.user_dashboard_settings s
    set client_id = (select p.client_id from private.tenant_projects p where p.id = s.project_id);
  elsif this.name = 'notifications' then
    perform ovenai_setup.find_leads_of_notifications();
    insert into private.notification_counters as c (user_id, last_seq)
    select n.user_id, max(n.seq) from public.notifications n group by n.user_id
    on conflict (user_id) do update set last_seq = greatest(c.last_seq, excluded.last_seq);
  end if;
  perform ovenai_setup.finish_columns(table_name);
  perform ovenai_setup.add_constraints(table_name, array['p', 'u', 'c', 'f', 'x']);
  for item in
    select d.definition from ovenai_setup.differences(table_name) d
    where d.missing and d.kind = 'index' and d.relation = table_name
  loop
    execute item;
  end loop;
  perform ovenai_setup.keep_rows(table_name);
  execute format('alter table %s drop column ovenai_setup_row', table_name);
  foreach item in array (select t.triggers from ovenai_setup.tables t where t.relation = table_name) loop
    if exists (select from ovenai_setup.state(table_name) s
      where (s.kind, s.relation, s.name) = ('trigger', table_name, item)) then
      execute format('alter table %s enable trigger %I', table_name, item);
    end if;
  end loop;
end;
$$;
