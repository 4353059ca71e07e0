import type pg from "pg";

/**
 * What the database allows, as text that can be compared: each list is sorted, each line says one thing. The owner's
 * own rights are left out; everything else that anybody may do is in here.
 */
export type Catalogue = Readonly<Record<keyof typeof QUERIES, string[]>>;

// By name, so that a database without our schema can be looked at, too.
const OURS = "in (select oid from pg_namespace where nspname in ('public', 'private'))";

/** `acl` with its owner's part taken out: "select to authenticated". */
const grants = (acl: string, kind: string, owner: string) =>
  `lateral (
     select lower(g.privilege_type) || ' to ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'public') as line
     from aclexplode(coalesce(${acl}, acldefault(${kind}, ${owner}))) g where g.grantee <> ${owner}
   ) granted`;

const QUERIES = {
  schemas: `
    select n.nspname || ': ' || granted.line as line
    from pg_namespace n, ${grants("n.nspacl", "'n'", "n.nspowner")} where n.nspname = 'private'`,
  tables: `
    select format('%s %s%s%s%s', c.oid::regclass,
      case c.relkind when 'r' then 'table' when 'v' then 'view' else c.relkind::text end,
      case c.relpersistence when 'u' then ', unlogged' else '' end,
      case when c.relrowsecurity then ', row-level security' else '' end,
      coalesce(' ' || c.reloptions::text, '')) as line
    from pg_class c where c.relnamespace ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
  columns: `
    select format('%s.%s %s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' identity ' || a.attidentity::text
        else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end) as line
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace ${OURS} and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped`,
  constraints: `
    select format('%s %s: %s', o.conrelid::regclass, o.conname, pg_get_constraintdef(o.oid)) as line
    from pg_constraint o where o.connamespace ${OURS} and o.conrelid <> 0 and o.contype <> 'n'`,
  indexes: `
    select indexdef as line from pg_indexes where schemaname in ('public', 'private')`,
  policies: `
    select format('%s.%s "%s" for %s to %s%s%s', schemaname, tablename, policyname, lower(cmd), roles::text,
      ' using ' || qual, ' with check ' || with_check) as line
    from pg_policies where schemaname in ('public', 'private', 'realtime')`,
  triggers: `
    select pg_get_triggerdef(t.oid) || case when t.tgenabled = 'O' then '' else ' (off)' end as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace ${OURS} and not t.tgisinternal`,
  grants: `
    select format('%s: %s', c.oid::regclass, granted.line) as line
    from pg_class c,
      ${grants("c.relacl", "case when c.relkind = 'S' then 's'::\"char\" else 'r'::\"char\" end", "c.relowner")}
    where c.relnamespace ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')`,
  column_grants: `
    select format('%s.%s: %s', c.oid::regclass, a.attname, granted.line) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid,
      ${grants("a.attacl", "'c'", "c.relowner")}
    where c.relnamespace ${OURS} and a.attacl is not null`,
  functions: `
    select format('%s returns %s, %s, security %s, %s', f.oid::regprocedure, pg_get_function_result(f.oid),
      case f.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when f.prosecdef then 'definer' else 'invoker' end, f.proconfig::text) as line
    from pg_proc f where f.pronamespace ${OURS}`,
  function_grants: `
    select format('%s: %s', f.oid::regprocedure, granted.line) as line
    from pg_proc f, ${grants("f.proacl", "'f'", "f.proowner")} where f.pronamespace ${OURS}`,
  types: `
    select format('%s: %s', t.typname, granted.line) as line
    from pg_type t left join pg_class c on c.oid = t.typrelid, ${grants("t.typacl", "'T'", "t.typowner")}
    where t.typnamespace ${OURS} and t.typelem = 0 and (c.relkind is null or c.relkind = 'c')`,
  // Table by table, however a publication came by them: by name, by schema or as all tables.
  publications: `
    select format('%s publishes %I.%I%s', pubname, schemaname, tablename, ' where ' || rowfilter) as line
    from pg_publication_tables where schemaname in ('public', 'private')`,
} as const;

export async function readCatalogue(pool: pg.Pool): Promise<Catalogue> {
  const client = await pool.connect();
  try {
    // Nothing on the path: every name comes out with its schema.
    await client.query("set search_path = ''");
    const lines = async (sql: string) => {
      const { rows } = await client.query<{ line: string }>(sql);
      return rows.map(({ line }) => line).sort();
    };
    return {
      schemas: await lines(QUERIES.schemas),
      tables: await lines(QUERIES.tables),
      columns: await lines(QUERIES.columns),
      constraints: await lines(QUERIES.constraints),
      indexes: await lines(QUERIES.indexes),
      policies: await lines(QUERIES.policies),
      triggers: await lines(QUERIES.triggers),
      grants: await lines(QUERIES.grants),
      column_grants: await lines(QUERIES.column_grants),
      functions: await lines(QUERIES.functions),
      function_grants: await lines(QUERIES.function_grants),
      types: await lines(QUERIES.types),
      publications: await lines(QUERIES.publications),
    };
  } finally {
    await client.query("reset search_path");
    client.release();
  }
}
