import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { foresee } from "@/lib/notifications/delivery/foresee";
import { unroutedAnswer } from "@/lib/notifications/delivery/answers";
import type { OutgoingChannel } from "@/lib/notifications/delivery/situation";
import { recipientsOf, situationOf } from "@/lib/notifications/delivery/situations";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { anyZone, clockTime } from "@/lib/testing/delivery-situations";
import { heats } from "@/lib/vocabulary/heat";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { createWorld, type World } from "./world";

/** `EXPLAIN_CASES=10000` is the full campaign. Each case is a notification on four channels. */
const cases = Number(process.env.EXPLAIN_CASES ?? "75");
const outgoing = ["email", "push", "sms", "whatsapp"] as const;

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query("update public.notifications set routed_at = now()");
});
afterAll(() => database.drop());

const hours = fc.record({ start: clockTime, end: clockTime }).filter(({ start, end }) => start !== end);
const day = fc.boolean();
const days = fc
  .record({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day })
  .filter((each) => Object.values(each).includes(true));
const channel = fc.record({
  heatProgressions: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  frequency: fc.constantFrom("immediate", "hourly", "daily", "weekly"),
  minimumHeat: fc.constantFrom("cold", "cold", "cold", "cold", ...heats),
});
const minuteMs = 60_000;
const seldom = fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true));
const anyCase = fc.record({
  from: fc
    .integer({ min: Date.UTC(2024, 0) / minuteMs, max: Date.UTC(2030, 0) / minuteMs })
    .map((minutes) => minutes * minuteMs),
  channels: fc.tuple(channel, channel, channel, channel),
  schedule: fc.record({
    timezone: anyZone,
    workingHours: fc.tuple(hours, days).map(([window, on]) => ({ ...window, days: on })),
    quietHours: fc
      .tuple(hours, fc.boolean(), fc.boolean())
      .map(([window, enabled, urgentPasses]) => ({ ...window, enabled, urgentPasses })),
  }),
  pausedMinutes: fc.option(fc.integer({ min: -5_000, max: 5_000 })),
  priority: fc.constantFrom("low", "normal", "high", "urgent"),
  heat: fc.constantFrom(...heats),
  expiresMinutes: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.integer({ min: -100, max: 5_000 }),
  ),
  isRead: seldom,
  isMember: seldom.map((is) => !is),
  subscription: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    fc.constantFrom("muted lead", "muted project", "followed lead"),
  ),
  places: fc.record({
    push: fc.integer({ min: 1, max: 2 }),
    sms: fc.nat(1),
    whatsapp: fc.nat(1),
    unverified: seldom,
    disabled: seldom,
  }),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

const iso = (at: number) => new Date(at).toISOString();

/** A person with these wishes, and one notification for them; answers the person's id. */
async function stage(given: Case): Promise<string> {
  const person = await createUser(pool);
  await pool.query("update auth.users set email_confirmed_at = '2020-01-01' where id = $1", [person]);
  if (given.isMember)
    await pool.query(
      "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')",
      [world.projectId, person],
    );
  const [email, push, sms, whatsapp] = given.channels;
  const pausedUntil =
    given.pausedMinutes === null
      ? "never"
      : iso(given.from + given.pausedMinutes * minuteMs).replace(".000", "");
  await pool.query(
    `insert into public.user_notification_settings (user_id, email_notifications, push_notifications,
       sms_notifications, whatsapp_notifications, notification_schedule) values ($1, $2, $3, $4, $5, $6)`,
    [person, email, push, sms, whatsapp, { ...given.schedule, pausedUntil }],
  );
  await addPlaces(person, given.places);
  if (given.subscription !== null) {
    const [state, what] = given.subscription.split(" ");
    await pool.query(
      `insert into public.notification_subscriptions (user_id, project_id, lead_id, state) values ($1, $2, $3, $4)`,
      [person, world.projectId, what === "lead" ? world.leadId : null, state],
    );
  }
  await pool.query(
    `insert into public.notifications (user_id, category, priority, title, params, project_id, lead_id, created_at,
       occurred_at, expires_at, read, read_at)
     values ($1, 'heatProgressions', $2, 'Dana', $3, $4, $5, $6, $6, $7, $8, case when $8 then $6::timestamptz end)`,
    [
      person,
      given.priority,
      { kind: "lead.heat", lead_name: "Dana", from: "cold", to: given.heat },
      world.projectId,
      world.leadId,
      iso(given.from),
      given.expiresMinutes === null ? null : iso(given.from + given.expiresMinutes * minuteMs),
      given.isRead,
    ],
  );
  return person;
}

