import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createWorld, type World } from "./world";

/** `PLAN_ROWS=1000000` is the full count of rows that wait for the future. */
const future = Number(process.env.PLAN_ROWS ?? "30000");
const people = 300;

let database: TestDatabase;
let pool: pg.Pool;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query("update public.notifications set routed_at = now()");
  // Held rows of many people, some of the member; each with an address that decides nothing here.
  await pool.query(
    `with person as (select gen_random_uuid() as id from generate_series(1, $2::integer)),
     numbered as (select id, row_number() over () as number from person)
     insert into private.deliveries (notification_id, user_id, channel, destination_id, urgent, bundle, not_before)
     select n.id, p.id, 'email', gen_random_uuid(), s % 5 = 0, case when s % 2 = 0 then 'away' end,
       now() + interval '1 hour' + s * interval '1 s'
     from (select id from public.notifications limit 1) n, generate_series(1, $1::integer) s
     join numbered p on p.number = 1 + s % $2`,
    [future, people],
  );
  await pool.query("alter table public.notifications disable trigger user");
  await pool.query(
    `insert into public.notifications (user_id, seq, category, title, routed_at)
     select $1, 1000 + n, 'leadUpdates', 'News', now() from generate_series(1, 20000) n`,
    [world.people.owner],
  );
  await pool.query("alter table public.notifications enable trigger user");
  await pool.query("vacuum analyze private.deliveries, public.notifications");
}, 1_200_000);
afterAll(() => database.drop());

/** What a statement reads of a table, the most of eight times: rows, and how often the table from end to end. */
async function read(table: string, sql: string, values: () => unknown[] = () => []) {
  const client = await pool.connect();
  const counters = async () => {
    const { rows } = await client.query(
      `select seq_scan::int as whole, (idx_tup_fetch + seq_tup_read)::int as rows
       from pg_stat_xact_user_tables where relid = $1::regclass`,
      [table],
    );
    return rows[0];
  };
  const most = { whole: 0, rows: 0 };
  try {
    await client.query("begin");
    for (let call = 0; call < 8; call += 1) {
      const before = await counters();
      await client.query(sql, values());
      const after = await counters();
      most.whole = Math.max(most.whole, after.whole - before.whole);
      most.rows = Math.max(most.rows, after.rows - before.rows);
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
  return most;
}

describe(`beside ${future.toLocaleString("en")} deliveries of the future`, () => {
  it("a claim reads nothing where nothing is due", async () => {
    expect(await read("private.deliveries", "select public.claim_deliveries(20)")).toEqual({
      whole: 0,
      rows: 0,
    });
  });

  it("a claim reads the rows that it takes, a few times each", async () => {
    await pool.query(
      `insert into private.deliveries (notification_id, user_id, channel, destination_id, not_before)
       select n.id, $1, 'email', gen_random_uuid(), now() - interval '1 minute'
       from (select id from public.notifications limit 1) n, generate_series(1, 200)`,
      [world.people.member],
    );
    const { whole, rows } = await read("private.deliveries", "select public.claim_deliveries(20)");
    await pool.query("delete from private.deliveries where user_id = $1", [world.people.member]);
    expect(whole).toBe(0);
    // The urgent half and the page; each row's place, its person's rows on the channel, its lock and its lease.
    expect(rows).toBeLessThanOrEqual(20 * (6 + 200));
  });

  it("whether something is due is one entry of an index", async () => {
    const { whole, rows } = await read("private.deliveries", "select public.delivery_is_due()");
    expect(whole).toBe(0);
    expect(rows).toBeLessThanOrEqual(1);
  });

  it("what is not routed is found without reading what is", async () => {
    await pool.query(
      "update public.notifications set routed_at = null where id = (select id from public.notifications limit 1)",
    );
    const { whole, rows } = await read("public.notifications", "select public.take_unrouted(200)");
    expect(whole).toBe(0);
    expect(rows).toBeLessThanOrEqual(10);
  });

  it("planning a person anew reads the rows of that person alone", async () => {
    const { rows: some } = await pool.query<{ user_id: string }>(
      "select user_id from private.deliveries limit 1",
    );
    const { whole, rows } = await read("private.deliveries", "select private.replan_deliveries($1)", () => [
      some[0]?.user_id,
    ]);
    expect(whole).toBe(0);
    expect(rows).toBeLessThanOrEqual((2 * future) / people + 10);
  });
});
