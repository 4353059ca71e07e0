import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const add = async (channel: string, address: string, verified = true) => {
  await pool.query(
    `insert into private.destinations (user_id, channel, address, keys, verified_at)
     values ($1, $2, $3, case $2 when 'push' then '{"p256dh": "p", "auth": "a"}'::jsonb end, case when $4 then now() end)`,
    [person, channel, address, verified],
  );
};
const stop = (channel: string, address: string, reason = "endpointGone") =>
  pool.query("select public.disable_destination($1, $2, $3)", [channel, address, reason]);
const told = async () => {
  const sql =
    "select params || jsonb_build_object('action_url', action_url) as told from public.notifications where user_id = $1";
  return (await pool.query(sql, [person])).rows.map((row) => row.told);
};
const stopped = (provider: string) => ({
  kind: "integration.attention",
  provider,
  reason: "stopped",
  action_url: "/settings/destinations",
});

it("whoever has no destination left on a channel is told so, once, with where to see why", async () => {
  await add("push", "https://push/1");
  await add("push", "https://push/2");
  await add("push", "https://push/3", false);
  await stop("push", "https://push/1");
  expect(await told(), "one browser still works").toEqual([]);
  await stop("push", "https://push/2");
  await stop("push", "https://push/2");
  expect(await told()).toEqual([stopped("push")]);
});

it("what a provider says of a message tells it, too", async () => {
  await add("sms", "+972502345678");
  await pool.query("select private.suppress('sms', '+972502345678', 'invalidAddress')");
  expect(await told()).toEqual([stopped("sms")]);
});

it.each(["byPerson", "optedOut", "complained"])(
  "what a person ended themselves (%s) is no news",
  async (reason) => {
    await add("sms", "+972502345679");
    await stop("sms", "+972502345679", reason);
    expect(await told()).toEqual([]);
  },
);

it("a destination that was never verified carried nothing, and is missed by nobody", async () => {
  await add("sms", "+972502345670", false);
  await stop("sms", "+972502345670", "invalidAddress");
  expect(await told()).toEqual([]);
});
