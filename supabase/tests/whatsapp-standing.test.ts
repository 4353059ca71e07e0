import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWhatsappGround, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const withNumber = async (status: string) => {
  const person = await ground.newPerson();
  const [number] = person.account.numbers;
  if (!number) throw new Error("the account has a number");
  number.status = status;
  await person.connected();
  const card = async () => (await ground.service.loadWhatsappCard(person.userId))?.number;
  const register = (pin: string) => ground.service.registerNumber(person.userId, pin);
  return { person, number, card, register };
};
const why = (word: string | null) => ({ ok: true, value: { why: word } });

describe("a number that was never in use at Meta", () => {
  it("is registered by a PIN, which is kept nowhere, and the card says at once that it stands well", async () => {
    const { person, number, card, register } = await withNumber("PENDING");
    expect(await card()).toMatchObject({ status: "PENDING" });
    expect(await register("271828")).toEqual(why(null));
    expect([number.status, number.pin]).toEqual(["CONNECTED", "271828"]);
    expect(await card()).toMatchObject({ status: "CONNECTED" });
    expect(JSON.stringify(await person.connection())).not.toContain('"271828"');
  });

  it("that has a PIN says that another is wrong, and after ten that there is to wait", async () => {
    const { number, register } = await withNumber("PENDING");
    number.pin = "111111";
    for (let tries = 0; tries < 10; tries += 1) expect(await register("222222")).toEqual(why("wrongPin"));
    expect(await register("111111")).toEqual(why("tooMany"));
    expect(number.status).toBe("PENDING");
  });

  it("of nobody, and of a connection that has none, is not registered", async () => {
    const { userId } = await ground.newPerson();
    expect(await ground.service.registerNumber(userId, "123456")).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

describe("an account of which Meta tells that it changed", () => {
  it("without a number yet has the number that it was given, without waiting for the next look", async () => {
    const person = await ground.newPerson();
    person.account.numbers.length = 0;
    expect(await person.connect({ accountId: person.account.id, numberId: "" })).toBeNull();
    await ground.run();
    expect(await person.connection()).toMatchObject({ status: "connected", details: { number: null } });
    const { id } = ground.graph.state.newNumber(person.account);
    const change = { field: "account_update", value: { event: "VERIFIED_ACCOUNT" } };
    expect(await ground.graph.phones.tellAccount(person.account.id, [change])).toBe(200);
    await ground.run();
    expect(await person.connection()).toMatchObject({ status: "connected", details: { number: { id } } });
  });

  it("and is taken from us has to be connected again, and its owner is told at once", async () => {
    const person = await ground.newPerson();
    await person.connected();
    person.token.accounts.length = 0;
    const change = { field: "account_update", value: { event: "PARTNER_REMOVED" } };
    await ground.graph.phones.tellAccount(person.account.id, [change]);
    await ground.run();
    expect(await person.connection()).toMatchObject({ status: "needs_reconnect", problem: "gone" });
    expect(await person.told()).toEqual(["integration.attention"]);
  });
});

it("somebody whose number Meta tells no more is known, and written to, by Meta's own name of them", async () => {
  const owner = await ground.newPerson();
  await owner.connected();
  const name = `IL.${owner.phone}`;
  await owner.write("hello", { person: name });
  await ground.run();
  await ground.ask("update private.whatsapp_contacts set wa_id = null where wa_id = $1", owner.phone);
  await owner.write("again", { from: "", person: name });
  await ground.run();
  const bodies = (await owner.chat())?.messages.map(({ body }) => body);
  expect(bodies?.toSorted()).toEqual(["again", "hello"]);
  const reply = { leadId: owner.lead, text: "Good morning" };
  expect(await ground.service.replyByWhatsApp(owner.userId, reply)).toMatchObject({ ok: true });
  const { message } = ground.graph.messages().at(-1) ?? {};
  expect([message?.recipient, message?.to]).toEqual([name, undefined]);
});

describe("a message of which Meta's word was lost", () => {
  const sent = async (minutes: number) => {
    const { person } = await withNumber("CONNECTED");
    await person.write("hi");
    await ground.run();
    await ground.service.replyByWhatsApp(person.userId, { leadId: person.lead, text: "hello" });
    await ground.ask(
      "update private.whatsapp_messages set at = at - make_interval(mins => $2) where lead_id = $1 and status = 'sent'",
      person.lead,
      minutes,
    );
    const id = ground.graph.messages().at(-1)?.id ?? "";
    const look = async () => {
      await ground.makeDue(person);
      await ground.run();
      return (await person.chat())?.messages.map(({ status }) => status).toSorted();
    };
    const asked = () =>
      ground.graph.requests.filter((request) => request === `GET /${person.number}/message_history`).length;
    return { id, look, asked };
  };

  it("is asked for, and is as far as it came", async () => {
    const { id, look, asked } = await sent(11);
    for (const step of ["sent", "read", "delivered"]) ground.graph.phones.note(id, step);
    expect(await look()).toEqual(["read", "received"]);
    expect(asked()).toBe(1);
    await look();
    expect(asked()).toBe(1);
  });

  it("is not asked for before ten minutes, nor after a week", async () => {
    for (const minutes of [9, 7 * 24 * 60 + 1]) {
      const { id, look, asked } = await sent(minutes);
      ground.graph.phones.note(id, "read");
      expect(await look()).toEqual(["received", "sent"]);
      expect(asked()).toBe(0);
    }
  });

  it("stays as it is where Meta has no history of it", async () => {
    const { look, asked } = await sent(11);
    expect(await look()).toEqual(["received", "sent"]);
    expect(asked()).toBe(1);
  });
});
