import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createUser } from "@/local/test-people";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { limits, partsAt, provider, sent } from "./delivery-ground";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
let person: string;
let connection: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());

const ask = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows;
/** Minutes from now, to the second. */
const inMinutes = (minutes: number) =>
  new Date(Math.floor(Date.now() / 1_000) * 1_000 + minutes * 60_000).toISOString();

/** Somebody with a telephone whose push waits for meetings, told of a lead a few minutes ago. */
beforeEach(async () => {
  await pool.query("update public.notifications set routed_at = now()");
  person = await createUser(pool);
  await ask("insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')", [
    world.projectId,
    person,
  ]);
  await ask(
    `insert into public.user_notification_settings (user_id, push_notifications, notification_schedule) values ($1, $2, $3)`,
    [
      person,
      { heatProgressions: true },
      {
        waitInMeetings: true,
        workingHours: { start: "00:00", end: "23:59", days: everyDay },
        quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false },
      },
    ],
  );
  await ask(
    `insert into private.destinations (user_id, channel, address, keys, verified_at)
     values ($1, 'push', $2, '{"p256dh": "k", "auth": "a"}', now())`,
    [person, `https://push.example/${person}`],
  );
  const [made] = await ask(
    "insert into public.integration_connections (user_id, provider, kind) values ($1, 'calendly', 'personal') returning id",
    [person],
  );
  connection = made.id;
});
const everyDay = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };

const tell = (priority = "normal") =>
  ask(
    `insert into public.notifications (user_id, category, priority, title, params, project_id, lead_id, created_at, occurred_at)
     values ($1, 'heatProgressions', $2, 'Dana', '{"kind": "lead.heat", "lead_name": "Dana", "to": "hot"}', $3, $4, $5, $5)`,
    [person, priority, world.projectId, world.leadId, inMinutes(-5)],
  );
const book = (starts: string, ends: string) =>
  ask(
    `insert into private.integration_bookings (connection_id, booking_id, starts_at, ends_at, status, changed_at)
     values ($1, 'b', $2, $3, 'active', now())`,
    [connection, starts, ends],
  );
/** One run of the worker, now; answers what left by push. */
async function run(): Promise<number> {
  const push = provider(sent);
  await runWorker(
    partsAt(pool, () => new Date().toISOString(), { senders: { push: push.send } }),
    limits,
    () => true,
  );
  return push.taken.length;
}
const waits = () =>
  ask(
    "select reason, not_before, not_before <= now() as due from private.deliveries where user_id = $1 and channel = 'push' and status = 'pending'",
    [person],
  );

it("what comes while a booked meeting is on waits until its end, and says why", async () => {
  const ends = inMinutes(30);
  await book(inMinutes(-10), ends);
  await tell();
  expect(await run()).toBe(0);
  expect(await waits()).toEqual([{ reason: "meeting", not_before: new Date(ends), due: false }]);
});

it("what is urgent does not wait, nor does anything where the person switches it off meanwhile", async () => {
  await book(inMinutes(-10), inMinutes(30));
  await tell("urgent");
  expect(await run()).toBe(1);
  await tell();
  expect(await run()).toBe(0);
  await ask(
    `update public.user_notification_settings set notification_schedule = notification_schedule || '{"waitInMeetings": false}'
     where user_id = $1`,
    [person],
  );
  expect(await run()).toBe(1);
});

it("a meeting that is moved or canceled holds nothing any more, from that moment on", async () => {
  for (const change of ["ends_at = now() - interval '1 second'", "status = 'canceled'"]) {
    await ask("delete from private.integration_bookings");
    await book(inMinutes(-10), inMinutes(30));
    await tell();
    expect(await run()).toBe(0);
    await ask(`update private.integration_bookings set ${change}`);
    expect(await waits()).toMatchObject([{ due: true }]);
    expect(await run()).toBe(1);
  }
});

it("a calendar that is disconnected holds nothing any more, from that moment on, and holds again once it is back", async () => {
  await book(inMinutes(-10), inMinutes(30));
  await tell();
  expect(await run()).toBe(0);
  await ask("select public.disconnect_integration($1)", [connection]);
  expect(await waits()).toMatchObject([{ due: true }]);
  expect(await run()).toBe(1);
  await ask("select public.connect_integration($1, 'calendly', 'personal', '{}', '{}', 'v1:a:b:c:d')", [
    person,
  ]);
  await tell();
  expect(await run()).toBe(0);
});

it("an invitation that was accepted holds what comes, until the meeting is moved; one that was declined does not", async () => {
  const [meeting] = await ask(
    "insert into public.meetings (project_id, lead_id, starts_at, ends_at) values ($1, $2, $3, $4) returning id",
    [world.projectId, world.leadId, inMinutes(-10), inMinutes(30)],
  );
  await pool.query("update public.notifications set routed_at = now()");
  const answer = (said: string) =>
    ask("select public.answer_meeting($1, $2, 0, $3)", [meeting.id, person, said]);
  await answer("accepted");
  await tell();
  expect(await run()).toBe(0);
  await answer("declined");
  expect(await run()).toBe(1);
  await answer("accepted");
  await tell();
  expect(await run()).toBe(0);
  await ask("update public.meetings set starts_at = $2, ends_at = $3 where id = $1", [
    meeting.id,
    inMinutes(60),
    inMinutes(90),
  ]);
  await pool.query("update public.notifications set routed_at = now() where routed_at is null");
  expect(await run()).toBe(1);
});

it("the bell is told of a person's own meetings where it waits for them, and of nobody else's", async () => {
  const [starts, ends] = [inMinutes(-10), inMinutes(30)];
  await book(starts, ends);
  const bell = async (of: string) =>
    (await committedAs(pool, of, (client) => client.query("select public.get_notifications() as bell")))
      .rows[0].bell.meetings;
  const told = (at: string) => at.replace(".000Z", "Z");
  expect(await bell(person)).toEqual([{ starts_at: told(starts), ends_at: told(ends) }]);
  expect(await bell(world.people.member)).toBeUndefined();
  await ask(
    `insert into public.user_notification_settings (user_id, notification_schedule) values ($1, '{"waitInMeetings": true}')`,
    [world.people.member],
  );
  expect(await bell(world.people.member)).toEqual([]);
});
