import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;

/** Enough rows of others that a plan which reads them all would be chosen only for want of a better one. */
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query("insert into auth.users (id) select gen_random_uuid() from generate_series(1, 5000)");
  const personal = ["user_notification_settings", "user_app_preferences", "user_session_state"];
  for (const table of ["leads", "notifications", "user_dashboard_settings", ...personal])
    await pool.query(`alter table public.${table} disable trigger user`);
  await pool.query("insert into public.clients (name) select 'Client ' || n from generate_series(1, 500) n");
  await pool.query(
    "insert into public.projects (client_id, name) select id, 'Project' from public.clients, generate_series(1, 6)",
  );
  await pool.query(
    "insert into public.leads (project_id, name) select id, 'Lead' from public.projects, generate_series(1, 4)",
  );
  await pool.query(
    "insert into public.user_dashboard_settings (user_id, version) select id, 1 from auth.users on conflict do nothing",
  );
  for (const table of personal.slice(0, 2))
    await pool.query(
      `insert into public.${table} (user_id, version) select id, 1 from auth.users on conflict do nothing`,
    );
  await pool.query(
    `insert into public.user_session_state (user_id, session_id)
     select id, 'device-' || n from auth.users, generate_series(1, 3) n`,
  );
  await pool.query(
    `insert into public.notifications (user_id, seq, category, title)
     select id, 1000 + n, 'leadUpdates', 'News' from auth.users, generate_series(1, 3) n`,
  );
  await pool.query("analyze");
});
afterAll(() => database.drop());

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  "Subplan Name"?: string;
  Plans?: Node[];
};

async function planOf(sql: string, values: unknown[] = []): Promise<Node[]> {
  return actAs(pool, world.people.owner, "authenticated", async (client) => {
    const { rows } = await client.query(`explain (format json) ${sql}`, values);
    const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
    return flatten(rows[0]["QUERY PLAN"][0].Plan);
  });
}

/** How often each table of a person's page was read from end to end, as the connection has counted so far. */
async function sequentialScans(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query(
    `select relname, seq_scan::int from pg_stat_xact_user_tables
     where relname in ('user_dashboard_settings', 'user_notification_settings', 'user_app_preferences',
       'user_session_state', 'notifications')`,
  );
  return new Map(rows.map(({ relname, seq_scan }) => [relname, seq_scan]));
}

describe("row-level security is evaluated once a statement and found by index", () => {
  it.each([
    [
      "a person's settings",
      "select * from public.user_dashboard_settings",
      "user_dashboard_settings",
      "user_id",
    ],
    [
      "a person's bell",
      "select * from public.notifications order by seq desc limit 30",
      "notifications",
      "user_id",
    ],
    [
      "a person's notification settings",
      "select * from public.user_notification_settings",
      "user_notification_settings",
      "user_id",
    ],
    [
      "a person's preferences",
      "select * from public.user_app_preferences",
      "user_app_preferences",
      "user_id",
    ],
    ["a person's devices", "select * from public.user_session_state", "user_session_state", "user_id"],
    ["the leads of my projects", "select * from public.leads", "leads", "project_id"],
    ["my projects", "select * from public.projects", "projects", "id"],
  ])("%s", async (_, sql, table, column) => {
    const nodes = await planOf(sql);
    const scans = nodes.filter(
      (node) => node["Relation Name"] === table || node["Index Cond"]?.includes(column),
    );
    expect(scans.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    expect(scans.some((node) => node["Index Cond"]?.includes(`(${column} = `))).toBe(true);
    expect(nodes.some((node) => node["Subplan Name"]?.startsWith("InitPlan"))).toBe(true);
  });

  it("a settings row is updated by index too", async () => {
    const nodes = await planOf(
      "update public.user_dashboard_settings set widget_visibility = '{}' where id = $1",
      [randomUUID()],
    );
    expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  });

  it("all settings, the session and the bell of a page are read without a look at anybody else's rows", async () => {
    // Counts of earlier transactions of the same connection may still be in the view: what counts is what is added.
    const read = await actAs(pool, world.people.owner, "authenticated", async (client) => {
      const before = await sequentialScans(client);
      await client.query("select public.get_bootstrap($1, 'live-device')", [world.projectId]);
      const after = await sequentialScans(client);
      return [...after]
        .filter(([table, scans]) => scans !== (before.get(table) ?? 0))
        .map(([table]) => table);
    });
    expect(read).toEqual([]);
  });
});
