import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { sessionsOf } from "./session-client";
import { committedAs } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
let sessions: ReturnType<typeof sessionsOf>;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
  sessions = sessionsOf(pool, person);
});

const at = (path: string) => ({ current_context: { path } });

describe("a client", () => {
  it("does not choose when its state expires, not even the service does", async () => {
    await sessions.patch("device-one", at("/leads"));
    const own = committedAs(pool, person, (client) =>
      client.query("update public.user_session_state set expires_at = 'infinity'"),
    );
    await expect(own).rejects.toMatchObject({ code: "42501" });
    await pool.query(
      "update public.user_session_state set expires_at = 'infinity', user_id = gen_random_uuid()",
    );
    expect(await sessions.rows("expires_at < now() + interval '8 days'")).toHaveLength(1);
  });

  it("keeps twenty live devices: the one away for the longest makes room", async () => {
    for (let device = 1; device <= 22; device += 1) await sessions.patch(`device-${device}`, at("/leads"));
    await sessions.patch("device-3", at("/again"));
    await sessions.patch("device-23", at("/leads"));
    const devices = (await sessions.rows()).map(({ session_id }) => session_id);
    expect(devices).toHaveLength(20);
    expect(devices).toEqual(expect.arrayContaining(["device-3", "device-23", "device-5"]));
    expect(devices).not.toContain("device-4");
  });

  it("clears its state at sign-out, also over the limit of a minute", async () => {
    const limit = "update private.rate_limits set per_minute = $1 where name = 'session'";
    await sessions.patch("device-one", at("/leads"));
    // A minute that has not begun, so that none ends while the test runs.
    await pool.query("update private.rate_counters set minute = minute + interval '1 hour'");
    await pool.query(limit, [1]);
    await expect(sessions.patch("device-one", {})).rejects.toMatchObject({ code: "PT429" });
    const clear = () => sessions.clear("device-one");
    expect([await clear(), await clear()]).toEqual([true, false]);
    await pool.query(limit, [300]);
    expect(await sessions.rows()).toEqual([]);
  });

  it("finds its own state and where the person was elsewhere in get_bootstrap", async () => {
    expect(await sessions.bootstrap("device-one")).toEqual({ here: null, elsewhere: null });
    await sessions.patch("device-one", at("/leads"));
    const ui_state = { openPanels: { leadHistory: false }, viewModes: { metrics: "table" } };
    await sessions.patch("device-two", { ...at("/dashboard"), ui_state });
    await sessions.patch("empty-device", { ui_state: { openPanels: { debug: true } } });
    const one = { current_context: { path: "/leads" }, ui_state: {}, at: expect.any(String) };
    expect(await sessions.bootstrap("device-one")).toEqual({
      here: one,
      elsewhere: {
        session_id: "device-two",
        current_context: { path: "/dashboard" },
        ui_state,
        at: expect.stringMatching(/T.*\+00:00$/),
      },
    });
    await sessions.expire("device-two");
    expect(await sessions.bootstrap("device-one")).toEqual({ here: one, elsewhere: null });
    expect(await sessions.bootstrap(null)).toMatchObject({
      here: null,
      elsewhere: { session_id: "device-one" },
    });
  });
});

describe("a patch of session state is refused", () => {
  it.each([
    ["an unknown leaf", { ui_state: { nope: true } }, "ui_state.nope"],
    ["an unknown part", { user_id: "x" }, "user_id"],
    ["a wrong type", { ui_state: { openPanels: { debug: "yes" } } }, "ui_state.openPanels.debug"],
    ["an address of another site", { current_context: { path: "//evil.example" } }, "current_context.path"],
    ["a path that is too long", { current_context: { path: `/${"x".repeat(300)}` } }, "current_context.path"],
    ["__proto__", JSON.parse('{"ui_state": {"__proto__": {"x": 1}}}'), "ui_state.__proto__"],
  ])("for %s, with the path named", async (_, change, path) => {
    await expect(sessions.patch("device-one", change)).rejects.toMatchObject({ code: "PT400", detail: path });
    expect(await sessions.rows()).toEqual([]);
  });

  it.each([
    "{}",
    '{"session_id": null}',
    '{"session_id": "short"}',
    '{"session_id": "device-one", "user_id": "x"}',
    "[]",
    "null",
  ])("for the scope %s", async (scope) => {
    const attempt = committedAs(pool, person, (client) =>
      client.query("select public.patch_session_state($1, '{}')", [scope]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: "scope" });
  });

  it("without a signed-in person", async () => {
    await expect(
      committedAs(pool, null, (client) =>
        client.query("select public.patch_session_state('{\"session_id\": \"device-one\"}', '{}')"),
      ),
    ).rejects.toMatchObject({ code: "PT401" });
  });

  it("in a direct write too, where a known leaf does not fit or a part is large", async () => {
    const write = (json: object) =>
      committedAs(pool, person, (client) =>
        client.query(
          "insert into public.user_session_state (session_id, ui_state) values ('device-one', $1)",
          [json],
        ),
      );
    await expect(write({ openPanels: { debug: 1 } })).rejects.toMatchObject({ code: "PT400" });
    const large = Array.from({ length: 900 }, (_, index) => `${Math.sin(index)}`).join("");
    await expect(write({ tomorrow: large })).rejects.toMatchObject({ code: "PT400", detail: "ui_state" });
  });
});
