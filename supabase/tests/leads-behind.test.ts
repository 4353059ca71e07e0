import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countWords, readFilter, type LeadFilter } from "@/lib/leads/filter";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller } from "@/local/test-people";
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

const quarter = 900_000;
const now = Date.parse("2026-11-30T12:00:00Z");
const atQuarter = (at: number) =>
  new Date(Math.floor(at / quarter) * quarter).toISOString().replace(".000", "");

const counts = fc.constantFrom(
  ...[
    "came",
    "came:warm",
    "came:qualified",
    "came:reached",
    "came:met",
    "came:won",
    "open",
    "open:hot,burning",
    "bant:need",
  ],
  ...["qualified", "deals", "deals:web,referral", "waiting", "cooled", "cooled:budget,none", "meetings"],
);
const stretch = fc.record({
  from: fc.integer({ min: now - 400 * 96 * quarter, max: now }),
  quarters: fc.integer({ min: 1, max: 200 * 96 }),
});

it("the leads behind a figure are as many as the figure says, whatever it counts and over whatever time", async () => {
  await inTransaction(async (client) => {
    await liveRandomly(client, world.projectId, now, 7);
    await becomeCaller(client, world.people.viewer, "authenticated");
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(counts, stretch, async (text, { from, quarters }) => {
        const filter = readFilter({
          counts: text,
          from: atQuarter(from),
          to: atQuarter(from + quarters * quarter),
        });
        if (!filter) throw new Error(`${text} is a filter`);
        const { behind, counted } = await askBoth(client, filter);
        if (behind > 0) found.add(text);
        // A lead may have several meetings.
        if (text === "meetings") expect(behind > 0).toBe(counted > 0);
        else expect(behind).toBe(counted);
      }),
      { numRuns: 200 },
    );
    expect(found.size).toBe(16);
  });
});

it("nobody finds leads of a project that they are not in", async () => {
  const all = {
    counted: { kind: "came", parts: [] },
    from: "2000-01-01T00:00:00Z",
    to: "2100-01-01T00:00:00Z",
  } as const;
  const of = (person: keyof World["people"]) =>
    inTransaction(async (client) => {
      await becomeCaller(client, world.people[person], "authenticated");
      return askBoth(client, all);
    });
  expect((await of("member")).behind).toBeGreaterThan(0);
  expect(await of("exMember")).toEqual({ behind: 0, counted: 0 });
  expect(await of("stranger")).toEqual({ behind: 0, counted: 0 });
});

/** How many leads are found, and what the dashboard counts. */
async function askBoth(client: pg.ClientBase, { counted, from, to }: LeadFilter) {
  const { rows } = await client.query<{ behind: number; counted: number }>(
    `select cardinality(private.leads_behind($1, $2, $3, $4)) as behind,
       (select coalesce(sum(c.n), 0)::int from private.lead_counts($1, $2, array[$3, $4]::timestamptz[]) c) as counted`,
    [world.projectId, countWords(counted), from, to],
  );
  return rows[0] ?? { behind: -1, counted: -1 };
}

async function inTransaction<Answer>(work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
