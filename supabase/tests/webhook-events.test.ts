import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  // What switching a destination off means is tested with destinations; here, that it is asked for.
  await pool.query("drop function if exists public.disable_destination(text, text, text)");
  await pool.query("create table private.asked (channel text, address text, reason text)");
  await pool.query(`
    create function public.disable_destination(channel text, address text, reason text) returns void
    language plpgsql security definer set search_path = '' as $$
    begin
      if address = 'broken@example.com' then raise exception 'broken'; end if;
      insert into private.asked values (channel, address, reason);
    end $$`);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await pool.query("delete from private.webhook_events");
  await pool.query("delete from private.asked");
});

const asService = async (sql: string, values: unknown[]) => {
  const client = await pool.connect();
  try {
    await client.query("begin; set local role service_role");
    const { rows } = await client.query(`select ${sql} as answer`, values);
    await client.query("commit");
    return rows[0].answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
};
const take = (provider: string, id: string | null) =>
  asService("public.take_webhook_event($1, $2)", [provider, id]);
const disable = (id: string, addresses: string[]) =>
  asService("public.disable_after_event('resend', $1, 'email', $2, 'bounced')", [id, addresses]);
const asked = async () => (await pool.query("select address from private.asked order by address")).rows;

describe("an event of a provider", () => {
  it("is new once, however many servers ask at the same time, and for each provider by itself", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => take("resend", "msg_1")));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await take("twilio", "msg_1")).toBe(true);
  });

  it("without an id is refused", async () => {
    for (const id of ["", null, "x".repeat(256)])
      await expect(take("resend", id)).rejects.toMatchObject({ code: "PT400", detail: "event_id" });
  });

  it("switches its addresses off, once", async () => {
    expect(await disable("msg_2", ["a@example.com", "b@example.com"])).toBe(true);
    expect(await disable("msg_2", ["a@example.com", "b@example.com"])).toBe(false);
    expect(await asked()).toEqual([{ address: "a@example.com" }, { address: "b@example.com" }]);
  });

  it("that could not be acted upon is new when it comes again: nothing of it was kept", async () => {
    await expect(disable("msg_3", ["a@example.com", "broken@example.com"])).rejects.toThrow("broken");
    expect(await asked()).toEqual([]);
    expect(await disable("msg_3", ["a@example.com"])).toBe(true);
  });

  it("is forgotten after thirty days, and no earlier", async () => {
    await pool.query(
      `insert into private.webhook_events (provider, event_id, received_at)
       select 'resend', age, now() - age::interval from unnest(array['29 days', '31 days']) age`,
    );
    await pool.query("select private.prune_operations()");
    const { rows } = await pool.query("select event_id from private.webhook_events");
    expect(rows).toEqual([{ event_id: "29 days" }]);
  });

  it.each(["anon", "authenticated"] as const)("is nothing that %s may tell by the API", async (role) => {
    for (const sql of [
      "select public.take_webhook_event('resend', 'x')",
      "select public.disable_after_event('resend', 'x', 'email', array['a@example.com'], 'bounced')",
    ]) {
      const told = actAs(pool, null, role, (client) => client.query(sql));
      await expect(told).rejects.toMatchObject({ code: "42501" });
    }
  });
});
