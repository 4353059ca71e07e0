import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { patchSession, sessionsOf } from "./session-client";
import { committedAs, untilSomebodyWaits } from "./settings-client";

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

describe("the state of a device", () => {
  it("is merged, answered whole, and kept for seven days from the last write", async () => {
    await sessions.patch("device-one", at("/leads"));
    await pool.query("alter table public.user_session_state disable trigger user");
    await pool.query(
      "update public.user_session_state set updated_at = now() - interval '6 days', expires_at = now() + interval '1 day'",
    );
    await pool.query("alter table public.user_session_state enable trigger user");
    const { state, expires_at } = await sessions.patch("device-one", {
      ui_state: { openPanels: { debug: true } },
    });
    expect(state).toEqual({ ...at("/leads"), ui_state: { openPanels: { debug: true } } });
    expect(await sessions.rows()).toMatchObject([{ lifetime: { days: 7 }, ...state }]);
    expect(Date.parse(expires_at)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
  });

  it("is renewed by a patch that changes nothing", async () => {
    await sessions.patch("device-one", at("/leads"));
    await pool.query("alter table public.user_session_state disable trigger user");
    await pool.query("update public.user_session_state set expires_at = now() + interval '1 day'");
    await pool.query("alter table public.user_session_state enable trigger user");
    await sessions.patch("device-one", {});
    expect(await sessions.rows("expires_at > now() + interval '6 days'")).toHaveLength(1);
  });

  it("is nobody else's: not read, not changed, not cleared under the same device id", async () => {
    await sessions.patch("device-one", at("/leads"));
    const other = await createUser(pool);
    expect(await sessionsOf(pool, other).visible()).toBe(0);
    await sessionsOf(pool, other).patch("device-one", at("/other"));
    await sessionsOf(pool, other).clear("device-one");
    expect(await sessions.rows()).toMatchObject([at("/leads")]);
  });

  it("is no preference: nothing of it is recorded", async () => {
    await sessions.patch("device-one", at("/leads"));
    const { rowCount } = await pool.query("select from public.settings_events where owner = $1", [person]);
    expect(rowCount).toBe(0);
  });

  it("of eight first writes at the same moment is one row with all of them", async () => {
    const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];
    await Promise.all(
      [...widgets, ...widgets].map((widget) =>
        sessions.patch("device-one", { ui_state: { viewModes: { [widget]: "table" } } }),
      ),
    );
    const viewModes = Object.fromEntries(widgets.map((widget) => [widget, "table"]));
    expect(await sessions.rows()).toMatchObject([{ ui_state: { viewModes } }]);
  });

  it("takes a patch that comes while another write of the person is under way, without a deadlock", async () => {
    await sessions.patch("device-one", at("/leads"));
    const late = await committedAs(pool, person, async (client) => {
      // A write that reaches no row holds all that the first write of a call holds before it comes to a row.
      await client.query(
        "update public.user_session_state set ui_state = '{}' where session_id = 'nobody-s'",
      );
      const waiting = sessions.patch("device-one", { ui_state: { openPanels: { debug: true } } });
      await untilSomebodyWaits(pool);
      await patchSession(client, "device-one", at("/settings/activity"));
      return { waiting };
    });
    await late.waiting;
    const both = { ...at("/settings/activity"), ui_state: { openPanels: { debug: true } } };
    expect(await sessions.rows()).toMatchObject([both]);
  });
});

describe("expired state", () => {
  it("is invisible to reads and counts as absent for the next patch", async () => {
    await sessions.patch("device-one", { ...at("/leads"), ui_state: { openPanels: { debug: true } } });
    await sessions.expire("device-one");
    expect(await sessions.visible()).toBe(0);
    expect((await sessions.patch("device-one", at("/new"))).state).toEqual({ ...at("/new"), ui_state: {} });
    expect(await sessions.rows()).toHaveLength(1);
  });

  it("does not stand in the way of a direct upsert", async () => {
    await sessions.patch("device-one", at("/leads"));
    await sessions.expire("device-one");
    await committedAs(pool, person, (client) =>
      client.query(
        `insert into public.user_session_state (session_id, ui_state) values ('device-one', '{}')
         on conflict (user_id, session_id) do update set ui_state = excluded.ui_state`,
      ),
    );
    expect(await sessions.rows()).toMatchObject([{ current_context: {}, ui_state: {} }]);
  });

  it("is removed by cleanup_expired_sessions, which counts and leaves the rest alone", async () => {
    await pool.query("select public.cleanup_expired_sessions()");
    await sessions.patch("device-one", at("/leads"));
    await sessions.patch("device-two", at("/leads"));
    await sessions.expire("device-one");
    const cleaned = await actAs(pool, null, "service_role", async (client) => {
      const { rows } = await client.query("select public.cleanup_expired_sessions() as n");
      const left = await client.query("select session_id from public.user_session_state where user_id = $1", [
        person,
      ]);
      return [Number(rows[0].n), left.rows];
    });
    expect(cleaned).toEqual([1, [{ session_id: "device-two" }]]);
  });

  it("may not be cleaned up by anybody signed in", async () => {
    const attempt = actAs(pool, person, "authenticated", (client) =>
      client.query("select public.cleanup_expired_sessions()"),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });
});
