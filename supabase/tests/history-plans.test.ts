import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
const many = 100_000;

/** One person with a hundred thousand changes, a minute apart, among as many of others. */
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  person = await createUser(pool);
  const fill = `insert into public.settings_events (owner, actor, section, path, before, after, source, op_id, version, at)
    select coalesce($1, gen_random_uuid()), $1, 'dashboard', 'widget_visibility.metrics', 'true', 'false', 'ui',
      gen_random_uuid(), n, timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, ${many}) n`;
  await pool.query(fill, [null]);
  await pool.query(fill, [person]);
  await pool.query("analyze public.settings_events");
});
afterAll(() => database.drop());

/** What a call reads of the record, in rows, counted by PostgreSQL itself. */
async function rowsRead(sql: string, values: unknown[] = []) {
  return actAs(pool, person, "authenticated", async (client) => {
    const counters = async () => {
      const { rows } = await client.query(
        `select seq_scan::int, idx_tup_fetch::int from pg_stat_xact_user_tables where relname = 'settings_events'`,
      );
      return rows[0];
    };
    const before = await counters();
    await client.query(sql, values);
    const after = await counters();
    return { whole: after.seq_scan - before.seq_scan, rows: after.idx_tup_fetch - before.idx_tup_fetch };
  });
}

describe(`of ${many.toLocaleString("en")} changes of one person`, () => {
  it.each([
    ["the first page", "select public.get_settings_events()", []],
    [
      "a page from the middle",
      `select public.get_settings_events(before_id => (select id from public.settings_events
         where owner = auth.uid() and at = timestamptz '2026-01-01' + 50000 * interval '1 minute'))`,
      [],
    ],
    ["a moment fifty changes ago", "select public.get_settings_as_of($1)", ["2026-03-11T09:50:00Z"]],
  ])("%s reads some fifty", async (_, sql, values) => {
    const read = await rowsRead(sql, values);
    expect(read.whole).toBe(0);
    expect(read.rows).toBeGreaterThan(40);
    expect(read.rows).toBeLessThan(60);
  });
});
