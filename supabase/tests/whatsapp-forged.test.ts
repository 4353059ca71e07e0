import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgeries, type Mode } from "@/local/providers/graph/webhooks";
import { someLetters } from "@/local/providers/modes";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
const write = ({ phone: from, number }: Person, mode: Mode) =>
  ground.graph.phones.write({ from, number, body: someLetters, id: `wamid.${from}` }, mode);
const contacts = ({ userId }: Person) =>
  ground.ask(
    `select from private.whatsapp_contacts t join public.integration_connections c on c.id = t.connection_id
     where c.user_id = $1`,
    userId,
  );

describe("a message of a lead", () => {
  it.each(forgeries)("with %s is refused, and nothing is kept", async (mode) => {
    const person = await connected();
    expect(await write(person, mode)).toBe(403);
    await ground.run();
    expect(await contacts(person)).toEqual([]);
  });

  it.each(["duplicate", "unicodeBody", "slowReceiver"] as const)(
    "with %s is one message, told once, also once it came again",
    async (mode) => {
      const person = await connected();
      expect(await write(person, mode)).toBe(mode === "slowReceiver" ? null : 200);
      await ground.run();
      await ground.graph.resending.pass(60);
      await ground.run();
      expect((await person.chat())?.messages.map(({ body }) => body)).toEqual([someLetters]);
      expect([await person.told(), ground.graph.phones.waiting]).toEqual([["message.received"], []]);
    },
  );

  it("with bigBody is not read, however often it comes, and nothing is kept", async () => {
    const person = await connected();
    expect([413, null]).toContain(await write(person, "bigBody"));
    await ground.graph.resending.pass(60 * 60);
    await ground.run();
    expect(await contacts(person)).toEqual([]);
  });
});
