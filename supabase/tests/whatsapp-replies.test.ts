import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asJson } from "@/local/providers/http";
import { createUser } from "@/local/test-people";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
const inWindow = async () => {
  const person = await connected();
  await person.write("hello");
  await ground.run();
  return person;
};
const text = (person: Person, words = "Good morning", by = person.userId) =>
  ground.service.replyByWhatsApp(by, { leadId: person.lead, text: words });
const template = (person: Person, values: Record<string, string>, more: object = {}) =>
  ground.service.replyByWhatsApp(person.userId, {
    leadId: person.lead,
    template: { name: "first_hello", language: "en_US", values },
    ...more,
  });
const refused = (path: string) => ({ ok: false, error: { code: "conflict", path } });
const sentTo = ({ phone }: Person) => ground.graph.phones.kept.filter(({ to }) => to === phone);

describe("a reply", () => {
  it("within 24 hours goes as it is written, and says on the lead how long the answer took", async () => {
    const person = await inWindow();
    expect(await text(person, "בוקר טוב")).toMatchObject({ ok: true });
    expect(sentTo(person).map(({ message }) => message)).toMatchObject([{ text: { body: "בוקר טוב" } }]);
    const [, ours] = await person.messages();
    expect(ours).toMatchObject({ direction: "out", failed: false });
    expect(ours?.reply_seconds).toBeGreaterThanOrEqual(0);
    expect((await person.chat())?.messages.map(({ status }) => status)).toEqual(["received", "sent"]);
  });

  it("after 24 hours is refused before it is sent; a template goes, with as many values as it takes", async () => {
    const person = await inWindow();
    await ground.ask(
      "update private.whatsapp_contacts set last_inbound_at = now() - interval '25 hours' where wa_id = $1",
      person.phone,
    );
    expect(await text(person)).toMatchObject(refused("windowClosed"));
    expect(await template(person, { "1": "Dana" })).toMatchObject(refused("values"));
    expect(await template(person, { "1": "Dana", "2": " " })).toMatchObject(refused("values"));
    expect(sentTo(person)).toEqual([]);
    expect(await template(person, { "1": "Dana", "2": "Olivia" })).toMatchObject({ ok: true });
    expect((await person.chat())?.messages.at(-1)?.body).toBe("Hello Dana, Olivia here. May I write to you?");
  });

  it("to somebody who never wrote needs their word, which is then known", async () => {
    const person = await connected();
    const values = { "1": "Dana", "2": "Olivia" };
    expect(await template(person, values)).toMatchObject(refused("notAgreed"));
    expect(await template(person, values, { agreed: true })).toMatchObject({ ok: true });
    expect(await template(person, values)).toMatchObject({ ok: true });
    expect(await text(person)).toMatchObject(refused("windowClosed"));
  });

  it("by a template that is paused, or that nobody has, is refused", async () => {
    const person = await inWindow();
    for (const name of ["holiday", "nothing"]) {
      const asked = { leadId: person.lead, template: { name, language: "en_US", values: { "1": "x" } } };
      expect(await ground.service.replyByWhatsApp(person.userId, asked)).toMatchObject(refused("template"));
    }
  });

  it("of a viewer, of somebody else, and to a lead of others does not go", async () => {
    const [person, other] = [await inWindow(), await connected()];
    const viewer = await createUser(ground.database.pool);
    await ground.ask(
      "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'viewer')",
      person.project,
      viewer,
    );
    expect(await text(person, "x", viewer)).toMatchObject({ error: { code: "forbidden" } });
    expect(await text(person, "x", other.userId)).toMatchObject({ error: { code: "not_found" } });
    expect(await ground.service.loadLeadChat(other.userId, person.lead)).toBeNull();
    expect(sentTo(person)).toEqual([]);
  });

  it("of a colleague goes from the project's number where its owner lets it, and not where they have left the project", async () => {
    const person = await inWindow();
    const colleague = await createUser(ground.database.pool);
    await ground.ask(
      "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')",
      person.project,
      colleague,
    );
    expect(await text(person, "x", colleague)).toMatchObject(refused("notConnected"));
    await ground.service.shareNumber(person.userId, person.project);
    expect(await text(person, "x", colleague)).toMatchObject({ ok: true });
    await ground.ask("delete from public.project_members where user_id = $1", person.userId);
    expect(await text(person, "x", colleague)).toMatchObject(refused("notConnected"));
  });
});

