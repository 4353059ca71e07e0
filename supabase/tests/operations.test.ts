import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { committedAs, eventsOf, patchSettings, patchWithin } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const show = (shown: boolean | null) => ({ widget_visibility: { metrics: shown } });

describe("an operation", () => {
  it("that arrives again is answered as the first time and applied once", async () => {
    const call = { patch: show(false), opId: randomUUID() };
    const first = await patchSettings(pool, person, call);
    expect(await patchSettings(pool, person, call)).toEqual(first);
    expect(await eventsOf(pool, person)).toHaveLength(1);
  });

  it("that arrives again late overwrites nothing newer", async () => {
    const late = { patch: show(false), opId: randomUUID() };
    const first = await patchSettings(pool, person, late);
    await patchSettings(pool, person, { patch: show(true) });
    expect(await patchSettings(pool, person, late)).toEqual(first);
    const { overrides, version } = await patchSettings(pool, person, { patch: {} });
    expect([overrides.widget_visibility, version]).toEqual([{ metrics: true }, 2]);
  });

  it("that changed nothing is remembered as well", async () => {
    const late = { patch: show(null), opId: randomUUID() };
    await patchSettings(pool, person, late);
    await patchSettings(pool, person, { patch: show(false) });
    expect((await patchSettings(pool, person, late)).version).toBe(0);
    expect((await patchSettings(pool, person, { patch: {} })).overrides.widget_visibility).toEqual({
      metrics: false,
    });
  });

  it("is applied once when eight devices send it at the same moment, also where no row exists yet", async () => {
    const call = { patch: show(false), opId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => patchSettings(pool, person, call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await eventsOf(pool, person)).toHaveLength(1);
  });

  it("of eight different first writes at the same moment loses none", async () => {
    const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];
    const patches = widgets.flatMap((widget): JsonObject[] => [
      { widget_visibility: { [widget]: false } },
      { widget_layout: { lg: { [widget]: { x: 0, y: 0, w: 1, h: 1, collapsed: true } } } },
    ]);
    await Promise.all(patches.map((patch) => patchSettings(pool, person, { patch })));
    const { overrides, version } = await patchSettings(pool, person, { patch: {} });
    expect(version).toBe(8);
    expect(Object.keys(Object(overrides.widget_visibility)).sort()).toEqual([...widgets].sort());
  });

  it.each([
    ["another patch", { patch: show(true) }],
    ["another base", { patch: show(false), base: {} }],
    ["another source", { patch: show(false), source: "undo" }],
  ])("id with %s is refused", async (_, other) => {
    const opId = randomUUID();
    await patchSettings(pool, person, { patch: show(false), opId });
    await expect(patchSettings(pool, person, { ...other, opId })).rejects.toMatchObject({ code: "PT422" });
  });

  it("id belongs to one person: another may use the same", async () => {
    const call = { patch: show(false), opId: randomUUID() };
    await patchSettings(pool, person, call);
    const other = await createUser(pool);
    await patchSettings(pool, other, call);
    expect(await eventsOf(pool, other)).toHaveLength(1);
  });

  it("does not lend its id and source to a later write of the same transaction or connection", async () => {
    const opId = randomUUID();
    const direct = "update public.user_dashboard_settings set widget_visibility = $1";
    await committedAs(pool, person, async (client) => {
      await patchWithin(client, { patch: show(false), opId, source: "import" });
      await client.query(direct, [{ metrics: true }]);
      await client.query("savepoint refused");
      await expect(patchWithin(client, { patch: { nope: 1 }, source: "undo" })).rejects.toThrow();
      await client.query("rollback to savepoint refused");
      await client.query(direct, [{}]);
    });
    expect((await eventsOf(pool, person)).map(({ source, op_id }) => [source, op_id])).toEqual([
      ["import", opId],
      ["api", null],
      ["api", null],
    ]);
  });

  it("is forgotten after 30 days, and at once when the account is gone", async () => {
    const [old, gone] = [await createUser(pool), await createUser(pool)];
    for (const someone of [person, old, gone]) await patchSettings(pool, someone, { patch: {} });
    await pool.query(
      "update private.settings_operations set at = now() - interval '31 days' where user_id = $1",
      [old],
    );
    await pool.query("delete from auth.users where id = $1", [gone]);
    await pool.query("select private.prune_operations()");
    const { rows } = await pool.query(
      "select user_id from private.settings_operations where user_id = any ($1)",
      [[person, old, gone]],
    );
    expect(rows).toEqual([{ user_id: person }]);
  });
});
