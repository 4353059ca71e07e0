import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

type Page = { leads: { id: string }[]; next: { at: string; id: string } | null };

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
/** Several leads at one time, and times that differ by a microsecond: more than a Date holds. */
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query(
    `insert into public.leads (project_id, name, heat, last_activity_at)
     select $1, 'Lead ' || n, case n % 3 when 0 then 'hot' else 'warm' end,
       timestamptz '2026-01-01' + (n / 4) * interval '1 microsecond' from generate_series(1, 50) n`,
    [world.otherProjectId],
  );
});
afterAll(() => database.drop());

const pageOf = (heat: string | null, next: Page["next"]): Promise<Page> =>
  committedAs(pool, world.people.member, async (client) => {
    const sql = "select public.get_leads($1, $2, 7, $3, $4) as page";
    const values = [world.otherProjectId, heat, next?.at, next?.id];
    return (await client.query(sql, values)).rows[0].page;
  });

it.each([null, "hot", "warm"])(
  "of heat %s, page after page has each lead once, newest first",
  async (heat) => {
    const pages = [await pageOf(heat, null)];
    for (let last = pages[0]; last?.next; last = pages.at(-1)) pages.push(await pageOf(heat, last.next));
    const { rows } = await pool.query(
      `select id from public.leads where project_id = $1 and ($2::text is null or heat = $2)
     order by last_activity_at desc, id desc`,
      [world.otherProjectId, heat],
    );
    expect(pages.flatMap(({ leads }) => leads.map(({ id }) => id))).toEqual(rows.map(({ id }) => id));
    expect(pages.slice(0, -1).every(({ leads }) => leads.length === 7)).toBe(true);
  },
);
