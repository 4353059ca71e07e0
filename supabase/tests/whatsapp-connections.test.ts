import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asConnection } from "@/lib/integrations/rows";
import { asJson } from "@/local/providers/http";
import { createWhatsappGround, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

describe("a connection", () => {
  it("whose token has ended has to be connected again, and that is told once", async () => {
    const person = await ground.newPerson();
    await person.connected();
    person.token.ends = 1;
    for (let looks = 0; looks < 2; looks += 1) {
      await ground.makeDue(person);
      await ground.run();
    }
    expect(await person.connection()).toMatchObject({ status: "needs_reconnect", problem: "credentials" });
    expect(await person.told()).toEqual(["integration.attention"]);
  });

  it("whose token ends within two weeks says when, works until then, and is well again with another", async () => {
    const person = await ground.newPerson();
    const days = (count: number) => Date.now() + count * 86_400_000;
    const stands = async () => {
      await ground.makeDue(person);
      await ground.run();
      const kept = await ground.service.platform()?.store.ofPerson(person.userId, "whatsapp");
      if (!kept) throw new Error("it is connected");
      const { state, endsAt } = asConnection(kept);
      return [state, endsAt && Math.round((Date.parse(endsAt) - Date.now()) / 86_400_000)];
    };
    await person.connected();
    expect(await stands()).toEqual(["connected", null]);
    person.token.ends = days(20);
    expect(await stands()).toEqual(["connected", 20]);
    person.token.ends = days(13);
    expect(await stands()).toEqual(["expiring", 13]);
    person.token.ends = null;
    expect(await person.connect()).toBeNull();
    expect(await stands()).toEqual(["connected", null]);
  });

  it("of which Meta has stopped telling is told of again", async () => {
    const person = await ground.newPerson();
    await person.connected();
    person.account.subscribed = false;
    await ground.makeDue(person);
    await ground.run();
    expect(person.account.subscribed).toBe(true);
  });

  it("that ends ends at Meta, too, unless another connection here uses the account", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    await person.connected();
    const second = ground.graph.state.newNumber(person.account).id;
    const filled = { accountId: person.account.id, numberId: second };
    expect(
      await ground.service.connectByKey(other.userId, "whatsapp", person.token.value, filled),
    ).toBeNull();
    await ground.run();
    const end = (userId: string) => ground.service.disconnect(userId, "whatsapp");
    expect(await end(other.userId)).toMatchObject({ value: { revoked: true } });
    expect(person.account.subscribed).toBe(true);
    expect(await end(person.userId)).toMatchObject({ value: { revoked: true } });
    expect(person.account.subscribed).toBe(false);
    expect(await person.connection()).toMatchObject({ status: "disconnected", account: {}, details: {} });
    const kept = await ground.ask(
      "select from private.integration_credentials k join public.integration_connections c on c.id = k.connection_id where c.user_id = any ($1)",
      [person.userId, other.userId],
    );
    expect(kept).toEqual([]);
  });

  it("ends here where Meta does not answer, and says that", async () => {
    const person = await ground.newPerson();
    await person.connected();
    ground.graph.faults.set({ reply: asJson(500, {}), times: 1 });
    expect(await ground.service.disconnect(person.userId, "whatsapp")).toMatchObject({
      value: { revoked: false },
    });
    expect(await person.connection()).toMatchObject({ status: "disconnected" });
  });

  it("has all templates of all pages; a page that fails once is asked for again, and of a list that broke off nothing is missing", async () => {
    const person = await ground.newPerson();
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        name: `t_${at}`,
        language: "en_US",
        status: "APPROVED",
        parameters: 1,
        body: "Hi {{1}}",
      }));
    person.account.templates = many(250);
    expect(await person.connect()).toBeNull();
    const pages = () => ground.graph.requests.filter((each) => each.endsWith("/message_templates")).length;
    const asked = pages();
    const path = "/message_templates";
    ground.graph.faults.set({ reply: asJson(500, {}), times: 1, after: 1, path });
    await ground.run();
    expect(pages() - asked).toBe(4);
    const card = () => ground.service.loadWhatsappCard(person.userId);
    expect((await card())?.templates).toHaveLength(250);
    expect((await card())?.sync).toMatchObject({ whole: true, seen: 250 });

    person.account.templates = many(120);
    ground.graph.faults.set({ reply: asJson(500, {}), times: 2, after: 1, path });
    await ground.makeDue(person);
    await ground.run();
    expect((await card())?.sync).toMatchObject({ whole: false, seen: 100 });
    expect((await card())?.templates.filter(({ missing }) => missing)).toEqual([]);
    expect(await person.connection()).toMatchObject({ status: "degraded", problem: "unreachable" });
    await ground.makeDue(person);
    await ground.run();
    expect((await card())?.templates.filter(({ missing }) => missing)).toHaveLength(130);
    expect(ground.graph.requests.some((each) => each.includes("/next"))).toBe(false);
  });

  it("lets the people of a project write from its number only where its owner administers that", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    await person.connected();
    await expect(ground.service.shareNumber(person.userId, other.project)).rejects.toThrow("forbidden");
    await ground.ask(
      "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')",
      other.project,
      person.userId,
    );
    await expect(ground.service.shareNumber(person.userId, other.project)).rejects.toThrow("forbidden");
    expect(await ground.service.shareNumber(person.userId, person.project)).toBe(true);
    expect((await ground.service.loadWhatsappCard(person.userId))?.project).toBe(person.project);
    expect(await ground.service.shareNumber(person.userId, null)).toBe(true);
    expect((await ground.service.loadWhatsappCard(person.userId))?.project).toBeNull();
  });
});
