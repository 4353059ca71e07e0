import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { businessTables, fillBusiness } from "./business-tables";
import { readCatalogue } from "./catalogue";
import { compare, everything, readCode, majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { send, setupScript, statementsOf } from "./setup-install";

const statements = statementsOf(setupScript);
const half = Math.floor(statements.length / 2);
const failure = "select 1 / 0;";

/** Pasted, the script is one transaction whatever it says; from a file its own `begin` and `commit` must make it one. */
describe.each(majorsOfThisRun)("on PostgreSQL %s, the setup script sent as psql sends a file", (major) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await startBench(major)));
  afterAll(() => bench.close());

  const schemasOf = async ({ pool }: TestDatabase) => {
    const { rows } = await pool.query<{ name: string }>("select nspname as name from pg_namespace");
    return rows.map(({ name }) => name).sort();
  };
  const all = async (database: TestDatabase) => [await everything(database), await schemasOf(database)];

  async function createBusiness(): Promise<TestDatabase> {
    const database = await bench.create({ migrations: false, defaults: "open" });
    await database.pool.query(businessTables);
    await fillBusiness(database.pool);
    return database;
  }

  it("makes of an empty database what the migrations make, says so, and leaves nothing else", async () => {
    const migrated = await bench.create();
    const database = await bench.create({ migrations: false });
    const schemas = await schemasOf(database);
    const reported = await send(database, statements);
    expect(reported.map((line) => line.table)).toEqual(["all tables"]);
    const wanted = await readCatalogue(migrated.pool);
    expect(compare(await readCatalogue(database.pool), wanted)).toEqual({ missing: [], surplus: [] });
    expect(await readCode(database)).toEqual(await readCode(migrated));
    expect(await schemasOf(database)).toEqual([...schemas, "private"].sort());
  });

  it.each([
    ["before its work", statements.toSpliced(half, 0, failure)],
    ["after its work, before its commit", statements.toSpliced(-1, 0, failure)],
  ])("leaves nothing behind where a statement fails %s", async (_, failing) => {
    const database = await createBusiness();
    const before = await all(database);
    await expect(send(database, failing)).rejects.toThrow("division by zero");
    expect(await all(database)).toEqual(before);
  });

  it("leaves nothing behind where the connection ends before the commit", async () => {
    const database = await createBusiness();
    const before = await all(database);
    await send(database, statements.slice(0, -1));
    expect(await all(database)).toEqual(before);
  });

  it("leaves nothing behind where psql was not told to stop at an error", async () => {
    const database = await createBusiness();
    const before = await all(database);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const failures: unknown[] = [];
    for (const statement of statements.toSpliced(half, 0, failure))
      await client.query(statement).catch((error: unknown) => failures.push(error));
    await client.end();
    // The failure and all after it, but the commit: it answers that it rolled back.
    expect(failures).toHaveLength(statements.length - half);
    expect(await all(database)).toEqual(before);
  });
});
