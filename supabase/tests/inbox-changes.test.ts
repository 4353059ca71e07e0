import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { changeNotifications, getInbox, type InboxAsk } from "./inbox-client";
import { markRead } from "./notifications-client";
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
/** Lets time pass over what sleeps: it wakes `minutes` ago. */
const wake = (id: string, minutes = 1) =>
  pool.query(
    "update public.notifications set snoozed_until = now() - make_interval(mins => $2) where id = $1",
    [id, minutes],
  );

describe("done", () => {
  it("is read, and back as it was where that is taken back", async () => {
    const [fresh, old] = await tell({ title: "fresh" }, { title: "old" });
    await markRead(pool, person, [old ?? ""]);
    const before = (await getInbox(pool, person, { view: "all" })).rows;
    expect(await change([fresh, old], { archived: true })).toMatchObject({ unread: 0 });
    expect((await getInbox(pool, person, { view: "done" })).rows.every(({ read_at }) => read_at)).toBe(true);
    expect(await change([fresh, old], { archived: false })).toMatchObject({ unread: 1 });
    // Who has seen a row has seen it.
    const unseen = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, seen_at: null }));
    expect(unseen((await getInbox(pool, person, { view: "all" })).rows)).toEqual(unseen(before));
  });
});

describe("asleep", () => {
  it("is told nowhere until it wakes; then it is unread and comes with the first page, however old", async () => {
    const [first = ""] = await many(60);
    await markRead(pool, person, [first]);
    expect(await change([first], { snoozed_until: inAnHour() })).toMatchObject({ unread: 59 });
    expect(await titles({ view: "all", page_size: 50 })).toHaveLength(50);
    await wake(first);
    const { rows, unread } = await getInbox(pool, person, { view: "unread", page_size: 50 });
    expect(rows.map(({ title }) => title)).toContain("News 1");
    expect(rows).toHaveLength(51);
    expect(unread).toBe(60);
    await markRead(pool, person, [first]);
    expect(await titles({ view: "unread", page_size: 50 })).not.toContain("News 1");
  });

  it("wakes at its instant and not before", async () => {
    const [id] = await tell({ title: "sleeper" });
    const until = inAnHour();
    await change([id], { snoozed_until: until });
    const at = async (seconds: number) => {
      const shift =
        "update public.notifications set snoozed_until = now() + make_interval(secs => $2) where id = $1";
      await pool.query(shift, [id, seconds]);
      return titles({ view: "unread" });
    };
    expect(await at(30)).toEqual([]);
    expect(await at(0)).toEqual(["sleeper"]);
  });

  it("is done no more, and is awake as it was where that is taken back", async () => {
    const [id] = await tell({ title: "one" });
    await change([id], { archived: true });
    await change([id], { snoozed_until: inAnHour() });
    expect(await titles({ view: "done" })).toEqual([]);
    expect(await titles({ view: "snoozed" })).toEqual(["one"]);
    await change([id], { snoozed_until: null, read: true });
    expect(await titles({ view: "unread" })).toEqual([]);
    expect(await titles({ view: "all" })).toEqual(["one"]);
  });
});

describe("refused", () => {
  it.each([
    [{ view: "hidden" }, "view"],
    [{ search: "x".repeat(201) }, "search"],
  ])("a read of %o names its field", async (ask, detail) => {
    await expect(getInbox(pool, person, ask)).rejects.toMatchObject({ code: "PT400", detail });
  });

  it.each([
    [null, "change"],
    [{}, "change"],
    [{ title: "x" }, "change.title"],
    [{ archived: "yes" }, "change.archived"],
    [{ read: null }, "change.read"],
    [{ snoozed_until: "soon" }, "change.snoozed_until"],
    [{ snoozed_until: "2020-01-01T00:00:00Z" }, "change.snoozed_until"],
    [{ snoozed_until: "2999-01-01T00:00:00Z" }, "change.snoozed_until"],
  ])("a change to %j names its key and changes nothing", async (what, detail) => {
    const [id] = await tell({});
    await expect(change([id], what)).rejects.toMatchObject({ detail });
    expect(await titles({ view: "unread" })).toHaveLength(1);
  });

  it("more than a thousand, no list, and nobody", async () => {
    const ids = Array.from({ length: 1001 }, () => "00000000-0000-4000-8000-000000000000");
    await expect(change(ids, { read: true })).rejects.toMatchObject({ code: "PT400", detail: "ids" });
    await expect(change(null, { read: true })).rejects.toMatchObject({ code: "PT400", detail: "ids" });
    await expect(getInbox(pool, null)).rejects.toMatchObject({ code: "PT401" });
    await expect(changeNotifications(pool, null, [], { read: true })).rejects.toMatchObject({
      code: "PT401",
    });
  });
});

describe("another's", () => {
  it("is neither shown nor changed, nor is what belongs to a project one has left", async () => {
    const [id] = await tell({ title: "mine" });
    const stranger = await createUser(pool);
    await changeNotifications(pool, stranger, [id], { archived: true });
    expect((await getInbox(pool, stranger, { view: "all" })).rows).toEqual([]);
    expect(await titles({ view: "unread" })).toEqual(["mine"]);
    person = world.people.exMember;
    const [left] = await tell({ title: "left", project_id: world.projectId });
    expect(await titles({ view: "unread" })).not.toContain("left");
    await change([left], { archived: true });
    const sql = "select archived_at from public.notifications where id = $1";
    expect((await pool.query(sql, [left])).rows).toEqual([{ archived_at: null }]);
  });

  it("name is told to those who are in a project with them, and to nobody else", async () => {
    const { owner, member, stranger } = world.people;
    const names = async (asking: string) => {
      const client = await pool.connect();
      try {
        await client.query("begin");
        await client.query("select set_config('request.jwt.claims', $1, true)", [
          JSON.stringify({ sub: asking, role: "authenticated" }),
        ]);
        await client.query("select set_config('request.jwt.claim.sub', $1, true)", [asking]);
        await client.query("set local role authenticated");
        const sql = "select id from private.my_colleagues($1) order by id";
        return (await client.query<{ id: string }>(sql, [[owner, member, stranger]])).rows.map(
          ({ id }) => id,
        );
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    expect(await names(owner)).toEqual([owner, member].sort());
    expect(await names(stranger)).toEqual([stranger]);
  });
});
