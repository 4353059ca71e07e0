import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { getNotifications, markRead } from "./notifications-client";
import { committedAs } from "./settings-client";
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

describe("a lead that changes its heat", () => {
  it("is told to each member of the project at once, and to nobody else", async () => {
    await committedAs(pool, world.people.member, (client) =>
      client.query("update public.leads set heat = 'burning' where id = $1", [world.leadId]),
    );
    const { rows } = await pool.query(
      "select user_id, category, type, priority, title, message, params, action_url from public.notifications where lead_id = $1",
      [world.leadId],
    );
    const { owner, member, viewer } = world.people;
    expect(rows.map(({ user_id }) => user_id).sort()).toEqual([owner, member, viewer].sort());
    expect(rows[0]).toMatchObject({
      category: "heatProgressions",
      type: "success",
      priority: "high",
      title: "Dana is now burning",
      message: "Heat went from cold to burning.",
      params: { kind: "lead.heat", lead_id: world.leadId, lead_name: "Dana", from: "cold", to: "burning" },
      action_url: `/leads/${world.leadId}`,
    });
  });

  it("tells nothing when the change is undone with its transaction", async () => {
    const before = (await pool.query("select from public.notifications")).rowCount;
    await actAs(pool, world.people.member, "authenticated", (client) =>
      client.query("update public.leads set heat = 'cold' where id = $1", [world.leadId]),
    );
    expect((await pool.query("select from public.notifications")).rowCount).toBe(before);
  });
});

describe("what one lead does within ten minutes", () => {
  let leadId: string;
  const turn = (...heats: string[]) =>
    committedAs(pool, world.people.member, async (client) => {
      for (const heat of heats)
        await client.query("update public.leads set heat = $2 where id = $1", [leadId, heat]);
    });
  const about = async (who: string) => {
    const { rows } = await getNotifications(pool, who);
    return rows
      .filter(({ lead_id }) => lead_id === leadId)
      .map(({ title, message }) => `${title}. ${message}`);
  };
  beforeEach(async () => {
    const { rows } = await pool.query(
      `insert into public.leads (project_id, name, heat)
       select project_id, 'Burst', 'cold' from public.leads where id = $1 returning id`,
      [world.leadId],
    );
    leadId = rows[0].id;
  });

  it("is one line for each person who has not read it, from where it began to where it is", async () => {
    const { owner, viewer } = world.people;
    await turn("warm");
    const [first] = (await getNotifications(pool, viewer)).rows;
    await markRead(pool, viewer, [first?.id ?? ""]);
    const { unread } = await getNotifications(pool, owner);
    await turn("hot", "burning");
    expect(await about(owner)).toEqual(["Burst is now burning. Heat went from cold to burning."]);
    expect((await getNotifications(pool, owner)).unread).toBe(unread);
    expect(await about(viewer)).toEqual([
      "Burst is now burning. Heat went from warm to burning.",
      "Burst is now warm. Heat went from cold to warm.",
    ]);
  });

  it("has no line when it is back where it was, and the lines it had are kept apart from archived ones", async () => {
    const { owner } = world.people;
    await turn("hot", "cold");
    expect(await about(owner)).toEqual([]);
    const kept =
      "select collapsed_at = archived_at as collapsed from public.notifications where lead_id = $1";
    const { rows } = await pool.query(`${kept} and user_id = $2`, [leadId, owner]);
    expect(rows).toEqual([{ collapsed: true }]);
  });

  it.each([
    ["ten minutes ago", "occurred_at = now() - interval '10 minutes'"],
    ["put off", "snoozed_until = now() + interval '1 hour'"],
    ["archived", "archived_at = now()"],
  ])("is a line of its own beside one that was %s", async (_, set) => {
    const { owner } = world.people;
    await turn("warm");
    await pool.query(`update public.notifications set ${set} where lead_id = $1`, [leadId]);
    await turn("hot");
    expect((await about(owner))[0]).toBe("Burst is now hot. Heat went from warm to hot.");
    const left = "select from public.notifications where lead_id = $1 and collapsed_at is not null";
    expect((await pool.query(left, [leadId])).rowCount).toBe(0);
  });
});
