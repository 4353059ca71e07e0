import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { talkSchema } from "@/lib/leads/talk";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
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
  const sql =
    "insert into public.leads (project_id, name, email) values ($1, 'Dana', 'dana@example.org') returning id";
  leadId = (await pool.query(sql, [world.projectId])).rows[0].id;
});

const begin = async (
  id: string,
  change: Partial<{ person: string; lead: string; subject: string; body: string }> = {},
) => {
  const { person = world.people.owner, lead = leadId, subject = "Offer", body = "As we said" } = change;
  const { rows } = await pool.query("select public.begin_lead_mail($1, $2, $3, $4, $5) as begun", [
    ...[person, id, lead, subject, body],
  ]);
  return rows[0].begun;
};
const settle = async (id: string, problem: string | null, providerId: string | null = null) =>
  (await pool.query("select public.settle_lead_mail($1, $2, $3) as settled", [id, problem, providerId]))
    .rows[0].settled;
const messages = async () =>
  (
    await pool.query(
      "select direction, reply_seconds from public.messages where lead_id = $1 order by sent_at",
      [leadId],
    )
  ).rows;
const talk = (person: string) =>
  committedAs(pool, person, async (client) => {
    const { rows } = await client.query("select public.get_lead_talk($1) as talk", [leadId]);
    return talkSchema.parse(rows[0].talk).entries;
  });

describe("a mail to a lead", () => {
  it("is one attempt's at a time, is sent once however often it is asked for, and is a message of the lead then", async () => {
    await pool.query(
      "insert into public.messages (project_id, lead_id, direction, sent_at) values ($1, $2, 'in', now() - interval '1 hour')",
      [world.projectId, leadId],
    );
    const id = randomUUID();
    expect(await begin(id)).toMatchObject({ go: true, to: "dana@example.org", subject: "Offer" });
    expect(await begin(id)).toMatchObject({ go: false, status: "sending" });
    expect((await talk(world.people.member))[0]).toMatchObject({ state: "sending", subject: "Offer" });
    expect(await settle(id, null, "<1@oven.example>")).toBe(true);
    expect(await begin(id)).toMatchObject({ go: false, status: "sent" });
    expect(await settle(id, "mailBlocked")).toBe(false);
    expect(await messages()).toEqual([
      { direction: "in", reply_seconds: null },
      { direction: "out", reply_seconds: 3600 },
    ]);
    const entries = await talk(world.people.member);
    expect(entries.map(({ direction, channel, state }) => [direction, channel, state])).toEqual([
      ["out", "email", "sent"],
      ["in", null, null],
    ]);
    expect(entries[0]?.actor).toMatchObject({ me: false });
  });

  it("that failed says why, is no message, and goes again as it was written", async () => {
    const id = randomUUID();
    await begin(id);
    await settle(id, "mailRecipient");
    expect((await talk(world.people.owner))[0]).toMatchObject({ state: "failed", problem: "mailRecipient" });
    expect(await messages()).toEqual([]);
    await expect(begin(id, { body: "Something else" })).rejects.toMatchObject({
      code: "PT409",
      detail: "mail_id",
    });
    expect(await begin(id)).toMatchObject({ go: true, body: "As we said" });
  });

  it("of which nobody knows says so once its minute is over, and may be tried again", async () => {
    const id = randomUUID();
    await begin(id);
    await pool.query(
      "update public.lead_mails set leased_until = now() - interval '1 second' where id = $1",
      [id],
    );
    expect((await talk(world.people.owner))[0]).toMatchObject({ state: "unknown" });
    expect(await begin(id)).toMatchObject({ go: true });
  });

  it("is written by nobody who only looks or is not there, nor under another's mail", async () => {
    for (const person of [world.people.viewer, world.people.stranger, world.people.exMember])
      await expect(begin(randomUUID(), { person })).rejects.toMatchObject({ code: "PT404" });
    const id = randomUUID();
    await begin(id);
    await expect(begin(id, { person: world.people.member })).rejects.toMatchObject({ code: "PT409" });
    for (const change of [
      { subject: " " },
      { subject: "x".repeat(201) },
      { body: "" },
      { body: "x".repeat(8_001) },
    ])
      await expect(begin(randomUUID(), change)).rejects.toMatchObject({ code: "PT400" });
  });

  it("is not written to who has no address, or wants no mails", async () => {
    const stop = (person: string, stopped: boolean) =>
      committedAs(pool, person, (client) =>
        client.query("select public.set_lead_mail_stop($1, $2)", [leadId, stopped]),
      );
    for (const person of [world.people.viewer, world.people.stranger])
      await expect(stop(person, true)).rejects.toMatchObject({ code: "PT404" });
    await stop(world.people.member, true);
    await stop(world.people.owner, true);
    await expect(begin(randomUUID())).rejects.toMatchObject({ code: "PT409", detail: "optedOut" });
    await stop(world.people.owner, false);
    expect(await begin(randomUUID())).toMatchObject({ go: true });
    await pool.query("update public.leads set email = null where id = $1", [leadId]);
    await expect(begin(randomUUID())).rejects.toMatchObject({ code: "PT409", detail: "noAddress" });
  });

  it("is begun and settled by the server alone", async () => {
    for (const call of ["public.begin_lead_mail($1, $1, $1, '', '')", "public.settle_lead_mail($1)"])
      await expect(
        actAs(pool, world.people.owner, "authenticated", (client) =>
          client.query(`select ${call}`, [randomUUID()]),
        ),
      ).rejects.toMatchObject({ code: "42501" });
    const id = randomUUID();
    const asServer = (sql: string, values: unknown[]) =>
      actAs(pool, world.people.owner, "service_role", (client) => client.query(sql, values));
    await asServer(
      "select public.begin_lead_mail($1, $2, $3, 'Offer', 'Text'), public.settle_lead_mail($2)",
      [world.people.owner, id, leadId],
    );
  });
});
