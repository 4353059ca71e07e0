import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { createNotification, markRead } from "./notifications-client";
import { patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(() => pool.query("delete from realtime.messages"));

const sent = async () => {
  const sql = "select topic, event, payload, private from realtime.messages order by inserted_at";
  return (await pool.query(sql)).rows;
};

describe("a hint", () => {
  it("of a new notification goes to its owner's private channel and says only where to look", async () => {
    const { id, seq } = await createNotification(pool, { user_id: world.people.owner, title: "Secret" });
    expect(await sent()).toEqual([
      { topic: `user:${world.people.owner}`, event: "notification", payload: { id, seq }, private: true },
    ]);
  });

  it("of rows marked as read is one for the person, not one a row", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1)
      ids.push((await createNotification(pool, { user_id: world.people.owner, title: "News" })).id);
    await pool.query("delete from realtime.messages");
    await markRead(pool, world.people.owner, ids);
    expect((await sent()).map(({ event }) => event)).toEqual(["notification"]);
  });

  it("of settings names section, project and version, and comes with a change only", async () => {
    const { owner } = world.people;
    const call = { project: world.projectId, patch: { widget_visibility: { insights: false } } };
    const { version } = await patchSettings(pool, owner, call);
    await patchSettings(pool, owner, call);
    const about = { section: "dashboard", project_id: world.projectId, version };
    expect(await sent()).toMatchObject([{ topic: `user:${owner}`, event: "settings", payload: about }]);
  });

  it("of a change that is rolled back is never sent", async () => {
    await actAs(pool, world.people.owner, "authenticated", (client) =>
      client.query("update public.notifications set read = true"),
    );
    expect(await sent()).toEqual([]);
  });

  it("is left out on a database without Realtime, and nothing else changes", async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      await admin.query("alter schema realtime rename to elsewhere");
      expect((await createNotification(pool, { user_id: world.people.member, title: "News" })).seq).toBe(1);
    } finally {
      await admin.query("alter schema elsewhere rename to realtime");
      await admin.end();
    }
    expect(await sent()).toEqual([]);
  });

  it("of a meeting that is booked, moved, canceled or removed names its lead, and of one of long ago nothing", async () => {
    const { owner, member, viewer } = world.people;
    const topics = [owner, member, viewer].map((person) => `user:${person}`).toSorted();
    const told = async (sql: string, ...values: unknown[]) => {
      await pool.query("delete from realtime.messages");
      await pool.query(sql, [world.leadId, ...values]);
      const hints = (await sent()).filter(({ event }) => event === "lead");
      for (const { payload } of hints) expect(payload).toMatchObject({ lead_id: world.leadId });
      return hints.map(({ topic }) => topic).toSorted();
    };
    const book = `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
      select project_id, id, $2::timestamptz, $2::timestamptz + interval '1 hour' from public.leads where id = $1`;
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    expect(await told(book, "2020-01-01T10:00:00Z")).toEqual([]);
    expect(await told(book, soon)).toEqual(topics);
    const change = (set: string) =>
      `update public.meetings set ${set} where lead_id = $1 and starts_at > now()`;
    expect(await told(change("starts_at = starts_at + interval '10 minutes'"))).toEqual(topics);
    expect(await told(change("status = 'canceled'"))).toEqual(topics);
    expect(await told("delete from public.meetings where lead_id = $1")).toEqual(topics);
  });

  it("of what was said at a lead goes to everybody in its project, and names the lead alone", async () => {
    const { owner, member, viewer } = world.people;
    const topics = [owner, member, viewer].map((person) => `user:${person}`).sort();
    const about = async () => {
      const told = (await sent()).filter(({ event }) => event === "lead");
      for (const {
        payload: { id: _, ...about },
      } of told)
        expect(about).toEqual({ lead_id: world.leadId });
      return told.map(({ topic }) => topic).sort();
    };
    await pool.query(
      "insert into public.messages (project_id, lead_id, direction) select $1, $2, 'in' from generate_series(1, 3)",
      [world.projectId, world.leadId],
    );
    expect(await about()).toEqual(topics);
    await pool.query("delete from realtime.messages");
    await pool.query(
      `insert into public.lead_notes (id, project_id, lead_id, body) values (gen_random_uuid(), $1, $2, 'A secret')`,
      [world.projectId, world.leadId],
    );
    expect(await about()).toEqual(topics);
  });
});

describe("the channel of a person", () => {
  const visible = (person: string, topic: string) =>
    actAs(pool, person, "authenticated", async (client) => {
      await client.query("select set_config('realtime.topic', $1, true)", [topic]);
      return (await client.query("select from realtime.messages where topic = $1", [topic])).rowCount;
    });
  beforeEach(() => createNotification(pool, { user_id: world.people.owner, title: "News" }));

  it("is open to that person and to nobody else", async () => {
    const topic = `user:${world.people.owner}`;
    expect(await visible(world.people.owner, topic)).toBe(1);
    expect(await visible(world.people.member, topic)).toBe(0);
    expect(await visible(world.people.stranger, topic)).toBe(0);
  });

  it("carries broadcasts only", async () => {
    await pool.query("update realtime.messages set extension = 'presence'");
    expect(await visible(world.people.owner, `user:${world.people.owner}`)).toBe(0);
  });

  it.each(["owner", "stranger"] as const)("takes no message from a browser, here %s's", async (who) => {
    const attempt = actAs(pool, world.people[who], "authenticated", async (client) => {
      await client.query("select set_config('realtime.topic', $1, true)", [`user:${world.people.owner}`]);
      await client.query(
        "insert into realtime.messages (topic, extension, event) values ($1, 'broadcast', 'x')",
        [`user:${world.people.owner}`],
      );
    });
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });
});
