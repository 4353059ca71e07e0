import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphApp } from "@/local/providers/graph/app";
import { sendEntries } from "@/local/providers/graph/webhooks";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
const hook = () => `${ground.site}/api/webhooks/whatsapp`;
const contacts = ({ userId }: Person) =>
  ground.ask<Record<string, unknown>>(
    `select t.* from private.whatsapp_contacts t join public.integration_connections c on c.id = t.connection_id
     where c.user_id = $1 order by t.id`,
    userId,
  );
describe("a message of a lead", () => {
  it("is kept and answered at once, and worked in: it is on the lead, told once, and opens the window", async () => {
    const person = await connected();
    expect(await person.write("שלום 😀")).toBe(200);
    expect(await person.messages()).toEqual([]);
    await ground.run();
    expect(await person.messages()).toMatchObject([{ direction: "in" }]);
    expect(await person.told()).toEqual(["message.received"]);
    expect(await person.chat()).toMatchObject({
      window: { state: "open" },
      messages: [{ status: "received", kind: "text", body: "שלום 😀" }],
    });
  });

  it("that comes a hundred times, also at once, is one message and one notice", async () => {
    const person = await connected();
    const again = () => person.write("again", { id: `wamid.${person.lead}` });
    for (let round = 0; round < 10; round += 1)
      expect(await Promise.all(Array.from({ length: 10 }, again))).toEqual(Array(10).fill(200));
    await ground.run();
    await again();
    await ground.run();
    expect(await person.messages()).toHaveLength(1);
    expect(await person.told()).toEqual(["message.received"]);
  });

  it("of more than 3 MB is not read; of a little less it is, with all that is in it", async () => {
    const person = await connected();
    const metadata = { phone_number_id: person.number };
    const message = (id: string, body: string) => ({
      id: `wamid.${person.lead}.${id}`,
      from: person.phone,
      timestamp: String(Math.floor(Date.now() / 1_000)),
      type: "text",
      text: { body },
    });
    const send = (count: number) => {
      const messages = Array.from({ length: count }, (_, at) => message(String(at), "x".repeat(200_000)));
      const entry = [
        { id: person.account.id, changes: [{ field: "messages", value: { metadata, messages } }] },
      ];
      return sendEntries(hook(), entry);
    };
    expect([413, null]).toContain(await send(16));
    expect(await send(12)).toBe(200);
    await ground.run();
    expect((await person.messages()).length).toBe(12);
  });

  it("that Meta brings days later is on the lead, opens nothing any more and is no news", async () => {
    const person = await connected();
    await person.write("late", { at: Date.now() - 3 * 86_400_000 });
    await ground.run();
    expect(await person.messages()).toHaveLength(1);
    expect(await person.told()).toEqual([]);
    expect(await person.chat()).toMatchObject({ window: { state: "closed" } });
    await person.write("too late", { at: Date.now() - 9 * 86_400_000 });
    await ground.run();
    expect(await person.messages()).toHaveLength(1);
  });

  it("of a stranger is not kept, and of a number that nobody has connected goes nowhere", async () => {
    const [person, other] = [await connected(), await connected()];
    await ground.graph.phones.write({ from: "972529999999", number: person.number, body: "who?" });
    await ground.graph.phones.write({ from: other.phone, number: person.number, body: "to another" });
    await ground.graph.phones.write({ from: person.phone, number: graphApp.phoneNumberId, body: "platform" });
    const changes = [
      { field: "messages", value: { metadata: { phone_number_id: "999" }, messages: [{ id: "x" }] } },
    ];
    expect(await sendEntries(hook(), [{ id: "nobody", changes }])).toBe(200);
    await ground.run();
    expect([await person.messages(), await other.messages()]).toEqual([[], []]);
    expect([await person.told(), await other.told()]).toEqual([[], []]);
    const [kept] = await ground.ask<{ n: number }>(
      "select count(*)::int as n from private.integration_events",
    );
    expect(kept?.n).toBe(0);
  });

  it("is not written down where its owner does not want that; the window and a stop count all the same", async () => {
    const person = await connected();
    await ground.ask(
      `update public.user_app_preferences set integration_settings = '{"whatsapp": {"enabled": true, "messageSync": false}}'
       where user_id = $1`,
      person.userId,
    );
    await person.write("hello");
    await ground.run();
    expect(await person.messages()).toEqual([]);
    expect(await person.chat()).toMatchObject({ window: { state: "open" }, messages: [] });
    await person.write("STOP");
    await ground.run();
    expect(await person.chat()).toMatchObject({ window: { state: "optedOut" } });
  });
});

it("an event that is done, or of a connection that has ended, is not worked in again", async () => {
  const person = await connected();
  const { id } = (await person.connection()) ?? {};
  const wish = { what: "wish", number: person.number, wa_id: person.phone, wish: "stop", at: new Date() };
  const work = (event: number) =>
    ground.ask("select public.work_in_whatsapp($1, $2) as became", id, JSON.stringify([{ ...wish, event }]));
  expect(await work(999_999)).toEqual([{ became: ["old"] }]);
  const [kept] = await ground.ask<{ id: number }>(
    "insert into private.integration_events (connection_id, body) values ($1, '{}') returning id::int",
    id,
  );
  await ground.ask("update public.integration_connections set status = 'disconnected' where id = $1", id);
  expect(await work(kept?.id ?? 0)).toEqual([{ became: ["old"] }]);
  expect(await contacts(person)).toEqual([]);
});

describe("a person", () => {
  it("who gets another number, or another name of Meta's, is the same contact", async () => {
    const person = await connected();
    await person.write("hi", { more: { from_user_id: "IL.1" } });
    const renamed = {
      body: "changed",
      user_id: "IL.2",
      previous_user_id: "IL.1",
      type: "user_changed_user_id",
    };
    await person.write("", { more: { type: "system", system: renamed, from: undefined, text: undefined } });
    await ground.run();
    expect(await contacts(person)).toMatchObject([
      { wa_id: person.phone, bsuid: "IL.2", lead_id: person.lead },
    ]);
    const moved = { body: "changed", wa_id: "972541111111", type: "user_changed_number" };
    await person.write("", { more: { type: "system", system: moved, text: undefined } });
    await ground.run();
    expect(await contacts(person)).toMatchObject([
      { wa_id: "972541111111", bsuid: "IL.2", lead_id: person.lead },
    ]);
    expect(await person.chat()).toMatchObject({ window: { state: "open" } });
  });

  it("who stops, in their own words or in the settings of the chat, is written to no more until they start again", async () => {
    const person = await connected();
    await person.write("hi");
    await person.write("הסר");
    await ground.run();
    const reply = { leadId: person.lead, text: "but" };
    expect(await ground.service.replyByWhatsApp(person.userId, reply)).toMatchObject({
      error: { code: "conflict", path: "optedOut" },
    });
    await person.write("START");
    await ground.run();
    expect(await person.chat()).toMatchObject({ window: { state: "open" } });
    await ground.graph.phones.prefer(person.number, person.phone, "stop");
    await ground.run();
    expect(await person.chat()).toMatchObject({ window: { state: "optedOut" } });
  });

  it("whose start comes again after a later stop stays stopped", async () => {
    const person = await connected();
    const at = Date.now() - 60_000;
    await person.write("START", { id: "wamid.start", at });
    await person.write("STOP", { at: at + 30_000 });
    await ground.run();
    await ground.ask("delete from private.webhook_events");
    await person.write("START", { id: "wamid.start", at });
    await ground.run();
    expect(await person.chat()).toMatchObject({ window: { state: "optedOut" } });
  });
});
