import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type pg from "pg";
import { createUser } from "@/local/test-people";
import { anyZone, clockTime } from "@/lib/testing/any-schedule";
import { heats } from "@/lib/vocabulary/heat";
import type { World } from "./world";

/** Random people with wishes, addresses and one notification, from the stored rows on. */
const hours = fc.record({ start: clockTime, end: clockTime }).filter(({ start, end }) => start !== end);
const day = fc.boolean();
const days = fc
  .record({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day })
  .filter((each) => Object.values(each).includes(true));
const frequency = fc.constantFrom("immediate", "immediate", "immediate", "hourly", "daily", "weekly");
const channel = fc.record({
  heatProgressions: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  frequency,
  categoryFrequency: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    frequency.map((own) => ({ heatProgressions: own })),
  ),
  quietHours: fc
    .tuple(hours, fc.constantFrom("schedule", "schedule", "own", "none"), fc.boolean())
    .map(([window, mode, urgentPasses]) => ({ ...window, mode, urgentPasses })),
  minimumHeat: fc.constantFrom("cold", "cold", "cold", "cold", ...heats),
});
const minuteMs = 60_000;
const seldom = fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true));
/** Many are on while something is told. */
const meetingStart = fc.oneof(fc.integer({ min: -60, max: 5 }), fc.integer({ min: -120, max: 600 }));

export const anyCase = fc.record({
  from: fc
    .integer({ min: Date.UTC(2024, 0) / minuteMs, max: Date.UTC(2030, 0) / minuteMs })
    .map((minutes) => minutes * minuteMs),
  channels: fc.tuple(channel, channel, channel, channel),
  escalation: fc.constantFrom("never", "5", "10", "30"),
  schedule: fc.record({
    timezone: anyZone,
    workingHours: fc.tuple(hours, days).map(([window, on]) => ({ ...window, days: on })),
    quietHours: fc
      .tuple(hours, fc.boolean(), fc.boolean())
      .map(([window, enabled, urgentPasses]) => ({ ...window, enabled, urgentPasses })),
    digest: fc.record({ time: clockTime, day: fc.constantFrom("sun", "mon", "wed", "fri") }),
    interruptionsPerHour: fc.constantFrom("none", "1", "1", "2", "3"),
    waitInMeetings: fc.boolean(),
  }),
  /** Seconds before it at which the person was interrupted. */
  interrupted: fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 4 }),
  /** Minutes from it to the start of each meeting, and how long each lasts. */
  meetings: fc.array(fc.tuple(meetingStart, fc.integer({ min: 1, max: 120 })), { maxLength: 4 }),
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

export const iso = (at: number) => new Date(at).toISOString();

/** A person with these wishes, and one notification for them; answers the person's id. */
export async function stage(pool: pg.Pool, world: World, given: Case): Promise<string> {
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
    [
      person,
      email,
      push,
      { ...sms, escalation: given.escalation },
      whatsapp,
      { ...given.schedule, pausedUntil },
    ],
  );
  await addPlaces(pool, person, given.places);
  await interrupt(
    pool,
    person,
    given.interrupted.map((seconds) => iso(given.from - seconds * 1_000)),
  );
  await book(pool, person, given);
  if (given.subscription !== null) {
    const [state, what] = given.subscription.split(" ");
    await pool.query(
      `insert into public.notification_subscriptions (user_id, project_id, lead_id, state) values ($1, $2, $3, $4)`,
      [person, world.projectId, what === "lead" ? world.leadId : null, state],
    );
  }
  await tell(pool, world, person, given);
  return person;
}

const tell = (pool: pg.Pool, world: World, person: string, given: Case) =>
  pool.query(
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

/** Meetings that the person's connected calendar knows. */
const book = (pool: pg.Pool, person: string, { from, meetings }: Pick<Case, "from" | "meetings">) =>
  pool.query(
    `with calendar as (
       insert into public.integration_connections (user_id, provider, kind) values ($1, 'calendly', 'personal') returning id
     )
     insert into private.integration_bookings (connection_id, booking_id, starts_at, ends_at, status, changed_at)
     select c.id, m.nth::text, m.starts_at, m.ends_at, 'active', now()
     from calendar c, unnest($2::timestamptz[], $3::timestamptz[]) with ordinality m (starts_at, ends_at, nth)`,
    [
      person,
      meetings.map(([start]) => iso(from + start * minuteMs)),
      meetings.map(([start, lasts]) => iso(from + (start + lasts) * minuteMs)),
    ],
  );

/** What was sent to the person before, each by push and as a text message. */
const interrupt = (pool: pg.Pool, person: string, moments: readonly string[]) =>
  pool.query(
    `with earlier as (
       insert into public.notifications (user_id, category, title, params, created_at, occurred_at, routed_at)
       select $1, 'heatProgressions', 'Noa', '{"kind": "lead.heat"}', m, m, m from unnest($2::timestamptz[]) m
       returning id, occurred_at
     )
     insert into private.deliveries (notification_id, user_id, channel, status, reason, done_at)
     select e.id, $1, c, 'sent', 'earlier', e.occurred_at from earlier e, unnest(array['push', 'sms']) c`,
    [person, moments],
  );

async function addPlaces(
  pool: pg.Pool,
  person: string,
  { push, sms, whatsapp, unverified, disabled }: Case["places"],
) {
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
