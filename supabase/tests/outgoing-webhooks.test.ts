import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startWebhookReceiver, type WebhookReceiver } from "@/local/providers/webhook-receiver/receiver";
import { createAppPeople, deliver } from "./app-people";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startWebhookReceiver({ port: 0 });
  vi.stubEnv("OUTBOUND_ALLOWED_HOSTS", new URL(receiver.url).host);
  ground = await createIntegrationGround();
});
afterAll(async () => {
  await ground.stop();
  await receiver.stop();
});
beforeEach(() => receiver.know([]));

const { newPerson, connectionOf, deliveriesOf, burn, makeDue } = createAppPeople(() => ground);
const addressOf = ({ userId }: { userId: string }) => `${receiver.url}/in/${userId}?token=canary-${userId}`;
const receivedBy = ({ userId }: { userId: string }) =>
  receiver.received().filter(({ path }) => path === `/in/${userId}`);
const changeSecret = async (userId: string) => {
  const answer = await (await import("@/lib/integrations/secrets/service")).changeSecret(userId, "webhooks");
  return answer.ok ? answer.value.secret : answer.error.code;
};

async function withWebhook() {
  const person = await newPerson();
  expect(await ground.service.connectByKey(person.userId, "webhooks", addressOf(person))).toBeNull();
  return person;
}

describe("a system that takes webhooks", () => {
  it("is told once, with one id for all attempts, signed by the secret that its owner was shown", async () => {
    const person = await withWebhook();
    const secret = await changeSecret(person.userId);
    receiver.know([secret]);
    receiver.faults.set({ reply: { status: 500, body: "" }, times: 1 });
    await burn(person);
    await deliver();
    expect(await deliveriesOf(person)).toEqual([{ status: "pending", reason: "network" }]);
    await makeDue(person);
    await deliver();
    const [one, ...others] = receivedBy(person);
    expect([one?.verified, others]).toEqual([true, []]);
    expect(JSON.parse(one?.body ?? "")).toMatchObject({
      type: "notifications",
      data: { notifications: [{ kind: "heat.milestone", project: { name: "Main" }, lead_id: person.lead }] },
    });
    const [row] = await ground.ask<{ carrier_id: string }>(
      "select carrier_id from private.deliveries where user_id = $1 and channel = 'apps'",
      person.userId,
    );
    expect(one?.id).toBe(row?.carrier_id);
  });

  it("verifies by the secret of before for a day after another was made", async () => {
    const person = await withWebhook();
    const [before, after] = [await changeSecret(person.userId), await changeSecret(person.userId)];
    expect(before).not.toBe(after);
    for (const [at, secret] of [before, after].entries()) {
      receiver.know([secret]);
      await ground.ask(
        "update public.leads set heat = $2 where id = $1",
        person.lead,
        at === 0 ? "burning" : "cold",
      );
      await deliver();
    }
    expect(receivedBy(person).map(({ verified }) => verified)).toEqual([true, true]);
  });

  it("that answers 410 is told nothing more, and its owner is told that", async () => {
    const person = await withWebhook();
    receiver.faults.set({ reply: { status: 410, body: "" }, times: 1 });
    await burn(person);
    await deliver();
    expect(await connectionOf(person, "webhooks")).toMatchObject({
      status: "needs_reconnect",
      problem: "ended",
    });
    expect((await person.told()).filter((kind) => kind.startsWith("integration"))).toEqual([
      "integration.attention:credentials",
    ]);
    await ground.ask("update public.leads set heat = 'cold' where id = $1", person.lead);
    await deliver();
    expect(receivedBy(person)).toEqual([]);
  });

  it("is not connected where its address is one of our own network, or none", async () => {
    const { userId } = await newPerson();
    const port = new URL(receiver.url).port;
    for (const address of [
      "https://127.0.0.1/",
      "https://169.254.169.254/latest/meta-data/",
      `http://localhost:${port}/`,
      "https://[::1]/",
      "http://example.com/",
      "hooks.example.com",
    ])
      expect(await ground.service.connectByKey(userId, "webhooks", address)).toBe("key");
  });

  it("keeps its address and its secret where nobody reads them", async () => {
    const person = await withWebhook();
    const secret = await changeSecret(person.userId);
    const [row] = await ground.ask<{ text: string }>(
      `select (select string_agg(c::text, '') from public.integration_connections c)
         || (select string_agg(d::text, '') from private.destinations d)
         || (select string_agg(k::text, '') from private.integration_credentials k) as text`,
    );
    expect(row?.text).toContain(new URL(receiver.url).host);
    expect([row?.text.includes(`canary-${person.userId}`), row?.text.includes(secret)]).toEqual([
      false,
      false,
    ]);
    expect(await changeSecret((await newPerson()).userId)).toBe("not_found");
  });
});
