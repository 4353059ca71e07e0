import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { rowsRead } from "./rows-read";

const few = 200;
const many = 20_000;

let database: TestDatabase;
let pool: pg.Pool;
const projectId = randomUUID();

/** Which of a person's notifications are unread; seq is from 1 to `count`. */
const kinds = {
  "a tenth, the newest": "n > count * 9 / 10",
  "a tenth, the oldest": "n <= count / 10",
  "every tenth": "n % 10 = 0",
  all: "true",
  none: "false",
};
const people = new Map<string, string>();
const personOf = (kind: string, count: number) => people.get(`${kind} ${count}`) ?? "";

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  await pool.query("insert into public.clients (id, name) values ($1, 'Acme')", [projectId]);
  await pool.query("insert into public.projects (id, client_id, name) values ($1, $1, 'Main')", [projectId]);
  await pool.query("alter table public.notifications disable trigger user");
  for (const [kind, isUnread] of Object.entries(kinds))
    for (const count of [few, many]) {
      const person = await createUser(pool);
      people.set(`${kind} ${count}`, person);
      await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
        projectId,
        person,
      ]);
      await pool.query(
        `insert into public.notifications (user_id, seq, category, title, project_id, read, read_at)
         select $1, n, 'leadUpdates', 'News', case when n % 2 = 0 then $2::uuid end, not (${isUnread}),
           case when not (${isUnread}) then now() end
         from generate_series(1, $3) n, (select $3::integer as count) c`,
        [person, projectId, count],
      );
      await pool.query("insert into private.notification_counters values ($1, $2)", [person, count]);
    }
  // Statistics are of the whole table: most people have read nothing of the little that they were told.
  await pool.query(
    `with person as (insert into auth.users (id) select gen_random_uuid() from generate_series(1, 5000) returning id)
     insert into public.notifications (user_id, seq, category, title)
     select id, n, 'leadUpdates', 'News' from person, generate_series(1, 20) n`,
  );
  await pool.query("alter table public.notifications enable trigger user");
  await pool.query("update private.rate_limits set per_minute = 1000000");
  await pool.query("analyze");
}, 120_000);
afterAll(() => database.drop());

const read = (kind: string, count: number, sql: string, values: unknown[] = []) =>
  rowsRead(pool, personOf(kind, count), "public.notifications", sql, values);

describe.each(Object.keys(kinds))(
  `of a person with ${many.toLocaleString("en")} notifications, %s unread`,
  (kind) => {
    it.each([
      ["the bell", "select public.get_notifications()", []],
      ["a page's bootstrap", "select public.get_bootstrap($1, 'device')", [projectId]],
      ["the count", "select private.my_notification_count()", []],
    ])(`%s reads a page and at most a hundred unread`, async (_, sql, values) => {
      const { whole, rows } = await read(kind, many, sql, values);
      expect(whole).toBe(0);
      // The newest page, once more for the rows after a cursor of which there are at most 100, and the count.
      expect(rows).toBeLessThanOrEqual(30 + 100 + 100);
    });

    it("catching up reads what came, whether it is one row or thousands", async () => {
      for (const [missed, most] of [
        [1, 30 + 1 + 100],
        [many, 30 + 100 + 100],
      ] as const) {
        const { whole, rows } = await read(kind, many, "select public.get_notifications($1)", [
          many - missed,
        ]);
        expect(whole).toBe(0);
        expect(rows).toBeLessThanOrEqual(most);
      }
    });

    it("a batch of all read, and of its way back, reads the rows that it marks and those it counts", async () => {
      const moment = "2026-11-22T10:00:00Z";
      const forth = "select public.mark_notifications_through($1, true, $2)";
      const back = "select public.mark_notifications_through($1, false, $2)";
      for (const sql of [forth, back, `${forth}, public.mark_notifications_through($1, false, $2)`]) {
        const { whole, rows } = await read(kind, many, sql, [many, moment]);
        expect(whole).toBe(0);
        // Each once to find where the batch ends and once to mark it; forth and back in one statement.
        expect(rows).toBeLessThanOrEqual(4 * 1000 + 2 * 100);
      }
    });
  },
);

it.each(Object.keys(kinds))("the bell reads no more of many than of few (%s unread)", async (kind) => {
  const sql = "select public.get_notifications(9223372036854775807)";
  const [ofMany, ofFew] = [await read(kind, many, sql), await read(kind, few, sql)];
  expect(ofMany.rows).toBeLessThanOrEqual(kind === "none" || kind === "all" ? ofFew.rows : 130);
});