async function addPlaces(person: string, { push, sms, whatsapp, unverified, disabled }: Case["places"]) {
  const places = Object.entries({ push, sms, whatsapp }).flatMap(([on, many]) =>
    Array.from({ length: many }, (_, index) => ({ on, isFirst: index === 0 })),
  );
  for (const { on, isFirst } of places)
    await pool.query(
      `insert into private.destinations (user_id, channel, address, keys, verified_at, disabled_at, disabled_reason)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        person,
        on,
        on === "push" ? `https://push.example/${randomUUID()}` : `+97250${Math.floor(Math.random() * 1e7)}`,
        on === "push" ? { p256dh: "k", auth: "a" } : null,
        unverified && isFirst ? null : "2020-01-01",
        disabled && isFirst ? "2020-01-01" : null,
        disabled && isFirst ? "blocked" : null,
      ],
    );
}

/** What "Try it" and the inbox say before anything happens: outcome, reason and instant of each channel and address. */
async function explained(person: string, now: string, configured: (on: OutgoingChannel) => boolean) {
  const { notices, people } = unroutedAnswer.parse(
    await callAt(pool, () => now)("take_unrouted", { most: 200 }),
  );
  const recipient = recipientsOf(people).get(person);
  const [row] = notices;
  if (!recipient || !row) throw new Error("there is one notification, of this person");
  return outgoing.flatMap((on) => {
    const places = recipient.person.destinations.filter((each) => each.channel === on);
    return (places.length > 0 ? places : [null]).map((place) => {
      const last = foresee(situationOf(row, recipient, on, place, configured(on)), now).at(-1);
      return `${on} ${place?.id ?? ""} ${last?.decision.outcome} ${iso(Date.parse(last?.at ?? ""))}`;
    });
  });
}

const outcomes: Record<string, string> = { sent: "send", suppressed: "suppress", expired: "expire" };

/** What a worker does, called at the moments at which something is due; the clock goes from one to the next. */
async function lived(person: string, begin: string, channels: readonly OutgoingChannel[]) {
  let now = begin;
  const taken = provider(sent);
  const senders = Object.fromEntries(channels.map((on) => [on, taken.send]));
  const parts = partsAt(pool, () => now, { senders });
  for (let turns = 0; turns < 64; turns += 1) {
    await runWorker(parts, limits, () => true);
    const { rows } = await pool.query<{ next: Date | null }>("select public.next_delivery() as next");
    const next = rows[0]?.next;
    if (!next) break;
    now = next.toISOString();
  }
  const { rows } = await pool.query<{ channel: string; place: string | null; status: string; done_at: Date }>(
    "select channel, destination_id as place, status, done_at from private.deliveries where user_id = $1",
    [person],
  );
  const ends = rows.map(
    ({ channel: on, place, status, done_at: at }) =>
      `${on} ${place ?? ""} ${outcomes[status] ?? status} ${at.toISOString()}`,
  );
  const sends = ends.filter((end) => end.includes(" send ")).length;
  return { ends, sends, calls: taken.taken.length };
}

it(`of ${cases} people each channel's outcome and instant are those that were explained before`, async () => {
  const all: readonly OutgoingChannel[] = outgoing;
  let waited = 0;
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(anyCase, fc.subarray([...all], { minLength: 2 }), async (given, channels) => {
      const begin = iso(given.from);
      const person = await stage(given);
      const told = await explained(person, begin, (on) => channels.includes(on));
      const { ends, sends, calls } = await lived(person, begin, channels);
      expect(ends.sort()).toEqual(told.sort());
      expect(calls).toBe(sends);
      waited += ends.filter((end) => !end.endsWith(begin)).length;
      counted += ends.length;
      await pool.query("delete from auth.users where id = $1", [person]);
    }),
    { numRuns: cases, endOnFailure: true, seed: 20261129 },
  );
  console.log(`${counted} deliveries of ${cases} cases, ${waited} not decided at once, 0 differences`);
  expect(waited).toBeGreaterThan(cases / 3);
});
