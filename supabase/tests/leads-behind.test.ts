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

const orders = { activity: "last_activity_at", created: "created_at", name: "lower(name)", value: "value" };
const asked = fc.record({
  sort: fc.constantFrom("activity", "created", "name", "value"),
  ascending: fc.boolean(),
  heat: fc.constantFrom(null, null, "cold", "burning"),
  size: fc.integer({ min: 1, max: 150 }),
});

it("the leads behind a figure are those that it counts, whatever it counts, over whatever time, in whatever order", async () => {
  await inTransaction(async (client) => {
    await liveRandomly(client, world.projectId, now, 7);
    await client.query(
      "update public.leads set name = 'Lead ' || floor(random() * 9) where project_id = $1",
      [world.projectId],
    );
    await becomeCaller(client, world.people.viewer, "authenticated");
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(counts, stretch, asked, async (text, { from, quarters }, list) => {
        const filter = readFilter({
          counts: text,
          from: atQuarter(from),
          to: atQuarter(from + quarters * quarter),
        });
        if (!filter) throw new Error(`${text} is a filter`);
        const expected = await countedAnew(client, filter, list);
        if (expected.length > 0) found.add(text);
        expect(await listed(client, filter, list)).toEqual(expected);
        const all = list.heat ? await countedAnew(client, filter, { ...list, heat: null }) : expected;
        const { behind, counted } = await askBoth(client, filter);
        expect(behind).toBe(all.length);
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
      const list = { sort: "name", ascending: true, heat: null, size: 9 } as const;
      return { ...(await askBoth(client, all)), listed: (await listed(client, all, list)).length };
    });
  const { behind, listed: shown } = await of("member");
  expect(behind).toBeGreaterThan(0);
  expect(shown).toBe(behind);
  expect(await of("exMember")).toEqual({ behind: 0, counted: 0, listed: 0 });
  expect(await of("stranger")).toEqual({ behind: 0, counted: 0, listed: 0 });
});

type List = { sort: keyof typeof orders; ascending: boolean; heat: string | null; size: number };

/** Every lead of the project counted one by one, and sorted: what the list has to have. */
async function countedAnew(client: pg.ClientBase, { counted, from, to }: LeadFilter, list: List) {
  const way = list.ascending ? "asc" : "desc";
  const { rows } = await client.query<{ id: string }>(
    `select l.id from private.lead_facts l join private.lead_marks m on m.lead_id = l.id
     where l.project_id = $1 and ($5::text is null or l.heat = $5) and exists (
       select from private.counts_of(array[m.mark]) c where c.what = any ($2) and c.at >= $3 and c.at < $4)
     order by ${orders[list.sort]} ${way}, l.id ${way}`,
    [world.projectId, countWords(counted), from, to, list.heat],
  );
  return rows.map(({ id }) => id);
}

/** The ids of the list, page after page. */
async function listed(client: pg.ClientBase, filter: LeadFilter, list: List) {
  const ids: string[] = [];
  for (
    let page = await pageOf(client, filter, list, null);
    ;
    page = await pageOf(client, filter, list, page.next)
  ) {
    ids.push(...page.leads.map(({ id }) => id));
    if (!page.next) return ids;
  }
}

type Place = { key: string; at: string; id: string };
type ListPage = { leads: { id: string }[]; next: Place | null };

async function pageOf(
  client: pg.ClientBase,
  { counted, from, to }: LeadFilter,
  list: List,
  after: Place | null,
): Promise<ListPage> {
  const { rows } = await client.query<{ page: ListPage }>(
    `select public.get_leads($1, $2, $3, $4, $5, $6, $7, $8, sort => $9, ascending => $10, before_key => $11) as page`,
    [
      ...[world.projectId, list.heat, list.size, after?.at, after?.id, countWords(counted), from, to],
      ...[list.sort, list.ascending, after?.key],
    ],
  );
  return rows[0]?.page ?? { leads: [], next: null };
}

/** How many leads the list says that it has, and what the dashboard counts. */
async function askBoth(client: pg.ClientBase, { counted, from, to }: LeadFilter) {
  const { rows } = await client.query<{ behind: number; counted: number }>(
    `select (select coalesce(sum(h.value::int), 0)::int
         from jsonb_each_text(public.get_lead_counts($1, null, $2, $3, $4) -> 'heats') h) as behind,
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
