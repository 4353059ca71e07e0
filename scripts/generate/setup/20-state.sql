-- ── 2. How things are ───────────────────────────────────────────────────────────────────────────────────────────────

-- The tables, views, functions and types of our names with all that hangs on them, one line each. Two databases with
-- the same lines behave the same. `one`: one of them, by its name.
create function ovenai_setup.state(one text default null)
returns table (kind text, relation text, name text, definition text, details jsonb)
language sql stable set search_path = '' as $$
  with ours as (
    select c.*, c.oid::regclass::text as relation
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace s on s.oid = c.relnamespace
    join ovenai_setup.names n on n.kind in ('table', 'view') and n.schema = s.nspname and n.name = c.relname
    where one is null or c.oid = to_regclass(one)
  ), routines as (
    select distinct on (f.oid) f.*, f.oid::regprocedure::text as relation
    from pg_catalog.pg_proc f
    join pg_catalog.pg_namespace s on s.oid = f.pronamespace
    join ovenai_setup.names n on n.kind = 'function' and n.schema = s.nspname and n.name = f.proname
    where f.prokind in ('f', 'p') and (one is null or f.oid::regprocedure::text = one)
  ), types as (
    select t.*, t.oid::regtype::text as relation
    from pg_catalog.pg_type t
    join pg_catalog.pg_namespace s on s.oid = t.typnamespace
    join ovenai_setup.names n on n.kind = 'type' and n.schema = s.nspname and n.name = t.typname
    where one is null
  ), rights as (
    select 'table' as thing, o.relation, null as part, a.* from ours o,
      aclexplode(coalesce(o.relacl, acldefault('r', o.relowner))) a where a.grantee <> o.relowner
    union all
    select 'table', o.relation, quote_ident(c.attname), a.* from ours o
      join pg_catalog.pg_attribute c on c.attrelid = o.oid and not c.attisdropped, aclexplode(c.attacl) a
      where a.grantee <> o.relowner
    union all
    select case f.prokind when 'p' then 'procedure' else 'function' end, f.relation, null, a.* from routines f,
      aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a where a.grantee <> f.proowner
    union all
    select 'type', t.relation, null, a.* from types t,
      aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a where a.grantee <> t.typowner
  )
  select 'table', relation, relname::text, relkind::text || relpersistence::text
      || case when relrowsecurity then ' row-level security' else '' end
      || case when relforcerowsecurity then ' forced' else '' end,
    jsonb_build_object('owned', pg_has_role(relowner, 'usage'), 'kind', relkind)
    from ours
  union all
  select 'options', relation, '', reloptions::text, null from ours where reloptions is not null
  union all
  select 'view', relation, '', pg_get_viewdef(oid), null from ours where relkind = 'v'
  union all
  select 'column', o.relation, a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end, 'identity ' || nullif(a.attidentity::text, ''),
      'generated ' || nullif(a.attgenerated::text, ''), 'default ' || pg_get_expr(d.adbin, d.adrelid)),
    jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
      'identity', a.attidentity, 'default', pg_get_expr(d.adbin, d.adrelid))
    from ours o
    join pg_catalog.pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where o.relkind <> 'v'
  union all
  select 'constraint', o.relation, c.conname, pg_get_constraintdef(c.oid), jsonb_build_object(
      'type', c.contype, 'target', nullif(c.confrelid, 0)::regclass::text,
      'columns', (select jsonb_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality k (num, place)
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num),
      'target_columns', (select jsonb_agg(a.attname order by k.place)
        from unnest(c.confkey) with ordinality k (num, place)
        join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num))
    from ours o join pg_catalog.pg_constraint c on c.conrelid = o.oid where c.contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select 'index', o.relation, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), jsonb_build_object(
      'columns', (select jsonb_agg(a.attname) from unnest(i.indkey::int2[]) k (num)
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num),
      'expressions', i.indexprs is not null)
    from ours o join pg_catalog.pg_index i on i.indrelid = o.oid
    where not exists (select from pg_catalog.pg_constraint c
      where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  union all
  select 'policy', o.relation, p.polname, format('create policy %I on %s as %s for %s to %s%s%s', p.polname,
      o.relation, case when p.polpermissive then 'permissive' else 'restrictive' end,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
        else 'all' end,
      (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r),
      ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')'), null
    from ours o join pg_catalog.pg_policy p on p.polrelid = o.oid
  union all
  select 'trigger', o.relation, t.tgname, pg_get_triggerdef(t.oid)
      || case t.tgenabled when 'O' then '' else ' -- ' || t.tgenabled::text end,
    jsonb_build_object('function', t.tgfoid::regprocedure::text, 'enabled', t.tgenabled)
    from ours o join pg_catalog.pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal
  union all
  select 'rule', o.relation, r.rulename, pg_get_ruledef(r.oid), null
    from ours o join pg_catalog.pg_rewrite r on r.ev_class = o.oid where r.rulename <> '_RETURN'
  union all
  select 'function', relation, proname, pg_get_functiondef(oid), jsonb_build_object(
      'result', pg_get_function_result(oid), 'arguments', pg_get_function_arguments(oid), 'kind', prokind)
    from routines
  union all
  select 'type', t.relation, '', coalesce((select string_agg(format('%I %s', a.attname,
      format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
      from pg_catalog.pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped), t.typtype::text),
    null from types t
  union all
  select 'grant', r.relation, who.name, format('grant %s on %s %s to %s',
      string_agg(lower(r.privilege_type) || coalesce(' (' || r.part || ')', ''), ', '
        order by r.privilege_type, r.part),
      r.thing, r.relation, who.name) || case when bool_or(r.is_grantable) then ' with grant option' else '' end, jsonb_build_object('to', who.name, 'thing', r.thing)
    from rights r,
      lateral (select case when r.grantee = 0 then 'public' else r.grantee::regrole::text end as name) who
    group by r.relation, r.thing, who.name;
$$;

create function ovenai_setup.all_ours(table_name text, columns jsonb) returns boolean
language sql stable set search_path = '' as $$
  select not exists (
    select from jsonb_array_elements_text(columns) c (name)
    where not exists (select from ovenai_setup.expected e
      where e.kind = 'column' and e.relation = table_name and e.name = c.name)
  );
$$;

-- What there is and what there should not be; both ways. Of a shared table, what is the business's own does not count:
-- other columns, what involves them, triggers, options, and grants to roles of its own.
create function ovenai_setup.differences(one text default null)
returns table (missing boolean, kind text, relation text, name text, definition text, details jsonb)
language sql stable set search_path = '' as $$
  with found as materialized (select * from ovenai_setup.state(one))
  select true, e.* from ovenai_setup.expected e
  where (one is null or e.relation = one) and not exists (select from found f
      where (f.kind, f.relation, f.name, f.definition) = (e.kind, e.relation, e.name, e.definition))
  union all
  select false, f.* from found f
  left join ovenai_setup.tables t on t.relation = f.relation
  where not exists (select from ovenai_setup.expected e
      where (f.kind, f.relation, f.name, f.definition) = (e.kind, e.relation, e.name, e.definition))
    and not (coalesce(t.shared, false) and case f.kind
      when 'column' then true
      when 'trigger' then not exists (select from ovenai_setup.expected e
        where e.kind = 'trigger' and e.relation = f.relation and e.name = f.name)
      when 'rule' then true
      when 'options' then true
      when 'constraint' then f.details ->> 'type' <> 'p' and (
        f.details -> 'columns' is null or f.details -> 'columns' = 'null'
        or not ovenai_setup.all_ours(f.relation, f.details -> 'columns'))
      when 'index' then (f.details ->> 'expressions')::boolean
        or not ovenai_setup.all_ours(f.relation, f.details -> 'columns')
      when 'grant' then f.details ->> 'to' not in ('public', 'anon', 'authenticated', 'service_role')
      else false end);
$$;
