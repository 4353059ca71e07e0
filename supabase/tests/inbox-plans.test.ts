import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { rowsRead } from "./rows-read";

const many = 100_000;
/** What a call walks at most, once for its rows and once to find where it ended, and what stands beside them. */
const walked = 2 * 2_000 + 400;

let database: TestDatabase;
let pool: pg.Pool;
const projectId = randomUUID();

/** The state of a person's notifications; seq is from 1 to `many`. Of each, one in a thousand says "Needle". */
const states = {
  "all unread": "null, null, null",
  "all read": "now(), null, null",
  "all done": "now(), now(), null",
  "a thousand asleep": "null, null, case when n % 100 = 0 then now() + make_interval(secs => n) end",
  "all woken": "null, null, now() - make_interval(secs => n)",
};
const people = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  await pool.query("insert into public.clients (id, name) values ($1, 'Acme')", [projectId]);
  await pool.query("insert into public.projects (id, client_id, name) values ($1, $1, 'Main')", [projectId]);
  await pool.query("alter table public.notifications disable trigger user");
  for (const [state, columns] of Object.entries(states)) {
    const person = await createUser(pool);
    people.set(state, person);
    await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
      projectId,
      person,
    ]);
    await pool.query(
      `insert into public.notifications (user_id, seq, category, title, project_id, read, read_at, archived_at,
         snoozed_until)
       select $1, n, 'leadUpdates', case when n % 1000 = 0 then 'Needle' else 'News' end,
         case when n % 2 = 0 then $2::uuid end, t.read_at is not null, t.read_at, t.archived_at, t.snoozed_until
       from generate_series(1, ${many}) n, lateral (select ${columns}) s (a, b, c),
         lateral (select a::timestamptz as read_at, b::timestamptz as archived_at, c::timestamptz as snoozed_until) t`,
      [person, projectId],
    );
    await pool.query("insert into private.notification_counters values ($1, $2)", [person, many]);
  }
  // Statistics are of the whole table: most people were told little.
  await pool.query(
    `with person as (insert into auth.users (id) select gen_random_uuid() from generate_series(1, 5000) returning id)
     insert into public.notifications (user_id, seq, category, title)
     select id, n, 'leadUpdates', 'News' from person, generate_series(1, 20) n`,
  );
  await pool.query("alter table public.notifications enable trigger user");
  await pool.query("update private.rate_limits set per_minute = 1000000");
  await pool.query("analyze");
}, 240_000);
afterAll(() => database.drop());

describe.each(Object.keys(states))(`of a person with a hundred thousand notifications, %s`, (state) => {
  const read = (sql: string, values: unknown[] = []) =>
    rowsRead(pool, people.get(state) ?? "", "public.notifications", sql, values);

  it.each(["unread", "all", "snoozed", "done"])("a page of %s reads what it walks, at most", async (view) => {
    for (const before of [null, many / 2]) {
      const { whole, rows } = await read("select public.get_inbox(view => $1, before_seq => $2)", [
        view,
        before,
      ]);
      expect(whole).toBe(0);
      expect(rows).toBeLessThanOrEqual(walked);
    }
  });

  it("a filter and a search read no more", async () => {
    const asks = [
      "search => 'needle'",
      `project_id => '${projectId}'`,
      "category => 'digest'",
      "kind => 'x'",
      "channel => 'email'",
    ];
    for (const ask of asks) {
      const { whole, rows } = await read(`select public.get_inbox(view => 'all', ${ask})`);
      expect(whole, ask).toBe(0);
      expect(rows, ask).toBeLessThanOrEqual(walked);
    }
  });

  it("a change reads the rows that it names and those it counts", async () => {
    const { rows } = await pool.query<{ ids: string[] }>(
      "select array_agg(id) as ids from public.notifications where user_id = $1 and seq > $2",
      [people.get(state), many - 1000],
    );
    const change = "select public.change_notifications($1, '{\"archived\": true}')";
    const { whole, rows: touched } = await read(change, [rows[0]?.ids]);
    expect(whole).toBe(0);
    expect(touched).toBeLessThanOrEqual(2 * 1000 + 1200);
  });
});

it("a full page of somebody with many reads little more than its rows", async () => {
  const person = people.get("all unread") ?? "";
  const { rows } = await rowsRead(pool, person, "public.notifications", "select public.get_inbox()");
  // The page and the one that follows, the count, and what has woken.
  expect(rows).toBeLessThanOrEqual(51 + 100 + 1);
});
