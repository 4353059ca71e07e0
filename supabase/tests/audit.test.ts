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
  const traces = async (userId: string) => {
    const { rows } = await pool.query<{ rows: string }>(
      `select (select count(*) from public.settings_events where owner = $1 or actor = $1)
         + (select count(*) from public.user_dashboard_settings where user_id = $1)
         + (select count(*) from public.notifications where user_id = $1)
         + (select count(*) from private.notification_counters where user_id = $1)
         + (select count(*) from private.settings_operations where user_id = $1)
         + (select count(*) from private.rate_counters where user_id = $1)
         + (select count(*) from public.project_members where user_id = $1)
         + (select count(*) from public.client_members where user_id = $1)
         + (select count(*) from public.lead_events where actor = $1) as rows`,
      [userId],
    );
    return Number(rows[0]?.rows);
  };

  it("is not for the person, and not for anybody signed in", async () => {
    const attempt = actAs(pool, world.people.owner, "authenticated", (client) =>
      client.query("select private.erase_user($1)", [world.people.owner]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("removes every trace, records that it was used, and leaves others alone", async () => {
    const { owner, exMember } = world.people;
    await patchSettings(pool, owner, { patch: { widget_visibility: { insights: false } } });
    const others = await traces(exMember);
    expect(await traces(owner)).toBeGreaterThan(5);

    const service = await pool.connect();
    await service.query("begin");
    await service.query("set local role service_role");
    await service.query("select private.erase_user($1)", [owner]);
    await service.query("commit");
    service.release();

    expect(await traces(owner)).toBe(0);
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
