import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createDeliveryStore } from "@/lib/notifications/delivery/store";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
const destinations: string[] = [];
const now = "2026-12-02T12:00:00Z";
const store = () => createDeliveryStore(callAt(pool, () => now));

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  const { rows } = await pool.query<{ id: string }>(
    `insert into private.destinations (user_id, channel, address, verified_at)
     select $1, 'email', 'member' || n || '@example.com', now() from generate_series(1, 100) n returning id`,
    [world.people.member],
  );
  destinations.push(...rows.map(({ id }) => id));
});
afterAll(() => database.drop());
beforeEach(() => pool.query("delete from public.notifications"));

type Given = { many: number; bundle?: string | null; urgent?: boolean; places?: number; due?: string };

/** Deliveries to the member that are due, spread over so many addresses; the oldest first. */
async function wait({ many, bundle = null, urgent = false, places = 1, due = now }: Given) {
  await pool.query(
    `with told as (
       insert into public.notifications (user_id, category, title, params, project_id, lead_id, created_at, occurred_at,
         routed_at)
       select $1, 'heatProgressions', 'Dana', '{"kind": "lead.heat", "lead_name": "Dana", "to": "hot"}', $2, $3,
         $7::timestamptz - interval '1 hour', $7::timestamptz - interval '1 hour', now()
       from generate_series(1, $4::integer) returning id
     ), numbered as (select id, row_number() over () as number from told)
     insert into private.deliveries (notification_id, user_id, channel, destination_id, urgent, bundle, not_before)
     select id, $1, 'email', ($5::uuid[])[1 + number % $6], $8, $9, $7::timestamptz - interval '1 ms' * (1000 - number % 1000)
     from numbered`,
    [world.people.member, world.projectId, world.leadId, many, destinations, places, due, urgent, bundle],
  );
}
const claimed = (claim: Awaited<ReturnType<ReturnType<typeof store>["claim"]>>) => claim.deliveries.length;

describe("workers that claim at the same time", () => {
  it("never take one message apart, nor wait for each other", async () => {
    for (let round = 0; round < 5; round += 1) {
      await pool.query("delete from public.notifications");
      await wait({ many: 60, bundle: "digest:daily" });
      const claims = await Promise.all(Array.from({ length: 6 }, () => store().claim(10, 60)));
      expect(claims.map(claimed).sort()).toEqual([0, 0, 0, 0, 0, 60]);
    }
  });

  it("take the rest of a message of which somebody holds a row, without waiting, and one of them alone", async () => {
    await wait({ many: 60, bundle: "digest:daily" });
    const impatient = new pg.Pool({ connectionString: database.url, options: "-c lock_timeout=2000" });
    const idle = await pool.connect();
    await idle.query("begin");
    await idle.query("select from private.deliveries order by id desc limit 1 for update");
    const own = createDeliveryStore(callAt(impatient, () => now));
    const claims = await Promise.allSettled(Array.from({ length: 4 }, () => own.claim(10, 60)));
    await idle.query("rollback");
    idle.release();
    await impatient.end();
    expect(
      claims.map((each) => (each.status === "fulfilled" ? claimed(each.value) : String(each.reason))).sort(),
    ).toEqual([0, 0, 0, 59]);
  });

  it("pass over what becomes due of a message while one of them is claiming it", async () => {
    await wait({ many: 3, bundle: "digest:daily" });
    const first = await pool.connect();
    await first.query("begin");
    await first.query("select public.claim_deliveries(10, 60, $1)", [now]);
    await wait({ many: 1, bundle: "digest:daily" });
    const meanwhile = claimed(await store().claim(10, 60));
    await first.query("commit");
    first.release();
    expect([meanwhile, claimed(await store().claim(10, 60))]).toEqual([0, 1]);
  });

  it("share what there is: none has nothing while others have more than they asked for", async () => {
    await wait({ many: 100, places: 100 });
    const claims = await Promise.all(Array.from({ length: 4 }, () => store().claim(25, 60)));
    const many = claims.map(claimed);
    // Who comes while another one holds its rows skips them, and may find fewer than it asked for.
    expect(
      many.every((each) => each > 0 && each <= 25),
      many.join(", "),
    ).toBe(true);
    const ids = claims.flatMap(({ deliveries }) => deliveries.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + claimed(await store().claim(100, 60))).toBe(100);
  });
});

