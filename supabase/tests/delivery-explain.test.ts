import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { foresee } from "@/lib/notifications/delivery/foresee";
import { unroutedAnswer } from "@/lib/notifications/delivery/answers";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { recipientsOf, situationOf } from "@/lib/notifications/delivery/situations";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { anyCase, iso, stage } from "./delivery-cases";
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

/** What "Try it" and the inbox say before anything happens: outcome, reason and instant of each channel and address. */
async function explained(person: string, now: string, configured: (on: OutgoingChannel) => boolean) {
  const { notices, people } = unroutedAnswer.parse(
    await callAt(pool, () => now)("take_unrouted", { most: 200 }),
  );
  const recipient = recipientsOf(people).get(person);
  const [row] = notices;
  if (!recipient || !row) throw new Error("there is one notification, of this person");
  let inMeetings = 0;
  const ends = outgoing.flatMap((on) => {
    const places = recipient.person.destinations.filter((each) => each.channel === on);
    return (places.length > 0 ? places : [null]).map((place) => {
      const chain = foresee(situationOf(row, recipient, on, place, configured(on)), now);
      if (chain.some(({ decision }) => decision.reason === "meeting")) inMeetings += 1;
      const last = chain.at(-1);
      return `${on} ${place?.id ?? ""} ${last?.decision.outcome} ${iso(Date.parse(last?.at ?? ""))}`;
    });
  });
  return { ends, inMeetings };
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
    const { rows } = await pool.query<{ next: Date | null }>(
      "select min(not_before) as next from private.deliveries where status = 'pending'",
    );
    const next = rows[0]?.next;
    if (!next) break;
    now = next.toISOString();
  }
  const { rows } = await pool.query<{ channel: string; place: string | null; status: string; done_at: Date }>(
    `select channel, destination_id as place, status, done_at from private.deliveries
     where user_id = $1 and reason <> 'earlier'`,
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
  let inMeetings = 0;
  await fc.assert(
    fc.asyncProperty(anyCase, fc.subarray([...all], { minLength: 2 }), async (given, channels) => {
      const begin = iso(given.from);
      const person = await stage(pool, world, given);
      const { ends: told, inMeetings: held } = await explained(person, begin, (on) => channels.includes(on));
      const { ends, sends, calls } = await lived(person, begin, channels);
      expect(ends.sort()).toEqual(told.sort());
      expect(calls).toBe(sends);
      waited += ends.filter((end) => !end.endsWith(begin)).length;
      counted += ends.length;
      inMeetings += held;
      await pool.query("delete from auth.users where id = $1", [person]);
    }),
    { numRuns: cases, endOnFailure: true, seed: 20261129 },
  );
  const waits = `${waited} not decided at once, ${inMeetings} held by a meeting`;
  console.log(`${counted} deliveries of ${cases} cases, ${waits}, 0 differences`);
  expect(waited).toBeGreaterThan(cases / 3);
  expect(inMeetings).toBeGreaterThan(cases / 50);
});
