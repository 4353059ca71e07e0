import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { REMOVAL_SCRIPT } from "@/scripts/generate/removal-script";
import { createOvenai } from "./ovenai/database";
import { everything, linesOf, startBench, type Bench, type Everything } from "./setup-database";
import { install, send } from "./setup-install";
import { becomesOurs, linesOfAll, rowsOfTheirs } from "./untouched";

const removalScript = readFileSync(REMOVAL_SCRIPT, "utf8");
let bench: Bench;
let database: TestDatabase;
let before: Everything;
let preferences: unknown;
beforeAll(async () => {
  bench = await startBench("17");
  ({ database } = await createOvenai(bench));
  before = await everything(database);
  await install(database);
  await database.pool.query(
    `insert into public.user_app_preferences (user_id, integration_settings)
     select user_id, '{"calendly": {"pat": "kept"}}' from public.user_app_preferences limit 1
     on conflict (user_id) do update set integration_settings = excluded.integration_settings`,
  );
  const sql = "select array_agg(to_jsonb(p) order by id) as rows from public.user_app_preferences p";
  preferences = (await database.pool.query(sql)).rows[0]?.rows;
  await send(database, [removalScript]);
});
afterAll(() => bench.close());

describe("the way back from the setup script, beside an existing OvenAI", () => {
  it("leaves the catalogue of theirs, and nothing of ours", async () => {
    const after = await everything(database);
    const theirs = (all: Everything) => linesOfAll(all).filter((line) => !becomesOurs.test(line));
    expect(theirs(after)).toEqual(theirs(before));
    expect(linesOf(after.catalogue).filter((line) => /private|zz_ovenai/.test(line))).toEqual([]);
  });

  it("leaves every row of theirs to the byte", async () => {
    expect(rowsOfTheirs(before, await everything(database))).toEqual(rowsOfTheirs(before, before));
  });

  it("keeps every preference", async () => {
    const sql = `select array_agg(content order by content ->> 'id') as rows from kept_by_setup.rows
      where relation = 'public.user_app_preferences' and what = 'removed' and columns = '{}'`;
    expect((await database.pool.query(sql)).rows[0]?.rows).toEqual(preferences);
  });

  it("keeps what programs of theirs saved and no browser may read", async () => {
    const sql =
      "select content -> 'content' as it from kept_by_setup.rows where relation = 'private.older_remainders'";
    expect((await database.pool.query(sql)).rows).toEqual([{ it: { calendly: { pat: "kept" } } }]);
  });

  it("says so where there is nothing to remove, and changes nothing", async () => {
    const found = await everything(database);
    await expect(send(database, [removalScript])).rejects.toThrow("no settings beside another business");
    expect(await everything(database)).toEqual(found);
  });

  it("may be followed by the setup script again", async () => {
    await install(database);
    const { rows } = await database.pool.query("select count(*)::int as n from private.tenant_members");
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});
