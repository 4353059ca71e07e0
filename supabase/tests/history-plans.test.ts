import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { rowsRead } from "./rows-read";

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
  // Of each kind that a filter asks for: two, the oldest of all.
  await pool.query(
    `insert into public.settings_events (owner, actor, section, path, before, after, source, op_id, version, at)
     select $1, $1, kind.section, kind.path, 'true', 'false', kind.source, gen_random_uuid(), 1, '2025-01-01'
     from generate_series(1, 2), (values ('preferences', 'interface_settings.theme', 'ui'),
       ('dashboard', 'widget_visibility.insights', 'import')) kind (section, path, source)`,
    [person],
  );
  await pool.query("analyze public.settings_events");
});
afterAll(() => database.drop());

const read = (sql: string, values: unknown[] = []) =>
  rowsRead(pool, person, "public.settings_events", sql, values);

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
    const { whole, rows } = await read(sql, values);
    expect(whole).toBe(0);
    expect(rows).toBeGreaterThan(40);
    expect(rows).toBeLessThan(60);
  });

  it.each([
    ["of a page", "sections => array['preferences']", 2],
    ["of a source", "sources => array['import']", 2],
    ["of a setting", "path_prefix => 'widget_visibility.insights'", 2],
    ["of a group with nearly everything in it", "path_prefix => 'widget_visibility'", 50],
    ["that do not exist", "sources => array['team']", 0],
  ])("those %s are found without a look at the rest", async (_, filter, found) => {
    const sql = `select jsonb_array_length(public.get_settings_events(${filter}) -> 'events') as found`;
    const answered = await actAs(pool, person, "authenticated", (client) => client.query(sql));
    expect(answered.rows).toEqual([{ found }]);
    const { whole, rows } = await read(sql);
    expect(whole).toBe(0);
    // A page of each strand, and one row to find each: there are three.
    expect(rows).toBeLessThan(60);
  });
});
