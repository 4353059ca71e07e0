import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
/** Sends a text, and answers the statuses of its messages as the lead's page shows them. */
const replied = async (person: Person, text = "Good morning") => {
  const answer = await ground.service.replyByWhatsApp(person.userId, { leadId: person.lead, text });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const id = ground.graph.phones.kept.at(-1)?.id ?? "";
  const status = async () =>
    (await person.chat())?.messages.find((each) => each.id === answer.value.messageId)?.status;
  return { id, status };
};

describe("reports of a message", () => {
  it("that come in any order leave it at its furthest step: read before delivered stays read", async () => {
    const person = await connected();
    await person.write("hi");
    await ground.run();
    const { id, status } = await replied(person);
    expect(await status()).toBe("sent");
    for (const step of ["read", "delivered", "sent"]) await ground.graph.report(id, step);
    await ground.run();
    expect(await status()).toBe("read");
    await ground.graph.report(id, "failed", 131_026);
    await ground.run();
    expect(await status()).toBe("read");
    expect(await person.told()).toEqual(["message.received"]);
  });

  it("of a failure fail it, tell its project, and a second one tells nobody", async () => {
    const person = await connected();
    await person.write("hi");
    await ground.run();
    const { id, status } = await replied(person);
    for (let times = 0; times < 2; times += 1) await ground.graph.report(id, "failed", 131_026);
    await ground.run();
    expect(await status()).toBe("failed");
    expect(await person.messages()).toMatchObject([{ direction: "in" }, { direction: "out", failed: true }]);
    expect(await person.told()).toEqual(["message.received", "message.failed"]);
  });

  it("of another's message, told to a number that is not its own, change nothing", async () => {
    const [person, other] = [await connected(), await connected()];
    await person.write("hi");
    await ground.run();
    const { id, status } = await replied(person);
    const value = ground.graph.phones.valueOf(other.number, {
      statuses: [{ id, status: "failed", timestamp: "2000000000" }],
    });
    await ground.graph.phones.tell(other.number, [{ field: "messages", value }]);
    await ground.run();
    expect(await status()).toBe("sent");
  });
});

it("what Meta decides of a template is known at once", async () => {
  const person = await connected();
  const value = {
    event: "PAUSED",
    message_template_id: 1,
    message_template_name: "first_hello",
    message_template_language: "he",
  };
  await ground.graph.phones.tell(person.number, [{ field: "message_template_status_update", value }]);
  await ground.run();
  const card = await ground.service.loadWhatsappCard(person.userId);
  const hello = card?.templates.filter(({ name }) => name === "first_hello");
  expect(hello?.map(({ language, status }) => [language, status])).toEqual([
    ["ar", "APPROVED"],
    ["en_US", "APPROVED"],
    ["he", "PAUSED"],
  ]);
});
