import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { committedAs, eventsOf, patchSettings, patchWithin } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
const hide = (widget: string) => ({ widget_visibility: { [widget]: false } });
const rectangle = { x: 0, y: 1, w: 2, h: 3, collapsed: false };

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const rowOf = async () =>
  (await pool.query("select * from public.user_dashboard_settings where user_id = $1", [person])).rows;

describe("a patch", () => {
  it("stores only what it names, and counts versions from 1", async () => {
    const first = await patchSettings(pool, person, { patch: hide("metrics") });
    const second = await patchSettings(pool, person, { patch: hide("insights") });
    expect(first.version).toBe(1);
    expect(second).toEqual({
      version: 2,
      conflicts: [],
      overrides: {
        widget_visibility: { metrics: false, insights: false },
        widget_layout: {},
        dashboard_preferences: {},
      },
    });
  });

  it("with null goes back to inherited: the value leaves the row", async () => {
    await patchSettings(pool, person, { patch: hide("metrics") });
    const { overrides } = await patchSettings(pool, person, {
      patch: { widget_visibility: { metrics: null } },
    });
    expect(overrides.widget_visibility).toEqual({});
  });

  it("that changes nothing leaves the version, the time and the record alone, and makes no row", async () => {
    expect((await patchSettings(pool, person, { patch: {} })).version).toBe(0);
    expect(
      (await patchSettings(pool, person, { patch: { widget_visibility: { metrics: null } } })).version,
    ).toBe(0);
    expect(await rowOf()).toEqual([]);
    await patchSettings(pool, person, { patch: hide("metrics") });
    const [before] = await rowOf();
    expect((await patchSettings(pool, person, { patch: hide("metrics") })).version).toBe(1);
    expect(await rowOf()).toEqual([before]);
    expect(await eventsOf(pool, person)).toHaveLength(1);
  });

  it("is recorded leaf by leaf, an atomic value as one", async () => {
    const opId = randomUUID();
    const patch = { ...hide("metrics"), widget_layout: { lg: { metrics: rectangle } } };
    await patchSettings(pool, person, { patch, opId, source: "import", device: "Chrome on Windows" });
    const about = {
      source: "import",
      op_id: opId,
      device: "Chrome on Windows",
      actor: person,
      version: 1,
      before: null,
    };
    const events = await eventsOf(pool, person);
    expect(events).toHaveLength(2);
    expect(events).toContainEqual({ ...about, path: "widget_visibility.metrics", after: false });
    expect(events).toContainEqual({ ...about, path: "widget_layout.lg.metrics", after: rectangle });
  });

  it("is the one that its device made: a later write of the same transaction has none", async () => {
    await committedAs(pool, person, async (client) => {
      await patchWithin(client, { patch: hide("metrics"), device: "Safari on iPhone" });
      await client.query("update public.user_dashboard_settings set widget_visibility = $1", [
        { metrics: true },
      ]);
    });
    expect((await eventsOf(pool, person)).map(({ device }) => device)).toEqual(["Safari on iPhone", null]);
  });

  it("keeps keys that this version of the schema does not know", async () => {
    await pool.query(
      "insert into public.user_dashboard_settings (user_id, widget_visibility) values ($1, $2)",
      [person, { fromTomorrow: { deep: 1 } }],
    );
    const { overrides } = await patchSettings(pool, person, { patch: hide("metrics") });
    expect(overrides.widget_visibility).toEqual({ fromTomorrow: { deep: 1 }, metrics: false });
  });

  it("is not stopped by a stored value that yesterday's schema allowed", async () => {
    await patchSettings(pool, person, { patch: hide("metrics") });
    await pool.query("alter table public.user_dashboard_settings disable trigger user");
    await pool.query("update public.user_dashboard_settings set dashboard_preferences = $1", [
      { defaultView: "gone" },
    ]);
    await pool.query("alter table public.user_dashboard_settings enable trigger user");
    expect((await patchSettings(pool, person, { patch: hide("insights") })).version).toBe(2);
  });
});

