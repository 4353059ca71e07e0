import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { everything } from "./setup-database";

let database: TestDatabase;
let sql: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const folder = fileURLToPath(new URL("../migrations/", import.meta.url));
  const file = (await readdir(folder)).filter((name) => name.endsWith("_generated.sql")).sort();
  sql = await readFile(folder + file.at(-1), "utf8");
});
afterAll(() => database.drop());

/** Which constraints there are, each with its identity: one that is made again has another. */
const constraints = async () => {
  const { rows } = await database.pool.query<{ id: number; name: string }>(
    "select oid as id, conname as name from pg_constraint where connamespace = 'public'::regnamespace order by oid",
  );
  return rows;
};
const heatRule = "leads_heat_check";

it("may run again: everything is as before, and no check reads its table again", async () => {
  const [before, checks] = [await everything(database), await constraints()];
  await database.pool.query(sql);
  expect(await everything(database)).toEqual(before);
  expect(await constraints()).toEqual(checks);
});

it("replaces the words of before where a list has changed, and nothing else", async () => {
  const { catalogue } = await everything(database);
  await database.pool.query(
    `alter table public.leads drop constraint ${heatRule}, add constraint ${heatRule} check (heat in ('cold', 'warm'))`,
  );
  const checks = await constraints();
  await database.pool.query(sql);
  expect((await everything(database)).catalogue).toEqual(catalogue);
  const kept = (of: typeof checks) => of.filter(({ name }) => name !== heatRule);
  expect(kept(await constraints())).toEqual(kept(checks));
});
