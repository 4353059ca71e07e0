import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const inWindow = async () => {
  const person = await ground.newPerson();
  await person.connected();
  await person.write("hello");
  await ground.run();
  return person;
};
const text = (person: Person) =>
  ground.service.replyByWhatsApp(person.userId, { leadId: person.lead, text: "Good morning" });
const last = async (person: Person) => (await person.chat())?.messages.at(-1);

describe("a reply that Meta takes, and of which it says that it failed", () => {
  it("because the window is over there closes it here until they write again", async () => {
    const person = await inWindow();
    const { habits } = ground.graph.state;
    ground.graph.phones.shut(person.number, person.phone);
    habits.refusesLate = true;
    expect(await text(person)).toMatchObject({ ok: true });
    habits.refusesLate = false;
    await vi.waitFor(async () => {
      await ground.run();
      expect(await last(person)).toMatchObject({ status: "failed", code: 131_047 });
    });
    expect(await person.chat()).toMatchObject({ window: { state: "closed" } });
    expect(await text(person)).toMatchObject({ error: { code: "conflict", path: "windowClosed" } });
    await person.write("again");
    await ground.run();
    expect(await person.chat()).toMatchObject({ window: { state: "open" } });
    expect(await text(person)).toMatchObject({ ok: true });
  });

  it("before the answer with its name has come here keeps its reason", async () => {
    const person = await inWindow();
    const { id } = (await person.connection()) ?? {};
    const [begun] = await ground.ask<{ id: string }>(
      "select public.begin_whatsapp_message($1, $2, $3, $4, 'text', 'hi', false) as id",
      id,
      person.number,
      person.lead,
      person.phone,
    );
    const report = { status: "failed", code: 131_026, id: begun?.id, wamid: `wamid.${begun?.id}` };
    await ground.ask("select private.take_whatsapp_status($1, $2)", id, JSON.stringify(report));
    await ground.ask("select public.settle_whatsapp_message($1, $2)", begun?.id, report.wamid);
    expect(await last(person)).toMatchObject({ status: "failed", code: 131_026 });
  });
});