describe("a patch is refused", () => {
  it.each([
    ["an unknown setting", { widget_visibility: { nope: true } }, "widget_visibility.nope"],
    ["an unknown column", { user_id: "x" }, "user_id"],
    ["__proto__", JSON.parse('{"__proto__": {"polluted": true}}'), "__proto__"],
    ["a wrong type", { widget_visibility: { metrics: "yes" } }, "widget_visibility.metrics"],
    [
      "an unknown choice",
      { dashboard_preferences: { defaultView: "huge" } },
      "dashboard_preferences.defaultView",
    ],
    [
      "a number out of range",
      { dashboard_preferences: { refreshInterval: 1 } },
      "dashboard_preferences.refreshInterval",
    ],
    [
      "a fraction",
      { dashboard_preferences: { refreshInterval: 60000.5 } },
      "dashboard_preferences.refreshInterval",
    ],
    ["half an atomic value", { widget_layout: { lg: { metrics: { x: 1 } } } }, "widget_layout.lg.metrics"],
    [
      "an atomic value with more",
      { widget_layout: { lg: { metrics: { ...rectangle, z: 1 } } } },
      "widget_layout.lg.metrics",
    ],
    ["null for a group", { widget_layout: null }, "widget_layout"],
    ["a value for a group", { widget_layout: { lg: 5 } }, "widget_layout.lg"],
  ])("for %s, with the path named, and stores nothing", async (_, patch, path) => {
    const attempt = patchSettings(pool, person, { patch });
    await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: path });
    await expect(attempt).rejects.toThrow(path);
    expect(await rowOf()).toEqual([]);
  });

  it.each([
    ["a list", [1]],
    ["a string", "x"],
    ["null", null],
  ])("when it is %s", async (_, patch) => {
    await expect(patchSettings(pool, person, { patch })).rejects.toMatchObject({ code: "PT400" });
  });

  it("without a signed-in person", async () => {
    const attempt = committedAs(pool, null, (client) => patchWithin(client, { patch: {} }));
    await expect(attempt).rejects.toMatchObject({ code: "PT401" });
  });

  it("for a project of others, as if it did not exist", async () => {
    const attempt = patchSettings(pool, person, { patch: hide("metrics"), project: randomUUID() });
    await expect(attempt).rejects.toMatchObject({ code: "PT403", detail: "scope.project_id" });
  });

  it("for a source that is not a person's to give", async () => {
    const attempt = patchSettings(pool, person, { patch: hide("metrics"), source: "system" });
    await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: "source" });
  });

  it.each(["", "Chrome (Windows)", "a".repeat(61), "כרום"])(
    "for a device that calls itself “%s”",
    async (device) => {
      const attempt = patchSettings(pool, person, { patch: hide("metrics"), device });
      await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: "device" });
    },
  );

  it.each(['{"project_id": "x"}', "{}", '{"project_id": null, "user_id": null}', "[]", '{"project_id": 5}'])(
    "for the scope %s",
    async (scope) => {
      const attempt = committedAs(pool, person, (client) =>
        client.query("select public.patch_dashboard_settings($1, '{}', gen_random_uuid())", [scope]),
      );
      await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: "scope" });
    },
  );

  it("over the limit of a minute, and the next minute is free again", async () => {
    await pool.query("update private.rate_limits set per_minute = 2");
    await patchSettings(pool, person, { patch: hide("metrics") });
    // A minute that has not begun, so that none ends while the test runs.
    await pool.query("update private.rate_counters set minute = minute + interval '1 hour'");
    await patchSettings(pool, person, { patch: hide("insights") });
    await expect(patchSettings(pool, person, { patch: {} })).rejects.toMatchObject({ code: "PT429" });
    await pool.query("update private.rate_counters set minute = now() - interval '1 minute'");
    expect((await patchSettings(pool, person, { patch: {} })).version).toBe(2);
    await pool.query("update private.rate_limits set per_minute = 1000000");
  });
});
