import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { limits, partsAt, provider, sent } from "./delivery-ground";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query(
    "update auth.users set email_confirmed_at = '2026-01-01' where email_confirmed_at is null",
  );
});
afterAll(() => database.drop());

beforeEach(async () => {
  await pool.query("delete from public.notifications");
  await pool.query("delete from public.notification_subscriptions");
  await pool.query("update public.leads set heat = 'cold'");
  await pool.query("delete from public.notifications");
});

/** A Wednesday at noon, within working hours; minutes later no grace holds what was told then. */
const noon = "2026-12-02T12:00:00Z";
const afterGrace = "2026-12-02T12:05:00Z";
const subscribe = (lead: string | null, state: string | null) =>
  committedAs(pool, world.people.member, (client) =>
    client.query("select public.set_notification_subscription($1, $2, $3)", [world.projectId, lead, state]),
  );
/** The lead gets warmer, which the database tells, at noon. */
const heatUp = async () => {
  await pool.query("update public.leads set heat = 'warm' where id = $1", [world.leadId]);
  await pool.query("update public.notifications set created_at = $1, occurred_at = $1, expires_at = null", [
    noon,
  ]);
};
const run = async (at = afterGrace) => {
  const send = provider(sent);
  await runWorker(
    partsAt(pool, () => at, { senders: { email: send.send } }),
    limits,
    () => true,
  );
  return send.taken.filter(({ destination }) => destination.address === address);
};
let address: string;
beforeAll(async () => {
  const { rows } = await pool.query("select email from auth.users where id = $1", [world.people.member]);
  address = rows[0].email;
});
const fate = async () => {
  const { rows } = await pool.query(
    `select n.kept_away, d.status, d.reason from public.notifications n
     left join private.deliveries d on d.notification_id = n.id and d.channel = 'email' where n.user_id = $1`,
    [world.people.member],
  );
  return rows;
};

describe("a lead that turns warm", () => {
  it("is told in the app and by e-mail to whom it matters", async () => {
    await heatUp();
    expect(await run()).toHaveLength(1);
    expect(await fate()).toEqual([{ kept_away: null, status: "sent", reason: "sent" }]);
  });

  it("is kept away from the app and suppressed on the channels, for this reason, where it is muted", async () => {
    await subscribe(world.leadId, "muted");
    await heatUp();
    expect(await run()).toHaveLength(0);
    expect(await fate()).toEqual([{ kept_away: "muted", status: "suppressed", reason: "muted" }]);
  });

  it("is the same where its project is muted, but for a lead that is followed", async () => {
    await subscribe(null, "muted");
    await heatUp();
    expect(await run()).toHaveLength(0);
    await pool.query("update public.leads set heat = 'cold'");
    await pool.query("delete from public.notifications");
    await subscribe(world.leadId, "followed");
    await heatUp();
    expect(await run()).toHaveLength(1);
    expect(await fate()).toEqual([{ kept_away: null, status: "sent", reason: "sent" }]);
  });

  it("is not sent any more once it is muted while it waits", async () => {
    await heatUp();
    expect(await run(noon)).toHaveLength(0);
    expect(await fate()).toMatchObject([{ status: "pending", reason: "grace" }]);
    await subscribe(world.leadId, "muted");
    expect(await run()).toHaveLength(0);
    expect(await fate()).toEqual([{ kept_away: null, status: "suppressed", reason: "muted" }]);
  });
});
