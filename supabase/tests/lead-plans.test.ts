import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { rowsRead } from "./rows-read";

const many = 50_000;
const others = 40_000;
const pageSize = 200;

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
const projectId = randomUUID();

/** One large project, whose only burning leads are its oldest ones, among many small ones: the average says little. */
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  person = await createUser(pool);
  await pool.query("insert into public.clients (id, name) values ($1, 'Acme')", [projectId]);
  await pool.query("insert into public.projects (id, client_id, name) values ($1, $1, 'Main')", [projectId]);
  await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
    projectId,
    person,
  ]);
  await pool.query("alter table public.leads disable trigger user");
  await pool.query(
    `insert into public.leads (project_id, name, heat, last_activity_at, created_at, value, email, phone)
     select $1, 'Lead ' || n, case when n <= 500 then 'burning' else 'cold' end,
       timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute', n % 1000,
       'lead' || n || '@example.com', '+97250' || 1000000 + n
     from generate_series(1, $2) n`,
    [projectId, many],
  );
  await pool.query(
    `with small as (insert into public.projects (client_id, name) select $1, 'Small' from generate_series(1, 2000)
       returning id)
     insert into public.leads (project_id, name, heat) select id, 'Lead', 'burning' from small, generate_series(1, 20)`,
    [projectId],
  );
  await pool.query("alter table public.leads enable trigger user");
  await pool.query("analyze");
}, 120_000);
afterAll(() => database.drop());

const sorted = "select public.get_leads($1, sort => $2, ascending => $3";

it.each<[string, string, unknown[]]>([
  ["the first page", "select public.get_leads($1)", []],
  [
    "a page from the middle",
    "select public.get_leads($1, null, 200, $2, $3)",
    ["2026-01-15T00:00:00Z", randomUUID()],
  ],
  ["the first page of a rare heat", "select public.get_leads($1, 'burning')", []],
  [
    "a later page of a rare heat",
    "select public.get_leads($1, 'burning', 200, $2, $3)",
    ["2026-01-01T06:00:00Z", randomUUID()],
  ],
  ["a heat that nothing has", "select public.get_leads($1, 'warm')", []],
  ...["activity", "created", "name", "heat", "value"].flatMap((sort): [string, string, unknown[]][] =>
    [true, false].flatMap((ascending): [string, string, unknown[]][] => [
      [`by ${sort}, ascending ${ascending}, the first page`, `${sorted})`, [sort, ascending]],
      [
        `by ${sort}, ascending ${ascending}, a page from the middle`,
        `${sorted}, before_key => $4, before_at => '2026-01-15', before_id => gen_random_uuid())`,
        [sort, ascending, { name: "lead 30000", value: "500", heat: "cold" }[sort] ?? ""],
      ],
    ]),
  ),
])(
  `of ${many.toLocaleString("en")} leads in one project, %s reads no more than a page`,
  async (_, sql, more) => {
    const { whole, rows } = await rowsRead(pool, person, "public.leads", sql, [projectId, ...more]);
    expect(whole).toBe(0);
    expect(rows).toBeLessThanOrEqual(pageSize + 1);
  },
);

const behind = "select public.get_leads($1, counts => $2, counts_from => $3, counts_to => $4, sort => $5)";
/** Of the first leads of an order so many are asked before all of a time. */
const first = 2000;

it.each(["activity", "created", "name", "value"])(
  "the leads behind a figure of a whole year, by %s, are read no further than the first of the list",
  async (sort) => {
    const year = [["came"], "2026-01-01", "2027-01-01", sort];
    const { whole, rows } = await rowsRead(pool, person, "public.leads", behind, [projectId, ...year]);
    expect(whole).toBe(0);
    expect(rows).toBeLessThanOrEqual(first + pageSize + 1);
  },
);

it("those of a day long ago are read by their day, and found in the order of the list", async () => {
  // 1,440 came that day: more than a page, and none among the newest of the list.
  const day = [["came"], "2026-01-02", "2026-01-03", "activity"];
  const { whole, rows } = await rowsRead(pool, person, "public.leads", behind, [projectId, ...day]);
  expect(whole).toBe(0);
  expect(rows).toBeLessThanOrEqual(first + 1440 + pageSize + 1);
  const found = await actAs(pool, person, "authenticated", (client) =>
    client.query(`select l ->> 'name' as name from jsonb_array_elements((${behind}) -> 'leads') l`, [
      projectId,
      ...day,
    ]),
  );
  const newest = Array.from({ length: pageSize }, (_, at) => ({ name: `Lead ${2 * 1440 - 1 - at}` }));
  expect(found.rows).toEqual(newest);
});

it.each([
  ["a search that finds nothing", "select public.get_leads($1, search => 'nobody at all')"],
  ["a search for a few digits of a phone", "select public.get_leads($1, search => '050-104 9999')"],
  ["the counts of the list", "select public.get_lead_counts($1)"],
  ["the counts of a search", "select public.get_lead_counts($1, search => '@example')"],
  [
    "the counts of what is behind a figure of a year",
    "select public.get_lead_counts($1, counts => array['came'], counts_from => '2026-01-01', counts_to => '2027-01-01')",
  ],
])("%s reads no lead twice", async (_, sql) => {
  const { whole, rows } = await rowsRead(pool, person, "public.leads", sql, [projectId]);
  expect(whole).toBeLessThanOrEqual(1);
  expect(rows).toBeLessThanOrEqual(many + others);
});
