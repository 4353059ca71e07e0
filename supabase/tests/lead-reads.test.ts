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

describe("what a page reads of leads", () => {
  const read = (person: string, sql: string, values: unknown[]) =>
    committedAs(
      pool,
      person,
      async (client) => (await client.query(`select ${sql} as answer`, values)).rows[0].answer,
    );

  it("lists those of the project, by heat where one is asked for, without address and phone", async () => {
    await change(world.people.owner, "heat = 'burning'");
    const { leads: burning } = await read(world.people.viewer, "public.get_leads($1, 'burning')", [
      world.projectId,
    ]);
    expect(burning.map(({ id }: { id: string }) => id)).toContain(leadId);
    expect(Object.keys(burning[0]).filter((key) => ["email", "phone"].includes(key))).toEqual([]);
    const { leads: cold } = await read(world.people.viewer, "public.get_leads($1, 'cold')", [
      world.projectId,
    ]);
    expect(cold.map(({ id }: { id: string }) => id)).not.toContain(leadId);
  });

  it("lists no more than is asked for, the latest activity first", async () => {
    await change(world.people.owner, "heat = 'warm'");
    const { leads } = await read(world.people.owner, "public.get_leads($1, null, 1)", [world.projectId]);
    expect(leads.map(({ id }: { id: string }) => id)).toEqual([leadId]);
  });

  it("is nothing for a stranger", async () => {
    expect(await read(world.people.stranger, "public.get_leads($1)", [world.projectId])).toEqual({
      leads: [],
      next: null,
    });
    await expect(read(world.people.stranger, "public.get_lead($1)", [leadId])).rejects.toMatchObject({
      code: "PT404",
      detail: "lead_id",
    });
  });

  it("says who did it: the reader, somebody by name, somebody who has left, or nobody", async () => {
    const { owner, member, viewer, exMember } = world.people;
    const ofExMember = "insert into public.project_members (project_id, user_id) values ($1, $2)";
    await pool.query(ofExMember, [world.projectId, exMember]);
    await change(exMember, "heat = 'warm'");
    await pool.query("delete from public.project_members where user_id = $1", [exMember]);
    await change(member, "heat = 'hot'");
    await change(viewer, "heat = 'burning'");
    await pool.query("update public.leads set bant_need = true where id = $1", [leadId]);
    await change(owner, "status = 'won'");
    const { lead_events: told } = await read(owner, "public.get_lead($1)", [leadId]);
    const name = async (id: string) =>
      (await pool.query("select split_part(email, '@', 1) as name from auth.users where id = $1", [id]))
        .rows[0].name;
    expect(told.map(({ kind, actor }: { kind: string; actor: unknown }) => [kind, actor])).toEqual([
      ["status", { name: await name(owner), me: true }],
      ["bant", null],
      ["heat", { name: await name(member), me: false }],
      ["heat", { name: null, me: false }],
      ["created", null],
    ]);
  });

  it("has one lead's events, newest first", async () => {
    await change(world.people.owner, "heat = 'hot'");
    const { lead_events: told } = await read(world.people.viewer, "public.get_lead($1)", [leadId]);
    expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(["heat", "created"]);
  });
});
