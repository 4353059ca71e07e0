import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller } from "@/local/test-people";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { accessMatrix, closedTables } from "./access-matrix";
import { claimsOf, expectedOutcome, verbs } from "./attempt";
import { actors, createWorld, type World } from "./world";

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

describe.each(accessMatrix.map((target) => ({ target, what: target.what })))("$what", ({ target }) => {
  it.each(
    verbs.flatMap((verb) =>
      actors.map((actor) => ({ verb, actor, outcome: expectedOutcome(target, verb, actor) })),
    ),
  )("$actor tries to $verb: $outcome", async ({ verb, actor, outcome }) => {
    const claim = claimsOf(client, world, target).find(
      ({ sentence }) => sentence === `${actor} ${verb}s ${target.what}: ${outcome}`,
    );
    expect(await claim?.attempt()).toBe(outcome);
  });
});

describe.each(
  accessMatrix.filter((target) => target.beyondGrants).map((target) => ({ target, what: target.what })),
)("$what, should a column be granted by mistake", ({ target }) => {
  it("is still guarded by its policies", async () => {
    const claims = claimsOf(client, world, target).slice(verbs.length * actors.length);
    expect(claims).toHaveLength(target.beyondGrants?.length ?? 0);
    for (const { sentence, attempt, expected } of claims) expect(await attempt(), sentence).toBe(expected);
  });
});

describe("the columns that nobody signed in may write", () => {
  const notificationColumns = Object.keys(notifications.columns);
  const preferenceColumns = Object.keys(preferences.columns);
  const mayWrite: Record<string, { insert: string[]; update: string[] }> = {
    leads: {
      insert: [],
      update: ["heat", "bant_budget", "bant_authority", "bant_need", "bant_timeline", "status"],
    },
    notifications: { insert: [], update: ["read", "read_at", "seen_at", "archived_at", "snoozed_until"] },
    user_dashboard_settings: {
      insert: ["project_id", "widget_visibility", "widget_layout", "dashboard_preferences"],
      update: ["widget_visibility", "widget_layout", "dashboard_preferences"],
    },
    user_notification_settings: { insert: notificationColumns, update: notificationColumns },
    user_app_preferences: { insert: preferenceColumns, update: preferenceColumns },
    performance_targets: { insert: ["project_id", "metric", "period_start", "target"], update: ["target"] },
    user_session_state: {
      insert: ["session_id", "current_context", "ui_state"],
      update: ["current_context", "ui_state"],
    },
  };

  it("are all others: user_id, client_id, version, seq, times, and every column of the record", async () => {
    const { rows } = await client.query<{ table: string; column: string; insert: boolean; update: boolean }>(
      `select c.relname as table, a.attname as column,
         has_column_privilege('authenticated', c.oid, a.attnum, 'insert') as insert,
         has_column_privilege('authenticated', c.oid, a.attnum, 'update') as update
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0
         and not a.attisdropped`,
    );
    const writable = (verb: "insert" | "update") =>
      rows.filter((row) => row[verb]).map(({ table, column }) => `${table}.${column}`);
    const expected = (verb: "insert" | "update") =>
      Object.entries(mayWrite).flatMap(([table, columns]) =>
        columns[verb].map((column) => `${table}.${column}`),
      );
    expect(writable("insert").sort()).toEqual(expected("insert").sort());
    expect(writable("update").sort()).toEqual(expected("update").sort());
  });
});

describe("the matrix", () => {
  const matrixTables = (schema: string) =>
    [...new Set(accessMatrix.map(({ table }) => table))].filter((table) => table.startsWith(schema)).sort();

  it("names every table of the API", async () => {
    const { rows } = await client.query<{ name: string }>(
      `select 'public.' || relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );
    expect(matrixTables("public.")).toEqual(rows.map(({ name }) => name).sort());
  });

  it("names every table beside the API: those with a policy for people, and the closed ones", async () => {
    const { rows } = await client.query<{ name: string }>(
      "select 'private.' || relname as name from pg_class where relnamespace = 'private'::regnamespace and relkind = 'r'",
    );
    expect([...matrixTables("private."), ...closedTables].sort()).toEqual(
      rows.map(({ name }) => name).sort(),
    );
  });
});

describe.each(closedTables)("%s", (table) => {
  it.each(["anon", "authenticated"] as const)("is closed to %s", async (role) => {
    await client.query("savepoint closed");
    await becomeCaller(client, world.people.owner, role);
    await expect(client.query(`select from ${table}`)).rejects.toMatchObject({ code: "42501" });
    await client.query("rollback to savepoint closed");
  });
});
