import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { createNotification, getNotifications, markBatch, markRead } from "./notifications-client";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const tell = (user_id: string, more: JsonObject = {}) =>
  createNotification(pool, { user_id, title: "News", ...more });

describe("the bell", () => {
  it("is caught up by seq: the newest page and all that came after", async () => {
    for (let index = 0; index < 5; index += 1) await tell(person, { title: `News ${index}` });
    const { rows, head, unread } = await getNotifications(pool, person, 1, 2);
    expect(rows.map(({ seq }) => seq)).toEqual([5, 4, 3, 2]);
    expect([head, unread]).toEqual([5, 5]);
    expect((await getNotifications(pool, person, 5, 2)).rows.map(({ seq }) => seq)).toEqual([5, 4]);
  });

  it("is empty with head 0 for a person who was never told anything", async () => {
    expect(await getNotifications(pool, person)).toMatchObject({ rows: [], head: 0, unread: 0 });
  });

  it("gives instants in UTC, whatever the connection's zone", async () => {
    await tell(person);
    const answer = await committedAs(pool, person, async (client) => {
      await client.query("set local timezone = 'Asia/Jerusalem'");
      return (await client.query("select public.get_notifications() as answer")).rows[0].answer;
    });
    expect(answer.at).toMatch(/\+00:00$/);
    expect(answer.rows[0].created_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  });

  it.each([
    ["archived", "archived_at = now()"],
    ["asleep", "snoozed_until = now() + interval '1 hour'"],
    ["expired", "expires_at = now() - interval '1 second'"],
  ])("neither shows nor counts what is %s, and keeps the head", async (_, set) => {
    const { id } = await tell(person);
    await pool.query(`update public.notifications set ${set} where id = $1`, [id]);
    expect(await getNotifications(pool, person)).toMatchObject({ rows: [], head: 1, unread: 0 });
  });

  it("of somebody who left a project shows and counts nothing of it, and cannot mark it", async () => {
    const { exMember } = world.people;
    const { rows, unread, head } = await getNotifications(pool, exMember);
    expect([rows.map(({ project_id }) => project_id), unread, head]).toEqual([[null], 1, 2]);
    await markBatch(pool, exMember, head);
    const sql =
      "select project_id is null as free, read from public.notifications where user_id = $1 order by seq";
    expect((await pool.query(sql, [exMember])).rows).toEqual([
      { free: true, read: true },
      { free: false, read: false },
    ]);
  });
});

describe("marking as read", () => {
  it("of one, of all, and back, answers the count and the head it was true at", async () => {
    const [first] = [await tell(person), await tell(person), await tell(person)];
    expect(await markRead(pool, person, [first.id])).toMatchObject({ unread: 2, head: 3 });
    expect(await markBatch(pool, person, 3)).toMatchObject({ unread: 0, head: 3, next: null });
    expect(await markRead(pool, person, [first.id], false)).toMatchObject({ unread: 1, head: 3 });
  });

  it("keeps read and read_at one state, whichever is written, and what is read has been seen", async () => {
    const { id } = await tell(person);
    const set = (change: string) =>
      committedAs(pool, person, async (client) => {
        const sql = `update public.notifications set ${change} where id = $1
          returning read, read_at is not null as read_at, seen_at is not null as seen_at, seq`;
        return (await client.query(sql, [id])).rows[0];
      });
    expect(await set("read_at = now()")).toEqual({ read: true, read_at: true, seen_at: true, seq: "1" });
    expect(await set("read = false")).toEqual({ read: false, read_at: false, seen_at: true, seq: "1" });
    expect(await set("read = true")).toEqual({ read: true, read_at: true, seen_at: true, seq: "1" });
    expect(await set("read_at = null")).toEqual({ read: false, read_at: false, seen_at: true, seq: "1" });
  });

  it("of another's row does nothing", async () => {
    const { id } = await tell(person);
    await markRead(pool, await createUser(pool), [id]);
    expect(await getNotifications(pool, person)).toMatchObject({ unread: 1 });
  });
});

describe("create_notification", () => {
  it("is the service's alone", async () => {
    const attempt = committedAs(pool, person, (client) =>
      client.query("select public.create_notification($1, 'News')", [person]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("tells the same cause once, and a repeated cause takes no number", async () => {
    const first = await tell(person, { dedupe_key: "booking:1" });
    expect(await tell(person, { dedupe_key: "booking:1" })).toEqual(first);
    const both = await Promise.all([1, 2].map(() => tell(person, { dedupe_key: "booking:2" })));
    expect(both[0]).toEqual(both[1]);
    expect((await tell(person)).seq).toBe(3);
  });

  it("refuses a project the person is not in", async () => {
    const attempt = tell(person, { project_id: world.projectId });
    await expect(attempt).rejects.toMatchObject({ code: "PT403" });
  });

  it.each(["/leads/1", "/", "/settings?tab=a#b", "/a//b", "/עברית"])(
    "takes the link %s",
    async (action_url) => {
      expect((await tell(person, { action_url })).seq).toBe(1);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/a\\b",
    "https://evil.example",
    "javascript:alert(1)",
    "leads/1",
    "",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\u0085x",
    `/${"x".repeat(2048)}`,
  ])("refuses the link %j", async (action_url) => {
    await expect(tell(person, { action_url })).rejects.toMatchObject({ code: "PT400" });
  });
});
