import type pg from "pg";

/** Not what is stored but how often somebody asked: a refused request may count. */
const counts = "private.rate_counters";
/** Of the platform's own tables, those that say who has an account, how it opens and who is signed in. */
const ofAuth = ["users", "identities", "sessions", "refresh_tokens"];

/** Every row of every table, each as `table {json}`; sorted. */
export async function storedRows(pool: pg.Pool): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'private') or schemaname = 'auth' and tablename = any ($1)`,
    [ofAuth],
  );
  const reads = tables.rows
    .filter(({ name }) => name !== counts)
    .map(({ name }) => `select '${name} ' || to_jsonb(r)::text as row from ${name} r`);
  const { rows } = await pool.query<{ row: string }>(reads.join(" union all "));
  return rows.map(({ row }) => row).toSorted();
}

/** The rows that are gone and those that are new; one that was changed is among both. */
export function rowsChanged(before: readonly string[], after: readonly string[]) {
  const [had, has] = [new Set(before), new Set(after)];
  return { gone: before.filter((row) => !has.has(row)), come: after.filter((row) => !had.has(row)) };
}

export const tableOf = (row: string): string => row.slice(0, row.indexOf(" "));
