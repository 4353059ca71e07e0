import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { panelNames } from "@/lib/vocabulary/panels";
import { periodOf } from "@/lib/leads/period";
import { zoneOf } from "@/lib/time/zone-table";
import { periodPresets } from "@/lib/vocabulary/periods";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller } from "@/local/test-people";
import { askPanels, countable, spanOf } from "./asked-panels";
import { expectedPanels } from "./expected-panels";
import { liveRandomly } from "./random-leads";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  await database.pool.query("alter table public.leads disable trigger limit_rows");
});
afterAll(() => database.drop());

/** Clocks that change by an hour or by half of one, at midnight and at other times, offsets of quarters, and none. */
const zones = [
  "UTC",
  "Asia/Jerusalem",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Santiago",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "America/New_York",
  "Pacific/Apia",
];

const scene = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  zone: fc.constantFrom(...zones),
  weekStart: fc.constantFrom(0 as const, 1 as const, 6 as const),
  preset: fc.constantFrom(...periodPresets),
  // About the changes of clocks, of months and of the year.
  now: fc
    .constantFrom(
      "2026-03-27T22:30:00Z",
      "2026-04-24T12:00:00Z",
      "2026-10-25T01:15:00Z",
      "2026-11-30T23:30:00Z",
      "2027-01-01T00:10:00Z",
      "2026-03-08T07:00:00Z",
    )
    .map((text) => Date.parse(text)),
  length: fc.integer({ min: 0, max: 400 }),
});

/** Counts whenever it is asked, as beside a business whose tables are not ours. */
const countWhenAsked = readFile(
  new URL("../migrations/20261129001690_lead_counts.sql", import.meta.url),
  "utf8",
);

it.each([
  ["kept", 25, async () => undefined],
  ["counted when asked", 8, async (client: pg.ClientBase) => void (await client.query(await countWhenAsked))],
] as const)(
  "every figure of any period, zone and first day of the week, %s, is what counting row by row by another clock gives",
  async (_, runs, prepare) => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ seed, zone, weekStart, preset, now, length }) => {
        const last = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
        const own = { from: last.subtract({ days: length }).toString(), to: last.toString() };
        const choice = { preset, from: "", to: "", ...(preset === "own" && own) };
        const period = periodOf(choice, now, { zone: zoneOf(zone), weekStart });
        await inTransaction(database.pool, async (client) => {
          await liveRandomly(client, world.projectId, now, seed);
          const hourOf = (at: Date) =>
            Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).hour;
          const expected = await expectedPanels(client, world.projectId, spanOf(period, hourOf));
          await prepare(client);
          await becomeCaller(client, world.people.viewer, "authenticated");
          const answer = countable(await askPanels(client, world.projectId, panelNames, period));
          expect(answer).toEqual(expected);
        });
      }),
      { numRuns: runs * Number(process.env.FIGURE_TIMES ?? 1) },
    );
  },
  240_000,
);

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
