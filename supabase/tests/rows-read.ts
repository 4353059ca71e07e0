import type pg from "pg";
import { actAs } from "@/local/test-people";

/** More often than PostgreSQL plans a function's statements anew: from the sixth call on it may keep one plan for all. */
const calls = 8;

/**
 * What each of several calls by a person reads of a table, counted by PostgreSQL itself: rows, and how often the table
 * was read from end to end. The most of any call.
 */
export function rowsRead(pool: pg.Pool, person: string, table: string, sql: string, values: unknown[] = []) {
  return actAs(pool, person, "authenticated", async (client) => {
    const counters = async () => {
      const { rows } = await client.query(
        `select seq_scan::int as whole, (idx_tup_fetch + seq_tup_read)::int as rows
         from pg_stat_xact_user_tables where relid = $1::regclass`,
        [table],
      );
      return rows[0];
    };
    const most = { whole: 0, rows: 0 };
    for (let call = 0; call < calls; call += 1) {
      const before = await counters();
      await client.query(sql, values);
      const after = await counters();
      most.whole = Math.max(most.whole, after.whole - before.whole);
      most.rows = Math.max(most.rows, after.rows - before.rows);
    }
    return most;
  });
}
