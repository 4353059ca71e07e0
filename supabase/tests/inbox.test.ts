import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { changeNotifications, getInbox, type InboxAsk } from "./inbox-client";
import { getNotifications } from "./notifications-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
}, 120_000);
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

type Told = { title?: string; project_id?: string; category?: string; params?: object; expires_at?: string };

/** Tells the person these, oldest first; answers their ids in that order. */
async function tell(...all: Told[]): Promise<string[]> {
  const ids = [];
  for (const { title = "News", project_id, category = "leadUpdates", params = {}, expires_at } of all) {
    const { rows } = await pool.query<{ id: string }>(
      `insert into public.notifications (user_id, title, project_id, category, params, expires_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [person, title, project_id, category, params, expires_at],
    );
    ids.push(rows[0]?.id ?? "");
  }
  return ids;
}
const many = (count: number) =>
  tell(...Array.from({ length: count }, (_, n) => ({ title: `News ${n + 1}` })));
const titles = async (ask: InboxAsk) => (await getInbox(pool, person, ask)).rows.map(({ title }) => title);
const change = (ids: unknown, what: Parameters<typeof changeNotifications>[3]) =>
  changeNotifications(pool, person, ids, what);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
describe("the views", () => {
  it("hold what is unread, what is not done, what sleeps and what is done, and the count of the bell", async () => {
    const [unread, read, asleep, done] = await tell(
      { title: "unread" },
      { title: "read" },
      { title: "asleep" },
      { title: "done" },
    );
    await change([read], { read: true });
    const until = inAnHour();
    await change([asleep], { snoozed_until: until });
    const count = await change([done], { archived: true });
    expect(await titles({ view: "unread" })).toEqual(["unread"]);
    expect(await titles({ view: "all" })).toEqual(["read", "unread"]);
    expect(await titles({ view: "snoozed" })).toEqual(["asleep"]);
    expect(await titles({ view: "done" })).toEqual(["done"]);
    expect(await getInbox(pool, person, {})).toMatchObject({ unread: 1, head: 4, next: null });
    expect(count).toMatchObject({ unread: 1, head: 4 });
    expect((await getNotifications(pool, person)).rows.map(({ id }) => id)).toEqual([read, unread]);
    expect(Date.parse((await getNotifications(pool, person)).wakes ?? "")).toBe(Date.parse(until));
    await change([asleep], { archived: true });
    expect(await getNotifications(pool, person)).not.toHaveProperty("wakes");
  });

  it("hold what the app did not tell by itself, with the reason, and no change touches it", async () => {
    const [id] = await tell({ title: "kept" });
    await pool.query("update public.notifications set kept_away = 'switch' where id = $1", [id]);
    await change([id], { archived: true });
    for (const view of ["unread", "all", "snoozed", "done"]) expect(await titles({ view }), view).toEqual([]);
    const { rows, unread } = await getInbox(pool, person, { view: "kept" });
    expect(rows).toMatchObject([{ title: "kept", kept_away: "switch", read_at: null, archived_at: null }]);
    expect(unread).toBe(0);
  });

  it("hold nothing that has expired, and nothing that another row took over", async () => {
    await tell({ title: "expired", expires_at: "2020-01-01" });
    const [collapsed] = await tell({ title: "collapsed" });
    const sql = `update public.notifications set read_at = now(), archived_at = now(), collapsed_at = now() where id = $1`;
    await pool.query(sql, [collapsed]);
    for (const view of ["unread", "all", "snoozed", "done"]) expect(await titles({ view }), view).toEqual([]);
    await change([collapsed], { archived: false });
    expect(await titles({ view: "all" })).toEqual([]);
  });

  it("go on from page to page without a gap or a row twice, while more comes in", async () => {
    await many(25);
    const seen: number[] = [];
    for (let before: number | undefined, pages = 0; pages < 5; pages += 1) {
      const { rows, next } = await getInbox(pool, person, {
        page_size: 10,
        ...(before && { before_seq: before }),
      });
      seen.push(...rows.map(({ seq }) => seq));
      await tell({});
      if (next === null) break;
      before = next;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => 25 - n));
  });
});

it("bell and inbox say who did it, but not of somebody who is in no project of the reader any more", async () => {
  person = world.people.owner;
  const [colleague, gone] = [world.people.member, world.people.exMember];
  await tell({ title: "by a colleague" }, { title: "by nobody" }, { title: "by who has left" });
  for (const [title, actor] of [
    ["by a colleague", colleague],
    ["by who has left", gone],
  ])
    await pool.query("update public.notifications set actor_id = $2 where title = $1", [title, actor]);
  const named = { "by a colleague": expect.stringMatching(/./), "by nobody": null, "by who has left": null };
  for (const { rows } of [await getNotifications(pool, person), await getInbox(pool, person, {})]) {
    const told = rows.filter(({ title }) => title.startsWith("by "));
    expect(Object.fromEntries(told.map((row) => [row.title, row.actor_name]))).toEqual(named);
  }
});

describe("filters", () => {
  it("take what is of a project, a category or a kind, or says these words", async () => {
    person = world.people.owner;
    await tell(
      { title: "Zoe is hot", project_id: world.projectId, params: { kind: "lead.heat" } },
      { title: "100% sure_thing", project_id: world.otherProjectId, category: "meetingReminders" },
    );
    const shown = (ask: InboxAsk) => titles({ view: "unread", ...ask });
    expect(await shown({ project_id: world.otherProjectId })).toEqual(["100% sure_thing"]);
    expect(await shown({ category: "meetingReminders" })).toEqual(["100% sure_thing"]);
    expect(await shown({ kind: "lead.heat", search: "zoe" })).toEqual(["Zoe is hot"]);
    expect(await shown({ search: " ZOE " })).toEqual(["Zoe is hot"]);
    expect(await shown({ search: "0% SURE_" })).toEqual(["100% sure_thing"]);
    expect(await shown({ search: "Z%hot" })).toEqual([]);
    expect(await shown({ search: "second" })).toEqual(["100% sure_thing"]);
    const [row] = (await getInbox(pool, person, { search: "zoe" })).rows;
    expect(row).toMatchObject({ project_name: "Main", actor_name: null });
  });

  it("find each word of a search, also where only the reader's language says it", async () => {
    const facts = { kind: "lead.heat", from: "cold", to: "hot" };
    await tell(
      { title: "Zoe is hot", params: facts },
      { title: "Zoe is warm", params: { ...facts, to: "warm" } },
    );
    const hot = [{ kind: "lead.heat", from: "cold", to: "hot" }];
    const told = JSON.stringify({ חם: hot, קר: [...hot, { ...facts, to: "warm" }] });
    expect(await titles({ search: "zoe חם", told })).toEqual(["Zoe is hot"]);
    expect(await titles({ search: "קר", told })).toEqual(["Zoe is warm", "Zoe is hot"]);
    expect(await titles({ search: "zoe פושר", told })).toEqual([]);
    expect(await titles({ search: "hot zoe" })).toEqual(["Zoe is hot"]);
    for (const wrong of ["[]", "null", JSON.stringify({ a: "x".repeat(200_000) })])
      await expect(titles({ search: "a", told: wrong })).rejects.toMatchObject({
        code: "PT400",
        detail: "told",
      });
  });

  it("take what has reached the person on a channel, and nobody else", async () => {
    const [mailed, failed, kept] = await tell({ title: "mailed" }, { title: "failed" }, { title: "kept" });
    const other = await createUser(pool);
    const sql = `insert into private.deliveries (notification_id, user_id, channel, status, done_at)
      values ($1, $2, $3, $4, now())`;
    await pool.query(sql, [mailed, person, "email", "sent"]);
    await pool.query(sql, [mailed, person, "push", "suppressed"]);
    await pool.query(sql, [failed, person, "email", "dead"]);
    await pool.query(sql, [failed, other, "sms", "sent"]);
    await pool.query("update public.notifications set kept_away = 'switch' where id = $1", [kept]);
    expect(await titles({ channel: "email" })).toEqual(["mailed"]);
    expect(await titles({ channel: "push" })).toEqual([]);
    expect(await titles({ channel: "sms" })).toEqual([]);
    expect(await titles({ channel: "inApp" })).toEqual(["failed", "mailed"]);
    expect(await titles({ channel: "inApp", view: "kept" })).toEqual([]);
  });

  it("that let little through answer a short page and where to go on", async () => {
    await tell({ title: "Needle" });
    await pool.query(
      `insert into public.notifications (user_id, category, title)
       select $1, 'leadUpdates', 'Hay' from generate_series(1, 2500)`,
      [person],
    );
    const first = await getInbox(pool, person, { search: "needle" });
    expect(first).toMatchObject({ rows: [], next: 502 });
    const second = await getInbox(pool, person, { search: "needle", before_seq: first.next ?? 0 });
    expect(second.rows.map(({ title }) => title)).toEqual(["Needle"]);
    expect(second.next).toBeNull();
  });
});

describe("a link to one", () => {
  it("brings it whatever view and page it is in, and nothing that the person may not see", async () => {
    const [first] = await many(12);
    await change([first], { archived: true });
    const linked = { view: "unread", page_size: 5, open_id: first ?? "" };
    expect(await titles(linked)).toEqual(["News 12", "News 11", "News 10", "News 9", "News 8", "News 1"]);
    person = await createUser(pool);
    expect(await titles(linked)).toEqual([]);
  });
});
