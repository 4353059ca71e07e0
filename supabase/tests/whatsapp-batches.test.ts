import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedBy } from "./asked-by";
import { sendEntries, valueOf } from "@/local/providers/graph/webhooks";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";
import { deliver, makeEventsDue, now, refusing, text } from "./whatsapp-told";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
const bodies = async (person: Person) => (await person.chat())?.messages.map(({ body }) => body).toSorted();
const waiting = () => ground.ask("select from private.integration_events");

describe("a delivery of six hundred messages", () => {
  it("is kept in one request, and worked in by one run in a fiftieth of as many", async () => {
    const person = await connected();
    const messages = Array.from({ length: 600 }, (_, at) => text(person, String(at)));
    const told = await askedBy(async () =>
      expect(await deliver(ground.site, person, { messages })).toBe(200),
    );
    expect(told).toEqual({ keep_whatsapp_events: 1 });
    const { runIntegrations } = await import("@/lib/integrations/worker");
    const parts = ground.service.platform();
    if (!parts) throw new Error("it is configured");
    const run = await askedBy(async () =>
      expect(await runIntegrations(parts, () => true)).toMatchObject({ events: 600 }),
    );
    // Twelve of fifty. A slow machine may need more than one request for fifty: what takes over a second is cut.
    expect(run.take_integration_events).toBe(13);
    expect(run.find_integration).toBe(12);
    expect(run.work_in_whatsapp).toBeLessThan(60);
    expect(await waiting()).toEqual([]);
    const [kept] = await ground.ask<{ n: number }>(
      "select count(*)::int as n from private.whatsapp_messages where lead_id = $1",
      person.lead,
    );
    expect([kept?.n, (await person.messages()).length]).toEqual([600, 600]);
  });
});

describe("a batch", () => {
  it("of two accounts, two changes each and three messages in each, brings each to its own, and a foreign number's nowhere", async () => {
    const people = [await connected(), await connected()];
    const entries = people.map((person) => ({
      id: person.account.id,
      changes: [person.number, person.number].map((number, half) => ({
        field: "messages",
        value: valueOf({ messages: ["a", "b", "c"].map((name) => text(person, `${name}${half}`)) }, number),
      })),
    }));
    const [first] = entries;
    const foreign = valueOf({ messages: people.map((person) => text(person, "foreign")) }, "999999999999");
    const changes = [...(first?.changes ?? []), { field: "messages", value: foreign }];
    const all = [{ ...first, id: people[0]?.account.id ?? "", changes }, ...entries.slice(1)];
    expect(await sendEntries(`${ground.site}/api/webhooks/whatsapp`, all)).toBe(200);
    await ground.run();
    for (const person of people) expect(await bodies(person)).toEqual(["a0", "a1", "b0", "b1", "c0", "c1"]);
  });

  it("holds each thing once, however often a delivery has it", async () => {
    const person = await connected();
    const messages = [text(person, "one"), text(person, "two"), text(person, "one")];
    await deliver(ground.site, person, { messages });
    expect(await waiting()).toHaveLength(2);
    await ground.run();
    expect(await bodies(person)).toEqual(["one", "two"]);
  });

  it("of steps in any order leaves a message at its furthest", async () => {
    const person = await connected();
    await person.write("hi");
    await ground.run();
    await ground.service.replyByWhatsApp(person.userId, { leadId: person.lead, text: "hello" });
    const [sent] = ground.graph.messages().slice(-1);
    const statuses = ["read", "sent", "delivered", "failed"].map((status) => ({
      id: sent?.id,
      status,
      timestamp: now(),
    }));
    await deliver(ground.site, person, { statuses });
    await ground.run();
    const chat = await person.chat();
    expect(chat?.messages.map(({ status }) => status).toSorted()).toEqual(["read", "received"]);
  });

  it("with one that cannot be stored is worked in but for that one, which comes when it can be", async () => {
    const person = await connected();
    const mend = await refusing(ground, "bad");
    await deliver(ground.site, person, {
      messages: ["good", "bad", "better"].map((name) => text(person, name)),
    });
    await ground.run();
    expect(await bodies(person)).toEqual(["better", "good"]);
    expect(await waiting()).toHaveLength(1);
    await mend();
    await makeEventsDue(ground);
    await ground.run();
    expect(await bodies(person)).toEqual(["bad", "better", "good"]);
  });

  it("with what no database takes (a sign without a name, half a letter, a year far off) is worked in all the same", async () => {
    const person = await connected();
    const long = `${"x".repeat(4_095)}😀`;
    const messages = [
      text(person, "1", "a\0b"),
      text(person, "2", "half \ud83d"),
      text(person, "3", long),
      text(person, "4", "far", { timestamp: "999999999999" }),
      text(person, "5", "good"),
    ];
    await deliver(ground.site, person, { messages });
    await ground.run();
    expect(await bodies(person)).toEqual(["a\ufffdb", "good", "half \ufffd", `${"x".repeat(4_095)}\ufffd`]);
    expect(await waiting()).toEqual([]);
  });

  it("that a worker holds keeps nobody waiting who tells more", async () => {
    const person = await connected();
    const { id } = (await person.connection()) ?? {};
    const worker = await ground.database.pool.connect();
    try {
      await worker.query("begin");
      await worker.query("select public.work_in_whatsapp($1, '[]')", [id]);
      expect(await person.write("meanwhile")).toBe(200);
      await worker.query("commit");
    } finally {
      worker.release();
    }
    await ground.run();
    expect(await bodies(person)).toEqual(["meanwhile"]);
  });
});
