import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { talkSchema } from "@/lib/leads/talk";
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

const ask = (person: string, sql: string, values: unknown[]) =>
  committedAs(
    pool,
    person,
    async (client) => (await client.query(`select ${sql} as answer`, values)).rows[0].answer,
  );
const write = (person: string, body: string, noteId: string = randomUUID()) =>
  ask(person, "public.write_note($1, $2, $3)", [noteId, leadId, body]);
const talk = async (person: string, before: readonly [string, string] | [] = [], size = 30) =>
  talkSchema.parse(
    await ask(person, "public.get_lead_talk($1, $2, $3, $4)", [leadId, before[0], before[1], size]),
  );
const message = (direction: string, at: string) =>
  pool.query(
    "insert into public.messages (project_id, lead_id, direction, sent_at) values ($1, $2, $3, $4)",
    [world.projectId, leadId, direction, at],
  );

describe("a lead's conversation", () => {
  it("has messages, meetings and notes in one line of time, newest first, with who wrote what", async () => {
    await message("in", "2026-11-01T10:00:00Z");
    await message("out", "2026-11-01T10:05:00Z");
    await pool.query(
      `insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
       values ($1, $2, '2026-11-02T09:00:00Z', '2026-11-02T10:00:00Z', 'canceled')`,
      [world.projectId, leadId],
    );
    await write(world.people.member, "Wants the corner flat");
    const { entries, next } = await talk(world.people.owner);
    expect(entries.map(({ kind, direction, state, body }) => [kind, direction, state, body])).toEqual([
      ["note", null, null, "Wants the corner flat"],
      ["meeting", null, "canceled", null],
      ["message", "out", null, null],
      ["message", "in", null, null],
    ]);
    expect(entries[0]?.actor).toMatchObject({ me: false });
    expect((await talk(world.people.member)).entries[0]?.actor).toMatchObject({ me: true });
    expect(next).toBeNull();
  });

  it("comes in pages, each entry once, also of entries of one instant", async () => {
    for (let n = 0; n < 7; n += 1) await message("in", "2026-11-01T10:00:00.123456Z");
    await write(world.people.owner, "After all of them");
    const seen: string[] = [];
    let before: readonly [string, string] | [] = [];
    for (let going = true; going;) {
      const page = await talk(world.people.owner, before, 3);
      seen.push(...page.entries.map(({ id }) => id));
      going = page.next !== null;
      if (page.next) before = [page.next.at, page.next.id];
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  it("comes with the lead in one answer, and says who may write", async () => {
    await write(world.people.owner, "A note");
    const lead = await ask(world.people.viewer, "public.get_lead($1)", [leadId]);
    expect(lead.talk.entries).toHaveLength(1);
    expect(lead.writes).toBe(false);
    expect((await ask(world.people.member, "public.get_lead($1)", [leadId])).writes).toBe(true);
  });

  it("is nobody's who is not in the project", async () => {
    await write(world.people.owner, "A secret");
    for (const person of [world.people.stranger, world.people.exMember])
      await expect(talk(person)).rejects.toMatchObject({ code: "PT404" });
  });
});

describe("a note", () => {
  const notes = async () =>
    (await pool.query("select body, author from public.lead_notes where lead_id = $1 order by at", [leadId]))
      .rows;

  it("that is sent twice is kept once; its id is good for no other text and no other person", async () => {
    const id = randomUUID();
    await write(world.people.owner, "Once", id);
    await write(world.people.owner, "Once", id);
    expect(await notes()).toEqual([{ body: "Once", author: world.people.owner }]);
    await expect(write(world.people.owner, "Twice", id)).rejects.toMatchObject({ code: "PT409" });
    await expect(write(world.people.member, "Once", id)).rejects.toMatchObject({ code: "PT409" });
  });

  it("is written by nobody who only looks, or is not there", async () => {
    for (const person of [world.people.viewer, world.people.stranger, world.people.exMember])
      await expect(write(person, "No")).rejects.toMatchObject({ code: "PT404" });
    expect(await notes()).toEqual([]);
  });

  it.each(["", "  \n ", "x".repeat(4_001)])("has words, and not too many (%#)", async (body) => {
    await expect(write(world.people.owner, body)).rejects.toMatchObject({ code: "PT400" });
  });

  it("is taken back by who wrote it, and by nobody else", async () => {
    const id = randomUUID();
    await write(world.people.owner, "A slip", id);
    const takeBack = (person: string) => ask(person, "public.take_back_note($1)", [id]);
    await expect(takeBack(world.people.member)).rejects.toMatchObject({ code: "PT404" });
    expect(await takeBack(world.people.owner)).toBe(true);
    expect(await notes()).toEqual([]);
    await expect(takeBack(world.people.owner)).rejects.toMatchObject({ code: "PT404" });
  });

  it("stays with its lead without a name when who wrote it has left, and goes with the lead", async () => {
    await write(world.people.member, "Stays");
    await committedErasure();
    expect(await notes()).toEqual([{ body: "Stays", author: null }]);
    expect((await talk(world.people.owner)).entries[0]?.actor).toBeNull();
    await pool.query("delete from public.leads where id = $1", [leadId]);
    expect(await notes()).toEqual([]);
  });
  const committedErasure = () => pool.query("select private.erase_user($1)", [world.people.member]);
});

it("what was written by WhatsApp stands in the line once, with its words and how far it came, for who is in the project", async () => {
  const { rows } = await message("in", "2026-12-01T10:00:00Z").then(() =>
    pool.query("select id from public.messages where lead_id = $1", [leadId]),
  );
  await pool.query(
    `with number as (
       insert into public.integration_connections (user_id, provider, kind) values ($1, 'whatsapp', 'personal')
       on conflict on constraint integration_connections_user_key do update set kind = excluded.kind returning id
     ), contact as (
       insert into private.whatsapp_contacts (connection_id, phone_number_id, wa_id, lead_id)
       select id, '106540352242922', '972502345678', $2 from number returning id
     )
     insert into private.whatsapp_messages (contact_id, lead_id, status, kind, body, at, message_id)
     select id, $2, 'received', 'text', 'How much?', '2026-12-01T10:00:00Z'::timestamptz, $3::uuid from contact
     union all select id, $2, 'read', 'text', 'Come and see', '2026-12-01T10:05:00Z', null from contact`,
    [world.people.owner, leadId, rows[0].id],
  );
  const told = (await talk(world.people.viewer)).entries.map(({ channel, direction, state, body }) => ({
    channel,
    direction,
    state,
    body,
  }));
  expect(told).toEqual([
    { channel: "whatsapp", direction: "out", state: "read", body: "Come and see" },
    { channel: "whatsapp", direction: "in", state: null, body: "How much?" },
  ]);
  const chat = "(select count(*)::integer from private.lead_chat($1, 'infinity', null, 30))";
  expect(await ask(world.people.stranger, chat, [leadId])).toBe(0);
  expect(await ask(world.people.stranger, "private.chat_message_ids($1)", [leadId])).toEqual([]);
});
