import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import type { BusinessRows } from "./business-tables";
import { installOnOlder, type OlderRows } from "./older-rows";
import { fiveTables } from "./older-tables";
import { everything, majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

describe.each(majorsOfThisRun)("on PostgreSQL %s, after the setup script", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let business: BusinessRows;
  let older: OlderRows;
  beforeAll(async () => {
    bench = await startBench(major);
    ({ database, business, older } = await installOnOlder(bench));
  });
  afterAll(() => bench.close());

  const rowsOf = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;

  it("the business's own triggers, references and views still work", async () => {
    const [changed] = await rowsOf(
      "update public.projects set title = 'autumn' where id = $1 returning title",
      [business.projects[0]],
    );
    expect(changed).toEqual({ title: "AUTUMN" });
    expect(await rowsOf("select * from public.project_titles")).toHaveLength(3);
    await expect(
      database.pool.query("delete from public.projects where id = $1", [business.projects[0]]),
    ).rejects.toThrow("invoices");
  });

  it("people go on from there: a patch, a new notification, a device", async () => {
    await actAs(database.pool, older.person, "authenticated", async (client) => {
      const patched = await client.query(
        `select public.patch_app_preferences('{}', '{"interface_settings": {"theme": null}}', gen_random_uuid()) as it`,
      );
      expect(patched.rows[0]?.it).toMatchObject({ version: 2, conflicts: [] });
      const state = await client.query(
        `select public.patch_session_state('{"session_id": "device-0001"}', '{"current_context": {"path": "/x"}}') as it`,
      );
      expect(state.rows[0]?.it.state.current_context).toEqual({ path: "/x" });
    });
    const made = await actAs(database.pool, null, "service_role", (client) =>
      client.query("select public.create_notification($1, 'Hello') as it", [older.person]),
    );
    expect(made.rows[0]?.it.seq).toBe(4);
  });

  it("nobody reads another's rows, whatever policies were there", async () => {
    const stranger = await createUser(database.pool);
    const seen = await actAs(database.pool, stranger, "authenticated", async (client) => {
      const counts: number[] = [];
      for (const table of fiveTables)
        counts.push((await client.query(`select from public.${table}`)).rowCount ?? -1);
      return counts;
    });
    expect(seen).toEqual([0, 0, 0, 0, 0]);
    for (const role of ["anon", "authenticated", "service_role"] as const)
      await expect(
        actAs(database.pool, stranger, role, (client) => client.query("select from kept_by_setup.rows")),
      ).rejects.toThrow("permission denied");
  });

  it("what was removed is kept as statements that make it again", async () => {
    const kept = await rowsOf("select relation, what, definition from kept_by_setup.definitions");
    const whats = ["constraint", "function", "grant", "index", "policy", "publication", "trigger"];
    expect([...new Set(kept.map(({ what }) => what))].sort()).toEqual(whats);
    expect(kept.filter(({ definition }) => !/^(create|alter|grant) /i.test(definition))).toEqual([]);
    const client = await database.pool.connect();
    try {
      await client.query("begin");
      // The others speak of columns as they were.
      for (const { what, relation, definition } of kept)
        if (
          ["policy", "grant", "publication"].includes(what) &&
          /projects|dashboard|notifications$/.test(relation)
        )
          await client.query(definition);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("a second run changes nothing: no row of any table, nothing in the catalogue, no function", async () => {
    const first = await everything(database);
    await install(database);
    expect(await everything(database)).toEqual(first);
  });

  it("an account that is deleted takes what was kept of it along", async () => {
    // However an older copy has written the id.
    const kept = () =>
      rowsOf("select from kept_by_setup.rows where content::text ilike $1", [`%${older.twice}%`]);
    expect((await kept()).length).toBeGreaterThan(0);
    await database.pool.query("delete from auth.users where id = $1", [older.twice]);
    expect(await kept()).toEqual([]);
  });
});
