import type { SupabaseClient } from "@supabase/supabase-js";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { issueToken, startTestSupabase, stockClient } from "@/local/test-supabase";
import { createNotification } from "./notifications-client";
import { oneMinute } from "./one-minute";
import { committedAs, patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let supabase: Awaited<ReturnType<typeof startTestSupabase>>;
let pool: pg.Pool;
let world: World;
let person: string;
let client: SupabaseClient;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  supabase = await startTestSupabase(database);
  world = await createWorld(pool);
  await pool.query(oneMinute);
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});
beforeEach(async () => {
  person = await createUser(pool);
  client = stockClient(supabase, () => issueToken(person));
});

const used = async (name: string, who = person) => {
  const sql = "select used from private.rate_counters where user_id = $1 and name = $2";
  return (await pool.query(sql, [who, name])).rows[0]?.used ?? 0;
};
const hide = (...names: string[]) => ({
  widget_visibility: Object.fromEntries(names.map((name) => [name, false])),
});

describe("what is taken from a limit", () => {
  it("of leads is each lead that a statement changes", async () => {
    const { owner } = world.people;
    await pool.query(
      `insert into public.leads (project_id, name)
       select (select project_id from public.leads where id = $1), 'Lead ' || n from generate_series(1, 5) n`,
      [world.leadId],
    );
    const change = (heat: string) =>
      committedAs(pool, owner, (connection) =>
        connection.query("update public.leads set heat = $1 where name like 'Lead %'", [heat]),
      );
    await change("warm");
    expect(await used("leads", owner)).toBe(5);
    await pool.query("update private.rate_limits set per_minute = 9 where name = 'leads'");
    await expect(change("hot")).rejects.toMatchObject({ code: "PT429" });
    await pool.query("update private.rate_limits set per_minute = 300 where name = 'leads'");
    const told = "select from public.notifications where user_id = $1 and params ->> 'to' = 'hot'";
    expect((await pool.query(told, [owner])).rowCount).toBe(0);
  });

  it("of settings is each value that changes, by an operation and by a write to the table", async () => {
    await patchSettings(pool, person, { patch: hide("metrics", "insights", "pieCharts") });
    expect(await used("settings")).toBe(3);
    await patchSettings(pool, person, { patch: hide("metrics") });
    expect(await used("settings")).toBe(4);
    await committedAs(pool, person, (connection) =>
      connection.query("delete from public.user_dashboard_settings where user_id = $1", [person]),
    );
    expect(await used("settings")).toBe(7);
  });

  it("of notifications is one for each thousand rows of one's own", async () => {
    await pool.query(
      `insert into public.notifications (user_id, category, title)
       select $1, 'leadUpdates', 'News' from generate_series(1, 1001)`,
      [person],
    );
    await committedAs(pool, person, (connection) =>
      connection.query("update public.notifications set read = true where user_id = $1", [person]),
    );
    expect(await used("notifications")).toBe(2);
  });

  it("in a day ends with the day's limit, and says so", async () => {
    await pool.query("update private.rate_limits set per_day = 2 where name = 'settings'");
    await patchSettings(pool, person, { patch: hide("metrics", "insights") });
    const third = patchSettings(pool, person, { patch: hide("pieCharts") });
    await expect(third).rejects.toMatchObject({ code: "PT429", message: "Too many changes in a day." });
    await pool.query("update private.rate_limits set per_day = 10000 where name = 'settings'");
  });
});

describe("a refused change costs as much as another, and is answered like an error:", () => {
  const refused = async () => {
    await createNotification(pool, { user_id: person, title: "News" });
    const op_id = "00000000-0000-4000-8000-000000000001";
    const patch = { widget_visibility: { metrics: "no" } };
    return [
      ["settings", "patch_dashboard_settings", { scope: { project_id: null }, patch, op_id }],
      ["settings", "patch_app_preferences", { scope: { a: 1 }, patch: {}, op_id }],
      ["session", "patch_session_state", { scope: { session_id: "x" }, patch: {} }],
      ["leads", "judge_lead", { lead_id: world.leadId, judgement: { heat: "tepid" } }],
      ["notifications", "mark_notifications_through", { up_to_seq: 1, read: false }],
      ["notifications", "mark_notifications_read", { ids: null }],
      ["notifications", "change_notifications", { ids: [], change: {} }],
    ] as const;
  };

  it("every operation that a person has", async () => {
    for (const [limit, name, input] of await refused()) {
      const before = await used(limit);
      const { error, status } = await client.rpc(name, input);
      expect([name, status, error?.code]).toEqual([name, 400, "PT400"]);
      expect(error?.details, name).toMatch(/./);
      expect([name, await used(limit)]).toEqual([name, before + 1]);
    }
  });

  it("until the limit is reached", async () => {
    await pool.query("update private.rate_limits set per_minute = 1 where name = 'leads'");
    const judge = () => client.rpc("judge_lead", { lead_id: world.leadId, judgement: { heat: "tepid" } });
    expect((await judge()).status).toBe(400);
    expect((await judge()).status).toBe(429);
    await pool.query("update private.rate_limits set per_minute = 300 where name = 'leads'");
  });

  it("and changes nothing", async () => {
    const scope = { project_id: null };
    const patch = { widget_visibility: { metrics: false, insights: "no" } };
    const { error } = await client.rpc("patch_dashboard_settings", {
      scope,
      patch,
      op_id: "00000000-0000-4000-8000-000000000002",
    });
    expect(error).toMatchObject({ code: "PT400", details: "widget_visibility.insights" });
    const left = await pool.query("select from public.user_dashboard_settings where user_id = $1", [person]);
    expect(left.rowCount).toBe(0);
  });
});

describe("an endless record", () => {
  it("keeps the newest, leaves a trace of what went, and gives back no moment before it", async () => {
    for (const name of ["metrics", "insights", "pieCharts"])
      await patchSettings(pool, person, { patch: hide(name) });
    await pool.query("select private.prune_record(2)");
    const kept = "select path, at from public.settings_events where owner = $1 order by at";
    const { rows } = await pool.query(kept, [person]);
    expect(rows.map(({ path }) => path)).toEqual([
      "widget_visibility.insights",
      "widget_visibility.pieCharts",
    ]);
    const { rows: traces } = await pool.query(
      "select through from private.erasures where user_id = $1 and through < $2",
      [person, rows[0].at],
    );
    expect(traces).toHaveLength(1);
    const asOf = (moment: Date) => client.rpc("get_settings_as_of", { moment: moment.toISOString() });
    expect((await asOf(new Date(0))).error).toMatchObject({ code: "PT404", details: "moment" });
    const undone = { section: "dashboard", scope: null, path: "widget_visibility.pieCharts", value: null };
    expect((await asOf(rows[0].at)).data.changes).toContainEqual(undone);
  });
});
