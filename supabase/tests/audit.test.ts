import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());

const changes = (table: string) => [
  `update ${table} set at = now()`,
  `delete from ${table}`,
  `truncate ${table}`,
  `truncate ${table} cascade`,
];

describe.each(["public.settings_events", "private.erasures"])("%s", (table) => {
  beforeAll(() => pool.query("insert into private.erasures (user_id) values (gen_random_uuid())"));

  it.each(changes(table))("refuses `%s` even to the owner of the tables", async (sql) => {
    await expect(pool.query(sql)).rejects.toMatchObject({ code: "PT403" });
  });

  it.each(changes(table))("refuses `%s` to the service role", async (sql) => {
    const attempt = actAs(pool, null, "service_role", (client) => client.query(sql));
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });
});

describe("erasing a person", () => {
  /** Rows of any table with the person in any column of ids, by table; new tables are found by themselves. */
  const tracesByTable = async (userId: string): Promise<Record<string, number>> => {
    const { rows: columns } = await pool.query<{ table: string; condition: string }>(
      `select c.oid::regclass::text as table, string_agg(format('%I = $1', a.attname), ' or ') as condition
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r'
         and a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped
         and c.oid <> 'private.erasures'::regclass
       group by c.oid`,
    );
    const counted: Record<string, number> = {};
    for (const { table, condition } of columns) {
      const { rowCount } = await pool.query(`select from ${table} where ${condition}`, [userId]);
      if (rowCount) counted[table] = rowCount;
    }
    return counted;
  };
  const traces = async (userId: string) =>
    Object.values(await tracesByTable(userId)).reduce((sum, rows) => sum + rows, 0);

  it("is not for the person, and not for anybody signed in", async () => {
    const attempt = actAs(pool, world.people.owner, "authenticated", (client) =>
      client.query("select private.erase_user($1)", [world.people.owner]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("removes every trace, records that it was used, and leaves others alone", async () => {
    const { owner, exMember } = world.people;
    await patchSettings(pool, owner, { patch: { widget_visibility: { insights: false } } });
    await pool.query(
      "insert into private.destinations (user_id, channel, address, verified_at) values ($1, 'sms', '+972501234567', now())",
      [owner],
    );
    const others = await traces(exMember);
    expect(Object.keys(await tracesByTable(owner))).toEqual(
      expect.arrayContaining([
        "user_dashboard_settings",
        "user_notification_settings",
        "user_app_preferences",
        "user_session_state",
        "settings_events",
        "notifications",
        "private.settings_operations",
        "private.destinations",
        "integration_connections",
      ]),
    );

    const service = await pool.connect();
    await service.query("begin");
    await service.query("set local role service_role");
    await service.query("select private.erase_user($1)", [owner]);
    await service.query("commit");
    service.release();

    expect(await tracesByTable(owner)).toEqual({});
    expect(await traces(exMember)).toBe(others);
    const { rows } = await pool.query("select by_role from private.erasures where user_id = $1", [owner]);
    expect(rows).toEqual([{ by_role: "postgres" }]);
  });

  it("opens the record for that transaction only", async () => {
    const { exMember } = world.people;
    await pool.query("insert into private.erasures (user_id) values ($1)", [exMember]);
    const attempt = pool.query("delete from public.settings_events where owner = $1", [exMember]);
    await expect(attempt).rejects.toMatchObject({ code: "PT403" });
  });

  it("does not open the record of anybody else in that transaction", async () => {
    const client = await pool.connect();
    await client.query("begin");
    await client.query("select private.erase_user($1)", [world.people.member]);
    await expect(client.query("delete from public.settings_events")).rejects.toMatchObject({ code: "PT403" });
    await client.query("rollback");
    client.release();
  });

  it("needs no account any more: the record outlives it", async () => {
    const { exMember } = world.people;
    await pool.query("delete from auth.users where id = $1", [exMember]);
    const { rows } = await pool.query("select from public.settings_events where owner = $1", [exMember]);
    expect(rows.length).toBeGreaterThan(0);
    await pool.query("select private.erase_user($1)", [exMember]);
    expect(await traces(exMember)).toBe(0);
  });
});
