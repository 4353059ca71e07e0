import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
const { throughConsent, signedIn, subscriptionsOf } = createPeople(() => ground);

describe("connecting", () => {
  it("by Calendly's own sign-in keeps the account, the scopes, and subscribes once", async () => {
    const person = await signedIn();
    expect(await person.connection()).toMatchObject({
      status: "connected",
      kind: "oauth",
      account: { email: person.host },
      details: { news: { by: "webhook" }, types: [{ slug: "bant-qualification" }, { slug: "product-demo" }] },
    });
    expect(subscriptionsOf(person)).toHaveLength(1);
    expect(ground.calendly.state.unexpected).toEqual([]);
  });

  it("fifty times at once makes one connection and one subscription", async () => {
    const person = await ground.newPerson();
    const answers = await Promise.all(Array.from({ length: 50 }, person.connect));
    expect(answers).toEqual(Array(50).fill(null));
    await Promise.all([ground.run(), ground.run()]);
    const rows = await ground.ask(
      "select from public.integration_connections where user_id = $1",
      person.userId,
    );
    expect([rows.length, subscriptionsOf(person).length]).toEqual([1, 1]);
  });

  it("is refused where the person declines, or leaves out what it cannot do without", async () => {
    const person = await ground.newPerson();
    expect(await throughConsent(person, { decision: "deny" })).toBe("denied");
    expect(await throughConsent(person, { scopes: ["users:read"] })).toBe("scope");
    expect(await person.connection()).toBeUndefined();
  });

  it("ends only in the browser, and for the person, with whom it began", async () => {
    const [person, other] = [await ground.newPerson(), await ground.newPerson()];
    expect(await throughConsent(person, { state: "x".repeat(43) })).toBe("stale");
    expect(await throughConsent(person, { by: other.userId })).toBe("stale");
    expect([await person.connection(), await other.connection()]).toEqual([undefined, undefined]);
  });

  it("by a key that is none says so", async () => {
    const { userId } = await ground.newPerson();
    for (const key of ["short", "a key with blanks, which is none", "k".repeat(40)])
      expect(await ground.service.connectByKey(userId, "calendly", key)).toBe("key");
  });

  it("on Calendly's free plan asks for news instead, and says why", async () => {
    const person = await ground.newPerson();
    ground.calendly.state.userOf(person.host).plan = "free";
    await person.connect();
    await ground.run();
    expect(await person.connection()).toMatchObject({
      status: "connected",
      details: { news: { by: "polling", because: "plan" } },
    });
    await person.book(1);
    await ground.makeDue();
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
  });
});