describe("a reply that Meta refuses", () => {
  const errorOf = (code: number) => asJson(400, { error: { code, message: "", type: "OAuthException" } });
  const failing = (code: number) => ground.graph.faults.set({ reply: errorOf(code), times: 1 });

  it("because the window is over there closes it here", async () => {
    const person = await inWindow();
    failing(131_047);
    expect(await text(person)).toMatchObject(refused("windowClosed"));
    expect(await person.chat()).toMatchObject({ window: { state: "closed" } });
    expect((await person.chat())?.messages.at(-1)).toMatchObject({ status: "failed", code: 131_047 });
    expect(await person.messages()).toHaveLength(1);
  });

  it("because they stopped is remembered", async () => {
    const person = await inWindow();
    failing(131_050);
    expect(await text(person)).toMatchObject(refused("optedOut"));
    expect(await person.chat()).toMatchObject({ window: { state: "optedOut" } });
  });

  it.each([
    [131_026, "unreachable"],
    [131_056, "rateLimited"],
    [131_042, "payment"],
    [132_015, "templatePaused"],
    [131_049, "blocked"],
    [133_010, "unverifiedSender"],
  ])("by %i is told as %s", async (code, path) => {
    const person = await inWindow();
    failing(code);
    expect(await text(person)).toMatchObject(refused(path));
  });

  it("as one too many to that person is tried later and later, and to others at once", async () => {
    const [person, other] = [await inWindow(), await inWindow()];
    const requests = () => ground.graph.requests.filter((one) => one.endsWith("/messages")).length;
    const passed = (seconds: number) =>
      ground.ask(
        "update private.whatsapp_messages set at = at - make_interval(secs => $2) where lead_id = $1",
        person.lead,
        seconds,
      );
    failing(131_056);
    expect(await text(person)).toMatchObject(refused("rateLimited"));
    const before = requests();
    await expect(text(person)).rejects.toThrow("conflict");
    expect(requests()).toBe(before);
    expect(await text(other)).toMatchObject({ ok: true });
    await passed(5);
    failing(131_056);
    expect(await text(person)).toMatchObject(refused("rateLimited"));
    await passed(5);
    await expect(text(person)).rejects.toThrow("conflict");
    expect(requests()).toBe(before + 2);
    await passed(12);
    expect(await text(person)).toMatchObject({ ok: true });
  });

  it("because the token has ended ends the connection and tells its owner", async () => {
    const person = await inWindow();
    person.token.ends = 1;
    expect(await text(person)).toMatchObject(refused("credentials"));
    expect(await person.connection()).toMatchObject({ status: "needs_reconnect" });
    expect(await text(person)).toMatchObject(refused("notConnected"));
    expect(await person.told()).toEqual(["message.received", "integration.attention"]);
  });

  it("without a word is not sent again: nobody knows whether it went, and a report tells", async () => {
    const person = await inWindow();
    ground.graph.faults.set({ reply: "cut", times: 1 });
    expect(await text(person)).toMatchObject({ error: { code: "unavailable", path: "unknown" } });
    const ours = (await person.chat())?.messages.at(-1);
    expect(ours?.status).toBe("sending");
    const status = {
      id: "wamid.late",
      status: "delivered",
      timestamp: "2000000000",
      biz_opaque_callback_data: ours?.id,
    };
    const value = ground.graph.phones.valueOf(person.number, { statuses: [status] });
    await ground.graph.phones.tell(person.number, [{ field: "messages", value }]);
    await ground.run();
    expect((await person.chat())?.messages.at(-1)).toMatchObject({ status: "delivered" });
    expect(await person.messages()).toHaveLength(2);
  });
});
