import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { foundLeadsSchema } from "@/lib/leads/page";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  const { projectId, otherProjectId, foreignProjectId } = world;
  await pool.query(
    `insert into public.leads (project_id, name, company, email, phone, heat, last_activity_at)
     values ($1, 'Rina Peretz', 'Dunes Ltd', 'rina@example.com', '+972 50-555-1234', 'hot', '2026-01-01'),
       ($2, 'דנה כהן', null, null, null, 'cold', '2026-01-02'), ($2, 'دانا حداد', null, null, null, 'warm', '2026-01-03'),
       ($1, 'Jordan Ferris', 'Peretz and Sons', null, null, 'warm', '2026-01-04'),
       ($3, 'Rina Elsewhere', 'Dunes Ltd', null, null, 'burning', '2026-01-05')`,
    [projectId, otherProjectId, foreignProjectId],
  );
});
afterAll(() => database.drop());

const find = (person: string, search: string | null) =>
  committedAs(pool, person, async (client) => {
    const { rows } = await client.query("select public.find_leads($1) as found", [search]);
    return foundLeadsSchema.parse(rows[0].found);
  });
const names = async (person: string, search: string | null) =>
  (await find(person, search)).map(({ name }) => name);

it("finds a lead of any project of the person by a part of its name, in any letters", async () => {
  const { viewer } = world.people;
  expect(await names(viewer, "  rina P")).toEqual(["Rina Peretz"]);
  expect(await names(viewer, "כהן")).toEqual(["דנה כהן"]);
  expect(await names(viewer, "دانا")).toEqual(["دانا حداد"]);
  expect(await find(viewer, "rina")).toEqual([
    {
      id: expect.any(String),
      project_id: world.projectId,
      name: "Rina Peretz",
      company: "Dunes Ltd",
      heat: "hot",
    },
  ]);
});

it("finds it by words in any order, of its name and its company, and takes no letter for a sign", async () => {
  const { viewer } = world.people;
  expect(await names(viewer, "peretz rina")).toEqual(["Rina Peretz"]);
  expect(await names(viewer, "כהן דנה")).toEqual(["דנה כהן"]);
  expect(await names(viewer, "dunes  rina")).toEqual(["Rina Peretz"]);
  for (const sign of ["rin_", "r%z", "\\"]) expect(await names(viewer, sign)).toEqual([]);
  expect(await names(viewer, "peretz nobody")).toEqual([]);
});

it("finds it by company, address and phone, too, after those whose name begins with the text", async () => {
  const { member } = world.people;
  expect(await names(member, "peretz")).toEqual(["Rina Peretz", "Jordan Ferris"]);
  expect(await names(member, "rina@")).toEqual(["Rina Peretz"]);
  expect(await names(member, "050-5551234")).toEqual(["Rina Peretz"]);
});

it("finds nothing of a project that the person is not in, or no longer, and nothing for an empty text", async () => {
  const { stranger, exMember, owner } = world.people;
  expect(await names(stranger, "rina")).toEqual(["Rina Elsewhere"]);
  expect(await names(exMember, "rina")).toEqual([]);
  for (const nothing of ["", "  ", null, "nobody at all"]) expect(await names(owner, nothing)).toEqual([]);
});

it("finds eight at most, the latest activity first", async () => {
  await pool.query(
    `insert into public.leads (project_id, name, last_activity_at)
     select $1, 'Many ' || n, timestamptz '2026-02-01' + n * interval '1 day' from generate_series(1, 12) n`,
    [world.projectId],
  );
  const found = await names(world.people.owner, "many");
  expect(found).toEqual([12, 11, 10, 9, 8, 7, 6, 5].map((n) => `Many ${n}`));
});
