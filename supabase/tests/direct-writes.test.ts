import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller, createUser } from "@/local/test-people";
import { committedAs, eventsOf, patchSettings, untilSomebodyWaits } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const asPerson = (sql: string, values: unknown[] = []) =>
  committedAs(pool, person, async (client) => (await client.query(sql, values)).rows);
const insert = "insert into public.user_dashboard_settings (widget_visibility) values ($1) returning version";
const update = "update public.user_dashboard_settings set widget_visibility = $1 returning version";

describe("a direct write of settings", () => {
  it("is legal, counted and recorded with source api, without an operation", async () => {
    expect(await asPerson(insert, [{ metrics: false }])).toEqual([{ version: 1 }]);
    expect(await asPerson(update, [{ insights: false }])).toEqual([{ version: 2 }]);
    const events = await eventsOf(pool, person);
    expect(events.map(({ path, before, after, version }) => [path, before, after, version])).toEqual([
      ["widget_visibility.metrics", null, false, 1],
      ["widget_visibility.metrics", false, null, 2],
      ["widget_visibility.insights", null, false, 2],
    ]);
    expect(new Set(events.map(({ source, op_id, actor }) => `${source} ${op_id} ${actor}`))).toEqual(
      new Set([`api null ${person}`]),
    );
  });

  it("by the system is recorded as the system's", async () => {
    await pool.query(
      "insert into public.user_dashboard_settings (user_id, widget_visibility) values ($1, $2)",
      [person, { metrics: false }],
    );
    expect(await eventsOf(pool, person)).toMatchObject([{ source: "system", actor: null }]);
  });

  it("is checked where it changes a known setting", async () => {
    await expect(asPerson(insert, [{ metrics: "yes" }])).rejects.toMatchObject({
      code: "PT400",
      detail: "widget_visibility.metrics",
    });
    await asPerson(insert, [{}]);
    await expect(asPerson(update, [{ metrics: 1 }])).rejects.toMatchObject({ code: "PT400" });
    await expect(asPerson(update, ["[]"])).rejects.toMatchObject({
      code: "PT400",
      detail: "widget_visibility",
    });
  });

  it("may carry keys that the schema does not know, up to 8 kB", async () => {
    await asPerson(insert, [{ tomorrow: "x".repeat(1000) }]);
    // Random text, because what compresses well is not large.
    const large = Array.from({ length: 400 }, (_, index) => `${index}${Math.sin(index)}`).join("");
    await expect(asPerson(update, [{ tomorrow: large.repeat(2) }])).rejects.toMatchObject({ code: "PT400" });
  });

  it("as an upsert is recorded once, as what it did", async () => {
    await asPerson(insert, [{ metrics: false }]);
    await asPerson(
      `insert into public.user_dashboard_settings (widget_visibility) values ($1)
       on conflict (user_id, project_id) do update set widget_visibility = excluded.widget_visibility`,
      [{ metrics: true }],
    );
    expect(
      (await eventsOf(pool, person)).map(({ before, after, version }) => [before, after, version]),
    ).toEqual([
      [null, false, 1],
      [false, true, 2],
    ]);
  });

  it("that removes the row is recorded, and the next row counts on: no version comes twice", async () => {
    await asPerson(insert, [{ metrics: false }]);
    await asPerson("delete from public.user_dashboard_settings");
    expect(
      (await patchSettings(pool, person, { patch: { widget_visibility: { metrics: true } } })).version,
    ).toBe(3);
    expect((await eventsOf(pool, person)).map(({ after, version }) => [after, version])).toEqual([
      [false, 1],
      [null, 2],
      [true, 3],
    ]);
  });

  it("never sets the client: it follows the project, also when that moves", async () => {
    const of = "where user_id = $1 and project_id = $2";
    const read = async () => {
      const sql = `select client_id from public.user_dashboard_settings ${of}`;
      return (await pool.query(sql, [world.people.owner, world.projectId])).rows;
    };
    expect(await read()).toEqual([{ client_id: world.clientId }]);
    const { rows } = await pool.query("insert into public.clients (name) values ('New') returning id");
    await pool.query("update public.projects set client_id = $1 where id = $2", [
      rows[0].id,
      world.projectId,
    ]);
    expect(await read()).toEqual([{ client_id: rows[0].id }]);
  });

  it("of the service keeps owner and scope too", async () => {
    await asPerson(insert, [{ metrics: false }]);
    const move = pool.query("update public.user_dashboard_settings set user_id = $1 where user_id = $2", [
      await createUser(pool),
      person,
    ]);
    await expect(move).rejects.toMatchObject({ code: "PT400" });
  });

  it("at the same moment as a patch is not overwritten by it", async () => {
    await asPerson(insert, [{ metrics: false }]);
    const writer = await pool.connect();
    await writer.query("begin");
    await becomeCaller(writer, person, "authenticated");
    await writer.query(update, [{ metrics: false, pieCharts: false }]);
    const patched = patchSettings(pool, person, { patch: { widget_visibility: { insights: false } } });
    await untilSomebodyWaits(pool);
    await writer.query("commit");
    writer.release();
    const { overrides, version } = await patched;
    expect(overrides.widget_visibility).toEqual({ metrics: false, pieCharts: false, insights: false });
    expect(version).toBe(3);
  });
});
