import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

type Cursor = { key: string; at: string; id: string };
type Page = { leads: { id: string; name: string }[]; next: Cursor | null };

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
/** Several leads of one time, one value and one name, and times that differ by a microsecond: more than a Date holds. */
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query(
    `insert into public.leads (project_id, name, heat, last_activity_at, created_at, value, email, phone)
     select $1, (array['דנה', 'dana', 'Dana', 'Zoe'])[1 + n % 4] || ' ' || n / 12, (array['cold', 'warm', 'hot', 'burning'])[1 + n % 4],
       timestamptz '2026-01-01' + (n / 4) * interval '1 microsecond', timestamptz '2025-01-01' + (n % 5) * interval '1 microsecond',
       n % 7, 'lead' || n || '@example.com', '+972 50-555-' || 1000 + n
     from generate_series(1, 50) n`,
    [world.otherProjectId],
  );
});
afterAll(() => database.drop());

type Asked = { heat?: string; sort?: string; ascending?: boolean; search?: string };

const pageOf = (
  { heat, sort = "activity", ascending = false, search }: Asked,
  next: Cursor | null,
): Promise<Page> =>
  committedAs(pool, world.people.member, async (client) => {
    const sql = `select public.get_leads($1, $2, 7, $3, $4, search => $5, sort => $6, ascending => $7, before_key => $8) as page`;
    const place = [next?.at, next?.id];
    const values = [world.otherProjectId, heat, ...place, search, sort, ascending, next?.key];
    return (await client.query(sql, values)).rows[0].page;
  });

async function allOf(asked: Asked) {
  const pages = [await pageOf(asked, null)];
  for (let last = pages[0]; last?.next; last = pages.at(-1)) pages.push(await pageOf(asked, last.next));
  expect(pages.slice(0, -1).every(({ leads }) => leads.length === 7)).toBe(true);
  return pages.flatMap(({ leads }) => leads.map(({ id }) => id));
}

const ranks = "array_position(array['cold', 'warm', 'hot', 'burning'], heat)";
const orders = {
  activity: ["last_activity_at"],
  created: ["created_at"],
  name: ["lower(name)"],
  value: ["value"],
  heat: [ranks, "last_activity_at"],
};

const cases = Object.entries(orders).flatMap(([sort, keys]) =>
  [undefined, "hot"].flatMap((heat) =>
    [false, true].map((ascending) => ({ sort, heat, ascending, keys: [...keys, "id"] })),
  ),
);

it.each(cases)(
  "by $sort, of heat $heat, ascending $ascending: page after page has each lead once, in order",
  async ({ keys, ...asked }) => {
    const { rows } = await pool.query(
      `select id from public.leads where project_id = $1 and ($2::text is null or heat = $2)
     order by ${keys.map((key) => `${key} ${asked.ascending ? "asc" : "desc"}`).join(", ")}`,
      [world.otherProjectId, asked.heat],
    );
    expect(await allOf(asked)).toEqual(rows.map(({ id }) => id));
  },
);

it.each([
  ["dana", 26],
  ["DANA ", 26],
  ["דנה", 12],
  ["lead7@", 1],
  ["050-555-10", 50],
  ["+972 (50) 5551007", 1],
  ["5551007", 1],
  ["dana 5551007", 0],
  ["%", 0],
  ["_", 0],
])("a search for %s finds %i leads by name, address or phone", async (search, found) => {
  const ids = await allOf({ search, sort: "name", ascending: true });
  expect(new Set(ids).size).toBe(found);
  const counted = await committedAs(pool, world.people.member, async (client) => {
    const sql = "select public.get_lead_counts($1, $2) as counted";
    return (await client.query(sql, [world.otherProjectId, search])).rows[0].counted;
  });
  const sum = Object.values<number>(counted.heats).reduce((all, each) => all + each, 0);
  expect([sum, counted.more]).toEqual([found, false]);
});

it("a stranger finds and counts nothing", async () => {
  const asked = await committedAs(pool, world.people.stranger, async (client) => {
    const sql =
      "select public.get_lead_counts($1) as counted, public.get_leads($1, search => 'dana', sort => 'name') as page";
    return (await client.query(sql, [world.otherProjectId])).rows[0];
  });
  expect(asked).toEqual({ counted: { heats: {}, more: false }, page: { leads: [], next: null } });
});

it("says what comes next with a lead: the first meeting that is still to come", async () => {
  const { rows } = await pool.query("select id from public.leads where project_id = $1 limit 1", [
    world.otherProjectId,
  ]);
  await pool.query(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
     select $1, $2, now() + s.days * interval '1 day', now() + s.days * interval '1 day' + interval '1 hour', s.status
     from (values (-1, 'scheduled'), (1, 'canceled'), (3, 'scheduled'), (2, 'scheduled')) s (days, status)`,
    [world.otherProjectId, rows[0].id],
  );
  const { leads } = await pageOf({ search: "lead", sort: "name" }, null);
  const all = [...leads];
  expect(all.every((lead) => "owner" in lead && "next_step" in lead)).toBe(true);
  const { rows: told } = await pool.query("select (now() + interval '2 days')::date::text as day");
  const steps = await committedAs(pool, world.people.member, async (client) => {
    const sql = "select l from jsonb_array_elements(public.get_leads($1) -> 'leads') l where l ->> 'id' = $2";
    return (await client.query(sql, [world.otherProjectId, rows[0].id])).rows[0].l.next_step;
  });
  expect(steps).toMatchObject({ kind: "meeting", at: expect.stringMatching(told[0].day) });
});
