import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asJson } from "@/local/providers/http";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
const { throughConsent, signedIn, grantsOf, subscriptionsOf, tokenRequestsOf, expire } = createPeople(
  () => ground,
);

const makeDue = ({ userId }: { userId: string }) =>
  ground.ask("update public.integration_connections set due_at = now() where user_id = $1", userId);

describe("a token that has ended", () => {
  it("is renewed once for twenty who need it at the same time", async () => {
    const person = await signedIn();
    expire(person);
    const before = tokenRequestsOf(person);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ground.service.syncNow(person.userId, "calendly")),
    );
    expect(answers).toEqual(Array(20).fill({ ok: true, value: { fault: null } }));
    expect(tokenRequestsOf(person) - before).toBe(1);
  });

  it("whose successor was lost on the way is tried once more, then it has to be connected again, and that is told once", async () => {
    const person = await signedIn();
    expire(person);
    ground.calendly.loseNextTokens();
    await ground.makeDue();
    await ground.run();
    expect(await person.connection()).toMatchObject({
      status: "needs_reconnect",
      problem: "credentials",
      due_at: null,
    });
    await ground.service.syncNow(person.userId, "calendly");
    expect(await person.told()).toEqual(["integration.attention:credentials"]);

    // What was booked meanwhile comes with the new connection, and that it works again is told, too.
    await person.book(1, { mode: "lost" });
    expect(await throughConsent(person)).toBeNull();
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
    expect((await person.told()).toSorted()).toEqual(
      ["integration.attention:credentials", "integration.attention:restored", "meeting.booked"].toSorted(),
    );
  });
});

describe("a connection", () => {
  it("whose subscription was disabled gets another, and misses nothing", async () => {
    const person = await signedIn();
    for (const one of subscriptionsOf(person)) one.state = "disabled";
    await person.book(1);
    await ground.run();
    expect(await person.meetings()).toEqual([]);
    await ground.makeDue();
    await ground.run();
    expect(subscriptionsOf(person)).toMatchObject([{ state: "active" }]);
    expect(await person.meetings()).toHaveLength(1);
  });

  it("that fails three times is told of once, and once more when it works again", async () => {
    const person = await signedIn();
    for (const status of [500, 503, 502, 500]) {
      ground.calendly.faults.set({ reply: asJson(status, {}), times: 1 });
      await makeDue(person);
      await ground.run();
    }
    expect(await person.connection()).toMatchObject({
      status: "degraded",
      failures: 4,
      problem: "unreachable",
    });
    await ground.makeDue();
    await ground.run();
    expect(await person.connection()).toMatchObject({ status: "connected", failures: 0 });
    expect(await person.told()).toEqual([
      "integration.attention:unreachable",
      "integration.attention:restored",
    ]);
  });

  it("that failed, of which its owner knows, and then has to be connected again is told of as that", async () => {
    const person = await signedIn();
    for (let failed = 0; failed < 3; failed += 1) {
      ground.calendly.faults.set({ reply: asJson(500, {}), times: 1 });
      await makeDue(person);
      await ground.run();
    }
    ground.calendly.state.grants.length = 0;
    await makeDue(person);
    await ground.run();
    expect(await person.told()).toEqual([
      "integration.attention:unreachable",
      "integration.attention:credentials",
    ]);
  });

  it("that is asked to wait waits as long as it is told, and is no worse for it", async () => {
    const person = await signedIn();
    const reply = { status: 429, headers: { "x-ratelimit-reset": "300" }, body: "" };
    ground.calendly.faults.set({ reply, times: 1 });
    await makeDue(person);
    await ground.run();
    const [row] = await ground.ask<{ waits: number }>(
      "select extract(epoch from due_at - now())::float as waits from public.integration_connections where user_id = $1",
      person.userId,
    );
    expect(row?.waits).toBeGreaterThan(290);
    expect(await person.connection()).toMatchObject({ status: "connected" });
  });

  it("that ends is taken back at Calendly, opens nothing any more, and keeps what it brought", async () => {
    const person = await signedIn();
    await person.book(1);
    await ground.run();
    expect(await ground.service.disconnect(person.userId, "calendly")).toMatchObject({
      value: { revoked: true },
    });
    expect([grantsOf(person), subscriptionsOf(person)]).toEqual([[], []]);
    const left = await ground.ask(
      `select k.* from private.integration_credentials k join public.integration_connections c on c.id = k.connection_id
       where c.user_id = $1`,
      person.userId,
    );
    expect(left).toEqual([]);
    expect(await person.connection()).toMatchObject({
      status: "disconnected",
      account: {},
      details: {},
      due_at: null,
    });
    expect(await person.meetings()).toHaveLength(1);
    // Connected again, nothing comes twice.
    expect(await throughConsent(person)).toBeNull();
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.told()).toEqual(["meeting.booked"]);
  });

  it("of nobody answers webhooks with 404, never with 410, which would end the subscription", async () => {
    const answer = await fetch(`${ground.site}/api/webhooks/connections/${randomUUID()}`, {
      method: "POST",
      body: "{}",
    });
    expect(answer.status).toBe(404);
  });
});
