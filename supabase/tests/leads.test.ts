import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
let leadId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const sql = "insert into public.leads (project_id, name) values ($1, 'Dana') returning id";
  leadId = (await pool.query(sql, [world.projectId])).rows[0].id;
});

const change = (person: string, set: string) =>
  committedAs(pool, person, (client) =>
    client.query(`update public.leads set ${set} where id = $1`, [leadId]),
  );
const events = async () => {
  const sql =
    "select kind, before, after, actor from public.lead_events where lead_id = $1 and kind <> 'created' order by id";
  return (await pool.query(sql, [leadId])).rows;
};
const lead = async () => (await pool.query("select * from public.leads where id = $1", [leadId])).rows[0];

describe("a change of a lead", () => {
  it("is recorded part by part, with who made it", async () => {
    await change(
      world.people.member,
      "heat = 'hot', bant_budget = true, bant_need = true, status = 'qualified'",
    );
    const actor = world.people.member;
    expect(await events()).toEqual([
      { kind: "heat", before: "cold", after: "hot", actor },
      { kind: "bant", before: { budget: false }, after: { budget: true }, actor },
      { kind: "bant", before: { need: false }, after: { need: true }, actor },
      { kind: "status", before: "open", after: "qualified", actor },
    ]);
  });

  it("that changes nothing records nothing", async () => {
    await change(world.people.member, "heat = 'cold'");
    expect(await events()).toEqual([]);
  });

  it("is refused beyond the limit of a minute, and changes nothing", async () => {
    await pool.query("update private.rate_limits set per_minute = 1 where name = 'leads'");
    const sql = "update public.leads set heat = $2 where id = $1";
    // In one transaction, which is of one minute.
    const twice = committedAs(pool, world.people.owner, async (client) => {
      await client.query(sql, [leadId, "warm"]);
      return client.query(sql, [leadId, "hot"]);
    });
    await expect(twice).rejects.toMatchObject({ code: "PT429" });
    expect(await lead()).toMatchObject({ heat: "cold" });
    await pool.query("update private.rate_limits set per_minute = 300 where name = 'leads'");
  });

  it("by the person in no role to change it reaches nothing", async () => {
    expect((await change(world.people.viewer, "heat = 'hot'")).rowCount).toBe(0);
  });

  it("of status keeps the dates: qualified and won are stamped, reopening clears them, losing keeps the first", async () => {
    await change(world.people.owner, "status = 'qualified'");
    const { qualified_at: qualifiedAt } = await lead();
    expect(qualifiedAt).toBeInstanceOf(Date);
    await change(world.people.owner, "status = 'won'");
    expect(await lead()).toMatchObject({ qualified_at: qualifiedAt, won_at: expect.any(Date) });
    await change(world.people.owner, "status = 'lost'");
    expect(await lead()).toMatchObject({ qualified_at: qualifiedAt, won_at: null });
    await change(world.people.owner, "status = 'open'");
    expect(await lead()).toMatchObject({ qualified_at: null, won_at: null });
  });
});

describe("a judgement about a lead", () => {
  const judge = (person: string, judgement: unknown, id = leadId) =>
    committedAs(pool, person, async (client) => {
      const sql = "select public.judge_lead($1, $2) as judged";
      return (await client.query(sql, [id, JSON.stringify(judgement)])).rows[0].judged;
    });

  it("changes what it names, leaves the rest, and answers all that is judged", async () => {
    await judge(world.people.member, { heat: "hot", bant_need: true });
    expect(await judge(world.people.owner, { status: "qualified" })).toEqual({
      heat: "hot",
      status: "qualified",
      bant_budget: false,
      bant_authority: false,
      bant_need: true,
      bant_timeline: false,
    });
    expect(await lead()).toMatchObject({ heat: "hot", status: "qualified", bant_need: true });
  });

  it("that takes one back takes nothing back that is newer, and says so", async () => {
    const takeBack = (person: string) =>
      committedAs(pool, person, (client) =>
        client.query("select public.judge_lead($1, $2, $3)", [leadId, { heat: "cold" }, { heat: "hot" }]),
      );
    await judge(world.people.member, { heat: "hot" });
    await judge(world.people.owner, { status: "won", heat: "burning" });
    await expect(takeBack(world.people.member)).rejects.toMatchObject({ code: "PT409", detail: "since" });
    expect(await lead()).toMatchObject({ heat: "burning", status: "won" });
    await judge(world.people.owner, { heat: "hot" });
    await takeBack(world.people.member);
    expect(await lead()).toMatchObject({ heat: "cold", status: "won" });
  });

  it.each(["viewer", "stranger"] as const)("by the %s finds no lead to change", async (person) => {
    await expect(judge(world.people[person], { heat: "hot" })).rejects.toMatchObject({ code: "PT404" });
    expect(await lead()).toMatchObject({ heat: "cold" });
  });

  it.each([
    [{ heat: 3 }, "heat"],
    [{ bant_need: "yes" }, "bant_need"],
    [{ name: "Ruth" }, "name"],
    [{ heat: "boiling" }, "heat"],
    [{ status: "hot" }, "status"],
    ["hot", "judgement"],
  ])("%j is refused with %s named, and changes nothing", async (judgement, detail) => {
    await expect(judge(world.people.owner, judgement)).rejects.toMatchObject({ code: "PT400", detail });
    expect(await lead()).toMatchObject({ heat: "cold", name: "Dana" });
  });
});

describe("what belongs to a lead", () => {
  it("stays in the lead's project", async () => {
    const astray = pool.query(
      "insert into public.messages (project_id, lead_id, direction) values ($1, $2, 'in')",
      [world.foreignProjectId, leadId],
    );
    await expect(astray).rejects.toMatchObject({ code: "23503" });
  });

  it("begins with an event of the lead's own time", async () => {
    const sql = `select e.at = l.created_at as same from public.lead_events e join public.leads l on l.id = e.lead_id
      where e.lead_id = $1 and e.kind = 'created'`;
    expect((await pool.query(sql, [leadId])).rows).toEqual([{ same: true }]);
  });
});
