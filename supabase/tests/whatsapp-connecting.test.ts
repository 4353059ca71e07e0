import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphApp } from "@/local/providers/graph/app";
import { createWhatsappGround, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

describe("connecting a number", () => {
  it("by its ids and a token keeps the token as ciphertext, and has Meta tell of the account", async () => {
    const person = await ground.newPerson();
    expect(await person.connect()).toBeNull();
    await ground.run();
    expect(await person.connection()).toMatchObject({
      status: "connected",
      problem: null,
      account: { id: person.account.id, numberId: person.number },
      details: { number: { id: person.number, status: "CONNECTED" }, templates: { whole: true, seen: 6 } },
    });
    expect(person.account.subscribed).toBe(true);
    const kept = await ground.ask("select * from private.integration_credentials");
    expect(JSON.stringify(kept)).not.toContain(person.token.value);
    expect(JSON.stringify(await person.connection())).not.toContain(person.token.value);
  });

  it("without a number's id takes the account's first, and an account without one is connected all the same", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    expect(await person.connect({ accountId: person.account.id, numberId: "" })).toBeNull();
    other.account.numbers.length = 0;
    expect(await other.connect({ accountId: other.account.id, numberId: "" })).toBeNull();
    await ground.run();
    expect(await person.connection()).toMatchObject({ details: { number: { id: person.number } } });
    expect(await other.connection()).toMatchObject({ status: "connected", details: { number: null } });
    const added = ground.graph.state.newNumber(other.account).id;
    await ground.makeDue(other);
    await ground.run();
    expect(await other.connection()).toMatchObject({ details: { number: { id: added } } });
  });

  it("is refused by name: a token that is none, of another app, with too little, of another account or number", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    const { service, graph } = ground;
    const filled = { accountId: person.account.id, numberId: person.number };
    const by = (token: string, given: Record<string, string> = filled) =>
      service.connectByKey(person.userId, "whatsapp", token, given);
    expect(await by("short")).toBe("key");
    expect(await by("k".repeat(60))).toBe("key");
    expect(await by(graph.state.giveToken(person.account, { app: "1" }).value)).toBe("foreign");
    const less = { scopes: ["whatsapp_business_management"] };
    expect(await by(graph.state.giveToken(person.account, less).value)).toBe("scope");
    expect(await by(other.token.value)).toBe("account");
    expect(await by(graph.state.giveToken(person.account, { named: [other.account.id] }).value)).toBe(
      "account",
    );
    expect(await by(person.token.value, { ...filled, numberId: other.number })).toBe("account");
    expect(await by(person.token.value, { ...filled, accountId: "../me" })).toBe("account");
    const own = graph.state.accounts.find(({ id }) => id === graphApp.accountId);
    if (!own) throw new Error("it is there");
    expect(
      await by(graph.state.giveToken(own).value, { accountId: own.id, numberId: graphApp.phoneNumberId }),
    ).toBe("account");
    expect(await person.connection()).toBeUndefined();
  });

  it("through Meta's own pages ends only with the code that they gave, and takes the account that the token was given for", async () => {
    const person = await ground.newPerson();
    const begun = await ground.service.beginConnecting(person.userId, "whatsapp");
    if (!begun.ok) throw new Error(begun.error.code);
    const asked = new URL(begun.value.url);
    expect(await (await fetch(asked)).text()).toContain("Continue");
    const form = new URLSearchParams({ decision: "allow", business: "New Realty", number: "new" });
    const answer = await fetch(asked, { method: "POST", body: form, redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "");
    const given = {
      code: back.searchParams.get("code"),
      state: back.searchParams.get("state"),
      error: null,
      kept: begun.value.kept,
    };
    const finish = (change: object = {}) =>
      ground.service.finishConnecting(person.userId, "whatsapp", { ...given, ...change });
    expect(await finish({ state: "x".repeat(43) })).toBe("stale");
    expect(await finish()).toBeNull();
    expect(await finish()).toBe("stale");
    await ground.run();
    expect(await person.connection()).toMatchObject({ kind: "oauth", account: { name: "New Realty" } });
  });

  it("of somebody else here is not taken from them, unless their own connection has ended", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    await person.connected();
    const filled = { accountId: person.account.id, numberId: person.number };
    expect(
      await ground.service.connectByKey(other.userId, "whatsapp", person.token.value, filled),
    ).toBeNull();
    await ground.run();
    expect(await other.connection()).toMatchObject({ status: "degraded", problem: "exists" });
    await ground.ask(
      "update public.integration_connections set status = 'needs_reconnect' where user_id = $1",
      person.userId,
    );
    await ground.makeDue(other);
    await ground.run();
    expect(await other.connection()).toMatchObject({ status: "connected", problem: null });
  });
});