it("rows that another transaction holds, however long, keep nobody from the rest", async () => {
  await wait({ many: 100, places: 100 });
  const idle = await pool.connect();
  await idle.query("begin");
  await idle.query("select from private.deliveries order by not_before limit 40 for update");
  const claim = await store().claim(30, 60);
  await idle.query("rollback");
  idle.release();
  expect(claimed(claim)).toBe(30);
});

it("half of a batch is for what is urgent, and the rest goes by age: neither starves the other", async () => {
  await wait({ many: 50, places: 50, urgent: true, due: now });
  await wait({ many: 50, places: 50, due: "2026-12-02T11:00:00Z" });
  const ids = (await store().claim(20, 60)).deliveries.map(({ id }) => id);
  const { rows } = await pool.query(
    "select count(*)::int as many from private.deliveries where urgent and id = any ($1)",
    [ids],
  );
  expect([ids.length, rows[0].many]).toEqual([20, 10]);
});

it("what a worker may have sent before it died keeps its id when it is held and goes out with nothing else", async () => {
  await wait({ many: 2 });
  const lost = await store().claim(20, 60);
  const [first] = lost.deliveries;
  const evening = "2026-12-02T22:30:00Z";
  const taken = provider(sent);
  const at = (moment: string) =>
    runWorker(
      partsAt(pool, () => moment, { senders: { email: taken.send } }),
      limits,
      () => true,
    );
  await at(evening);
  const held = await pool.query(
    "select id, carrier_id, reason from private.deliveries where status = 'pending'",
  );
  expect(held.rows.map(({ carrier_id: carrier, reason }) => [carrier, reason])).toEqual(
    held.rows.map(({ id }) => [id, "quiet"]),
  );
  await wait({ many: 3, bundle: "away", due: "2026-12-03T08:00:00Z" });
  await at("2026-12-03T08:00:00Z");
  expect(taken.taken.map(({ id }) => id)).toContain(first?.carrier_id);
  expect(taken.taken.map(({ message }) => message.items.length).sort()).toEqual([1, 1, 3]);
});

it("a message that is tried again bears the time of its first attempt; one that was only held does not", async () => {
  await wait({ many: 1 });
  let at = now;
  const own = createDeliveryStore(callAt(pool, () => at));
  const claim = async (moment: string) => {
    at = moment;
    const { lease, deliveries } = await own.claim(20, 60);
    return { lease: lease ?? "", id: deliveries[0]?.id ?? "", carried: deliveries[0]?.carried_at };
  };
  const first = await claim(now);
  const held = { status: "pending", reason: "quiet", bundle: null, not_before: now } as const;
  await own.complete(first.lease, [{ ...held, id: first.id, attempted: false }]);
  const second = await claim("2026-12-02T13:00:00Z");
  await own.complete(second.lease, [{ ...held, id: second.id, attempted: true }]);
  const third = await claim("2026-12-02T14:00:00Z");
  // The third worker dies.
  const fourth = await claim("2026-12-02T15:00:00Z");
  expect([first, second, third, fourth].map(({ carried }) => carried)).toEqual([
    now,
    ...Array(3).fill("2026-12-02T13:00:00Z"),
  ]);
});

it("a lease that is nobody's writes nothing", async () => {
  await wait({ many: 1 });
  const { deliveries } = await store().claim(20, 60);
  const results = deliveries.map(({ id }) => ({
    id,
    status: "sent" as const,
    reason: "sent",
    bundle: null,
    attempted: true,
  }));
  expect(await store().complete(randomUUID(), results)).toBe(0);
});
