import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { accessMatrix } from "./access-matrix";
import { claimsOf } from "./attempt";
import { weakenedPolicies } from "./weakened-policies";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let client: pg.PoolClient;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  client = await database.pool.connect();
  await client.query("begin");
});
afterAll(async () => {
  client.release(true);
  await database.drop();
});

/** The claims that do not hold at this moment. */
async function brokenClaims(table: string): Promise<string[]> {
  const broken: string[] = [];
  for (const target of accessMatrix.filter((candidate) => candidate.table === table))
    for (const { sentence, expected, attempt } of claimsOf(client, world, target))
      if ((await attempt()) !== expected) broken.push(sentence);
  return broken;
}

it("dropping any clause of any policy breaks a promise of the access matrix", async () => {
  const mutations = await weakenedPolicies(client);
  expect(mutations.length).toBeGreaterThan(20);
  const unnoticed: string[] = [];
  for (const { table, what, sql } of mutations) {
    await client.query("savepoint mutation");
    await client.query(sql);
    if ((await brokenClaims(table)).length === 0) unnoticed.push(what);
    await client.query("rollback to savepoint mutation");
  }
  expect(unnoticed).toEqual([]);
}, 600_000);
