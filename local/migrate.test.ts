import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "./migrate";
import { createTestDatabase, type TestDatabase } from "./test-database";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const dashboardDefaults = async () => {
  const { rows } = await database.pool.query("select public.settings_defaults() -> 'dashboard' as said");
  return rows[0].said;
};

it("has nothing to do on a migrated database", async () => {
  expect(await migrate(database.url)).toBe(0);
});

it("runs a generated migration again that was rewritten since it ran", async () => {
  const said = await dashboardDefaults();
  await database.pool.query(`
    create or replace function public.settings_defaults() returns jsonb language sql immutable parallel safe
      set search_path = '' as $$ select '{}'::jsonb $$;
    update supabase_migrations.schema_migrations set statements = array['select 1'] where name = 'generated'`);
  expect(await dashboardDefaults()).toBeNull();
  expect(await migrate(database.url)).toBe(1);
  expect(await dashboardDefaults()).toEqual(said);
  expect(await migrate(database.url)).toBe(0);
});
