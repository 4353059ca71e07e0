import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { getNotifications, markBatch, markRead, takeBackBatch, type Batch } from "./notifications-client";
import { committedAs, untilSomebodyWaits } from "./settings-client";
import { createWorld, type World } from "./world";

/** The database's. */
const batchSize = 1000;

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

const tell = (count: number, project: string | null = null, to = person) =>
  pool.query(
    `insert into public.notifications (user_id, category, title, project_id)
     select $1, 'leadUpdates', 'News', $3 from generate_series(1, $2)`,
    [to, count, project],
  );

/** Every row of the person, newest first. */
const state = async (to = person) => {
  const sql = `select id, seq::int, read, read_at::text from public.notifications where user_id = $1 order by seq desc`;
  return (await pool.query<{ id: string; seq: number; read: boolean; read_at: string | null }>(sql, [to]))
    .rows;
};
const readSeqs = async () => (await state()).filter(({ read }) => read).map(({ seq }) => seq);

/** Calls as the bell does: each batch from where the one before it ended. */
async function inBatches(
  through: number,
  call: (through: number, markedAt: string | null) => Promise<Batch>,
) {
  const answers = [await call(through, null)];
  for (let last = answers[0]; last && last.next !== null; last = answers.at(-1))
    answers.push(await call(last.next, last.marked_at));
  return answers;
}
const markAll = (through: number) =>
  inBatches(through, (next, markedAt) => markBatch(pool, person, next, markedAt));

describe("the unread count", () => {
  it.each([
    [99, 99],
    [100, 100],
    [250, 100],
  ])("of %i is %i: it stops at a hundred", async (told, counted) => {
    await tell(told);
    expect(await getNotifications(pool, person)).toMatchObject({ unread: counted, head: told });
    expect(await markRead(pool, person, [])).toMatchObject({ unread: counted, head: told });
  });

  it("is no hundred because of older rows that the person does not see", async () => {
    const { exMember, stranger } = world.people;
    const before = (await getNotifications(pool, exMember)).unread;
    await tell(150, world.projectId, exMember);
    expect((await getNotifications(pool, exMember)).unread).toBe(before);
    await tell(5, world.foreignProjectId, stranger);
    expect((await getNotifications(pool, stranger)).unread).toBe(5);
  });
});

describe("all read", () => {
  it("goes in batches from the newest down, and touches nothing that is newer than it names", async () => {
    await tell(2 * batchSize + 300);
    const { head } = await getNotifications(pool, person);
    await tell(1);
    const first = await markBatch(pool, person, head);
    expect(first.next).toBe(head - batchSize);
    expect(await readSeqs()).toEqual(Array.from({ length: batchSize }, (_, place) => head - place));
    const answers = await markAll(head);
    expect(answers.map(({ next }) => next)).toEqual([300, null]);
    expect(answers.at(-1)).toMatchObject({ unread: 1, head: head + 1 });
    expect((await state()).filter(({ read }) => !read).map(({ seq }) => seq)).toEqual([head + 1]);
  });

  it("is taken back exactly: all its batches, and none of what was read before it or marked since", async () => {
    await tell(2 * batchSize + 10);
    const ids = (await state()).map(({ id }) => id);
    await markRead(pool, person, ids.slice(5, 8));
    const before = await state();
    const answers = await markAll(before.length);
    const [markedAt] = answers.map(({ marked_at }) => marked_at);
    expect(new Set(answers.map(({ marked_at }) => marked_at)).size).toBe(1);
    await markRead(pool, person, ids.slice(0, 2), false);
    await markRead(pool, person, ids.slice(0, 1));
    const [reread] = await state();
    const back = await inBatches(before.length, (next) =>
      takeBackBatch(pool, person, next, markedAt ?? null),
    );
    expect(back.at(-1)).toMatchObject({ next: null, unread: 100 });
    expect(await state()).toEqual([reread, ...before.slice(1)]);
  });

  it("leaves what the person may not see as it is", async () => {
    const { exMember } = world.people;
    await markBatch(pool, exMember, 1_000_000);
    const sql =
      "select distinct read from public.notifications where user_id = $1 and project_id is not null";
    expect((await pool.query(sql, [exMember])).rows).toEqual([{ read: false }]);
  });

  it("of another person is not touched", async () => {
    await tell(3);
    await markBatch(pool, await createUser(pool), 3);
    expect(await readSeqs()).toEqual([]);
  });

  it("is not taken back without its moment, and needs a person", async () => {
    await expect(takeBackBatch(pool, person, 3, null)).rejects.toMatchObject({ code: "PT400" });
    const nobody = pool.query("select public.mark_notifications_through(3)");
    await expect(nobody).rejects.toMatchObject({ code: "PT401" });
  });
});

describe("while a batch of all read is not committed", () => {
  /** A batch of somebody with twice as much, open while `work` runs. */
  async function during(work: () => Promise<void>) {
    await tell(2 * batchSize);
    await committedAs(pool, person, async (client) => {
      await client.query("select public.mark_notifications_through($1)", [2 * batchSize]);
      await work();
    });
  }

  it("no insert for the person waits: their counter is free", () =>
    during(async () => {
      // Fails at once where the row is held; an insert would wait for it.
      const counter = "select from private.notification_counters where user_id = $1 for update nowait";
      expect((await pool.query(counter, [person])).rowCount).toBe(1);
      await tell(1);
      expect((await state())[0]).toMatchObject({ seq: 2 * batchSize + 1, read: false });
    }));

  it("it holds the rows of one batch and no other", () =>
    during(async () => {
      const free = "select seq::int from public.notifications where user_id = $1 for update skip locked";
      const { rows } = await pool.query(free, [person]);
      expect(rows.map(({ seq }) => seq).sort((a, b) => b - a)).toEqual(
        Array.from({ length: batchSize }, (_, place) => batchSize - place),
      );
    }));

  it("that of a second device waits, marks what is left, and keeps the first one's moment", async () => {
    let second: Promise<Batch[]> | undefined;
    await during(async () => {
      second = markAll(2 * batchSize);
      await untilSomebodyWaits(pool);
    });
    expect((await second)?.at(-1)).toMatchObject({ unread: 0, next: null });
    const moments = (await state()).map(({ read_at }) => read_at);
    expect(new Set(moments.slice(0, batchSize)).size).toBe(1);
    expect(new Set(moments.slice(batchSize)).size).toBe(1);
    expect(moments[0]).not.toBe(moments.at(-1));
  });
});

it("notifications that come while all is marked read get their numbers without a hole, and stay unread", async () => {
  await tell(3 * batchSize);
  const told = Array.from({ length: 40 }, () => tell(1));
  await Promise.all([markAll(3 * batchSize), ...told]);
  const rows = await state();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => 3 * batchSize + 40 - place));
  expect(rows.map(({ read }) => read)).toEqual(rows.map((_, place) => place >= 40));
});
