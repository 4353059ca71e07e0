import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { mostAttempts } from "@/lib/notifications/delivery/retry";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { committedAs } from "./settings-client";
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

/** A Wednesday at noon, in every zone of the tests within working hours. */
let now: string;
const clock = () => now;
const later = (ms: number) => (now = new Date(Date.parse(now) + ms).toISOString());
const minute = 60_000;

beforeEach(async () => {
  now = "2026-12-02T12:00:00Z";
  await pool.query("delete from public.notifications");
  await pool.query("delete from public.user_notification_settings");
  await pool.query("delete from private.destinations");
  await pool.query(
    "update auth.users set email_confirmed_at = '2026-01-01' where email_confirmed_at is null",
  );
});

type Given = { priority?: string; lead?: string | null; project?: string | null; expires?: string | null };

/** Tells the member that a lead turned hot, at the moment of the clock; answers the id. */
async function tellMember({
  priority = "normal",
  lead,
  project,
  expires = null,
}: Given = {}): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.notifications (user_id, category, priority, title, message, params, project_id, lead_id,
       created_at, occurred_at, expires_at)
     values ($1, 'heatProgressions', $2, 'Dana is now hot', 'Heat went from cold to hot.', $3, $4, $5, $6, $6, $7)
     returning id`,
    [
      world.people.member,
      priority,
      { kind: "lead.heat", lead_name: "Dana", from: "cold", to: "hot" },
      project === undefined ? world.projectId : project,
      lead === undefined ? world.leadId : lead,
      now,
      expires,
    ],
  );
  return rows[0]?.id ?? "";
}

const setMember = (columns: Record<string, unknown>) =>
  pool.query(
    `insert into public.user_notification_settings (user_id, ${Object.keys(columns).join(", ")})
     values ($1, ${Object.keys(columns).map((_, index) => `$${index + 2}`)})
     on conflict (user_id) do update set ${Object.keys(columns).map((name) => `${name} = excluded.${name}`)}`,
    [world.people.member, ...Object.values(columns)],
  );

const deliveries = async () =>
  (
    await pool.query(
      "select d.* from private.deliveries d where channel = 'email' order by d.created_at, d.id",
    )
  ).rows;

const run = (send: ReturnType<typeof provider>["send"]) =>
  runWorker(partsAt(pool, clock, { senders: { email: send } }), limits, () => true);

describe("a notification that the person wants by e-mail", () => {
  it("waits two minutes for them to read it in the app, and is then sent once, however many workers run", async () => {
    const id = await tellMember();
    const mail = provider(sent);
    await Promise.all([run(mail.send), run(mail.send), run(mail.send)]);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ notification_id: id, status: "pending", reason: "grace" }]);
    later(2 * minute);
    await Promise.all([run(mail.send), run(mail.send), run(mail.send), run(mail.send)]);
    expect(mail.taken).toHaveLength(1);
    expect(await deliveries()).toMatchObject([
      { status: "sent", reason: "sent", attempts: 1, lease_id: null },
    ]);
  });

  it("goes to the address of the account", async () => {
    await tellMember({ priority: "urgent" });
    const mail = provider(sent);
    await run(mail.send);
    const { rows } = await pool.query("select email from auth.users where id = $1", [world.people.member]);
    expect(mail.taken[0]?.destination.address).toBe(rows[0].email);
  });

  it("is not sent where they read it meanwhile", async () => {
    await tellMember();
    const mail = provider(sent);
    await run(mail.send);
    await pool.query("update public.notifications set read = true");
    later(2 * minute);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ status: "suppressed", reason: "read" }]);
  });

  it("is not sent where its switch is turned off while it waits", async () => {
    await tellMember();
    const mail = provider(sent);
    await run(mail.send);
    await setMember({ email_notifications: { heatProgressions: false } });
    later(2 * minute);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ status: "suppressed", reason: "switch" }]);
  });

  it("is not sent where they have left the project", async () => {
    await tellMember();
    const mail = provider(sent);
    await run(mail.send);
    const { rows } = await pool.query(
      "delete from public.project_members where user_id = $1 and project_id = $2 returning *",
      [world.people.member, world.projectId],
    );
    later(2 * minute);
    await run(mail.send);
    await pool.query("insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)", [
      rows[0].project_id,
      rows[0].user_id,
      rows[0].role,
    ]);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ status: "suppressed", reason: "noAccess" }]);
  });

  it("expires where it is told too late", async () => {
    await tellMember({ priority: "urgent", expires: "2026-12-02T12:30:00Z" });
    later(31 * minute);
    const mail = provider(sent);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ status: "expired", reason: "expired" }]);
  });
});

describe("quiet hours", () => {
  it("hold all that comes, and let it go in one message when they end", async () => {
    now = "2026-12-02T23:00:00Z";
    for (let count = 0; count < 3; count += 1) await tellMember();
    const mail = provider(sent);
    await run(mail.send);
    expect(await deliveries()).toMatchObject([{ reason: "quiet" }, { reason: "quiet" }, { reason: "quiet" }]);
    later(9 * 60 * minute - 1);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    later(1);
    await run(mail.send);
    expect(mail.taken.map(({ message }) => message.items.length)).toEqual([3]);
    const states = (await deliveries()).map(({ status, reason }) => `${status} ${reason}`);
    expect(states.sort()).toEqual(["bundled quiet", "bundled quiet", "sent quiet"]);
  });

  it("that are changed plan anew what waits, in the transaction of the change", async () => {
    now = "2026-12-02T23:00:00Z";
    await tellMember();
    const mail = provider(sent);
    await run(mail.send);
    const client = await pool.connect();
    const due = "select not_before <= now() as due from private.deliveries where channel = 'email'";
    await pool.query(
      "update private.deliveries set not_before = now() + interval '9 hours' where status = 'pending'",
    );
    await client.query("begin");
    await client.query(
      `insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)`,
      [
        world.people.member,
        { quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false } },
      ],
    );
    expect((await pool.query(due)).rows).toEqual([{ due: false }]);
    await client.query("commit");
    client.release();
    expect((await pool.query(due)).rows).toEqual([{ due: true }]);
  });
});

describe("a provider that fails", () => {
  it("is asked again later and later, under the same id, and the delivery is dead after the last attempt", async () => {
    await tellMember({ priority: "urgent" });
    const mail = provider(() => ({ outcome: "retry", reason: "network", afterSeconds: null }));
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      await run(mail.send);
      expect(mail.taken).toHaveLength(attempt);
      later(61 * minute);
    }
    await run(mail.send);
    expect(mail.taken).toHaveLength(mostAttempts);
    expect(new Set(mail.taken.map(({ id }) => id)).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ status: "dead", reason: "network" }]);
  });

  it("leaves a dead delivery to an admin of the project, who sends it again; nobody else may", async () => {
    await tellMember({ priority: "urgent" });
    await run(provider(() => ({ outcome: "failed", reason: "blocked" })).send);
    const list = (who: string) =>
      committedAs(pool, who, async (client) => {
        const { rows } = await client.query("select public.list_dead_deliveries() as dead");
        return rows[0].dead;
      });
    const [dead] = await list(world.people.owner);
    expect(dead).toMatchObject({ channel: "email", reason: "blocked" });
    expect(await list(world.people.member)).toEqual([]);
    expect(await list(world.people.stranger)).toEqual([]);
    const resend = (who: string) =>
      committedAs(pool, who, (client) => client.query("select public.resend_delivery($1)", [dead.id]));
    await expect(resend(world.people.member)).rejects.toMatchObject({ code: "PT404" });
    await resend(world.people.owner);
    await pool.query("update private.deliveries set not_before = $1 where status = 'pending'", [now]);
    const mail = provider(sent);
    await run(mail.send);
    expect(mail.taken).toHaveLength(1);
  });

  it("that says the address is gone switches it off, and nothing more is sent there", async () => {
    await tellMember({ priority: "urgent" });
    await run(provider(() => ({ outcome: "gone", reason: "bounced" })).send);
    await tellMember({ priority: "urgent" });
    const mail = provider(sent);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await deliveries()).toMatchObject([
      { status: "suppressed", reason: "bounced" },
      { status: "suppressed", reason: "bounced" },
    ]);
  });

  it("that asks for patience is given it", async () => {
    await tellMember({ priority: "urgent" });
    const mail = provider(() => ({ outcome: "retry", reason: "rateLimited", afterSeconds: 600 }));
    await run(mail.send);
    later(600_000 - 1);
    await run(mail.send);
    expect(mail.taken).toHaveLength(1);
    later(1);
    await run(mail.send);
    expect(mail.taken).toHaveLength(2);
  });
});

describe("a worker that dies or freezes", () => {
  it("gives its rows back when its lease ends, and they go out under the same id", async () => {
    await tellMember({ priority: "urgent" });
    const lost = provider(sent);
    const dies = { ...partsAt(pool, clock, { senders: { email: lost.send } }) };
    dies.store = { ...dies.store, complete: () => Promise.reject(new Error("killed")) };
    await expect(runWorker(dies, limits, () => true)).rejects.toThrow("killed");
    const mail = provider(sent);
    later(limits.leaseSeconds * 1_000 - 1);
    await run(mail.send);
    expect(mail.taken).toHaveLength(0);
    later(1);
    await run(mail.send);
    expect(mail.taken.map(({ id }) => id)).toEqual(lost.taken.map(({ id }) => id));
  });

  it("writes nothing down after its lease: what the next worker did stays", async () => {
    await tellMember({ priority: "urgent" });
    await run(provider(() => ({ outcome: "retry", reason: "network", afterSeconds: null })).send);
    later(61 * minute);
    const call = callAt(pool, clock);
    const claim = (await call("claim_deliveries", { most: 20, lease_seconds: 60 })) as {
      lease: string;
      deliveries: { id: string }[];
    };
    later(61_000);
    await run(provider(sent).send);
    const results = [
      { id: claim.deliveries[0]?.id ?? "", status: "dead", reason: "late", bundle: null, attempted: true },
    ];
    expect(await call("complete_deliveries", { lease: claim.lease, results })).toBe(0);
    expect(await deliveries()).toMatchObject([{ status: "sent" }]);
  });

  it("begins nothing that could end after its lease: a worker that was frozen sends what it held to nobody", async () => {
    await tellMember({ priority: "urgent" });
    const mail = provider(sent);
    let frozenFor = 0;
    const parts = partsAt(pool, clock, { senders: { email: mail.send }, elapsed: () => frozenFor });
    const { claim } = parts.store;
    const freezing = async (...given: Parameters<typeof claim>) => {
      const answer = await claim(...given);
      frozenFor = limits.leaseSeconds * 1_000;
      return answer;
    };
    await runWorker({ ...parts, store: { ...parts.store, claim: freezing } }, limits, () => frozenFor === 0);
    expect(mail.taken).toHaveLength(0);
    later(limits.leaseSeconds * 1_000);
    await run(mail.send);
    expect(mail.taken).toHaveLength(1);
  });

  it("does not plan a notification twice, however often it is planned", async () => {
    const id = await tellMember({ priority: "urgent" });
    const call = callAt(pool, clock);
    const plan = {
      notification_id: id,
      deliveries: [
        { channel: "email", destination_id: null, status: "suppressed", reason: "switch", trace: [] },
      ],
    };
    expect(await call("store_plans", { plans: [plan] })).toBe(1);
    expect(
      await call("store_plans", { plans: [plan, { notification_id: randomUUID(), deliveries: [] }] }),
    ).toBe(0);
    expect(await deliveries()).toHaveLength(1);
  });
});

describe("a limit of interruptions an hour", () => {
  it("holds what is over it, also within one run, and lets it go in one message when the first is an hour ago", async () => {
    await setMember({
      push_notifications: { heatProgressions: true },
      notification_schedule: { interruptionsPerHour: "2" },
    });
    await pool.query(
      `insert into private.destinations (user_id, channel, address, keys, verified_at)
       values ($1, 'push', 'https://push.example/1', '{"p256dh": "p", "auth": "a"}', now())`,
      [world.people.member],
    );
    for (let count = 0; count < 3; count += 1) await tellMember({ priority: "high" });
    const push = provider(sent);
    const pushing = () =>
      runWorker(partsAt(pool, clock, { senders: { push: push.send } }), limits, () => true);
    later(minute);
    await pushing();
    expect(push.taken).toHaveLength(2);
    later(60 * minute - 1);
    await pushing();
    expect(push.taken).toHaveLength(2);
    later(1);
    await pushing();
    expect(push.taken).toHaveLength(3);
  });
});

describe("the sum", () => {
  it("holds: all that came in was sent, bundled, suppressed, expired, is dead or waits", async () => {
    now = "2026-12-02T23:00:00Z";
    for (let count = 0; count < 7; count += 1) await tellMember();
    await tellMember({ expires: "2026-12-02T22:00:00Z" });
    await run(provider(sent).send);
    later(9 * 60 * minute);
    await tellMember();
    await run(provider(sent).send);
    const counted = await callAt(pool, clock)("note_zone_version", { version: randomUUID() });
    expect(counted).toBe(true);
    const { rows } = await pool.query("select public.count_deliveries() as counted");
    const states: Record<string, number> = rows[0].counted.states;
    expect(rows[0].counted.unrouted).toBe(0);
    // Nine notifications on four channels, each with one place or none.
    expect(Object.values(states).reduce((sum, many) => sum + many, 0)).toBe(9 * 4);
    expect(states).toMatchObject({ sent: 1, bundled: 6, pending: 1 });
  });
});
