import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startSlack, type Slack } from "@/local/providers/slack/slack";
import { createAppPeople, deliver } from "./app-people";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
let slack: Slack;
beforeAll(async () => {
  slack = await startSlack({ port: 0 });
  vi.stubEnv("SLACK_HOOKS_URL", slack.url);
  ground = await createIntegrationGround();
  await ground.database.pool.query("update private.rate_limits set per_minute = 1000 where name = 'codes'");
});
afterAll(async () => {
  await ground.stop();
  await slack.stop();
});

const { newPerson, connectionOf, deliveriesOf, burn, makeDue } = createAppPeople(() => ground);

const sendTrial = async (userId: string, id: string) =>
  (await import("@/lib/notifications/destinations/service")).sendTrial(userId, id, "he");
const newHook = () => `${slack.url}/services/T0AAAAAAA/B0BBBBBBB/${randomBytes(12).toString("hex")}`;
const messagesAt = (hook: string) =>
  slack
    .messages()
    .flatMap(({ path, body }) => (new URL(hook).pathname === path ? [JSON.stringify(body)] : []));

async function withSlack() {
  const [person, hook] = [await newPerson(), newHook()];
  expect(await ground.service.connectByKey(person.userId, "slack", hook)).toBeNull();
  return { person, hook };
}
const setting = ({ userId }: { userId: string }, apps: object) =>
  ground.ask(
    "update public.user_notification_settings set apps_notifications = $2 where user_id = $1",
    userId,
    JSON.stringify(apps),
  );

describe("an app that takes notifications", () => {
  it("is told what its owner's switches let through, once, and nothing else", async () => {
    const { person, hook } = await withSlack();
    await burn(person);
    await deliver();
    await deliver();
    expect(messagesAt(hook)).toHaveLength(1);
    expect(messagesAt(hook)[0]).toContain("Dana");
    expect(await deliveriesOf(person)).toMatchObject([{ status: "sent", reason: "sent" }]);

    await setting(person, { leadUpdates: false, heatProgressions: false });
    await ground.ask("update public.leads set heat = 'cold' where id = $1", person.lead);
    await deliver();
    expect(messagesAt(hook)).toHaveLength(1);
    expect((await deliveriesOf(person)).at(-1)).toEqual({ status: "suppressed", reason: "switch" });
  });

  it("that nobody has connected has no row, and no reason", async () => {
    const person = await newPerson();
    await burn(person);
    await deliver();
    expect(await deliveriesOf(person)).toEqual([]);
  });

  it("is tried when its owner asks for it, in their language, and told nothing of the account's security", async () => {
    const { person, hook } = await withSlack();
    const { id } = await connectionOf(person, "slack");
    expect(await sendTrial(person.userId, id)).toEqual({ sent: true });
    expect(messagesAt(hook)[0]).toMatch(/[א-ת]/);
    await expect(sendTrial((await newPerson()).userId, id)).rejects.toThrow("not_found");
    await ground.ask(
      `select private.tell_people(array[$1]::uuid[], '{"kind": "account.security", "event": "device"}', null, null, $2)`,
      person.userId,
      person.userId,
    );
    await deliver();
    expect(messagesAt(hook)).toHaveLength(1);
  });

  it("that is full is told later, as late as it asks; nothing is lost", async () => {
    const { person, hook } = await withSlack();
    slack.faults.set({ reply: { status: 429, headers: { "retry-after": "300" }, body: "" }, times: 1 });
    await burn(person);
    await deliver();
    expect(await deliveriesOf(person)).toEqual([{ status: "pending", reason: "rateLimited" }]);
    const [wait] = await ground.ask<{ seconds: number }>(
      `select extract(epoch from not_before - now())::float as seconds from private.deliveries
       where user_id = $1 and channel = 'apps'`,
      person.userId,
    );
    expect(wait?.seconds).toBeGreaterThan(290);
    await makeDue(person);
    await deliver();
    expect(messagesAt(hook)).toHaveLength(1);
  });

  it("that is gone has to be connected again; its owner is told by other ways, once, and that it works again", async () => {
    const { person, hook } = await withSlack();
    slack.set({ path: new URL(hook).pathname, state: "archived" });
    await burn(person);
    await deliver();
    expect((await deliveriesOf(person)).at(0)).toEqual({ status: "suppressed", reason: "connectionEnded" });
    expect(await connectionOf(person, "slack")).toMatchObject({
      status: "needs_reconnect",
      problem: "ended",
    });
    expect((await person.told()).filter((kind) => kind.startsWith("integration"))).toEqual([
      "integration.attention:credentials",
    ]);

    expect(await ground.service.connectByKey(person.userId, "slack", newHook())).toBeNull();
    expect(await connectionOf(person, "slack")).toMatchObject({ status: "connected", problem: null });
    expect((await person.told()).at(-1)).toBe("integration.attention:resumed");
  });

  it("that is disconnected is told nothing more, not even what waited", async () => {
    const { person, hook } = await withSlack();
    await burn(person);
    expect(await ground.service.disconnect(person.userId, "slack")).toMatchObject({
      value: { revoked: true },
    });
    await deliver();
    expect(messagesAt(hook)).toEqual([]);
    expect(await connectionOf(person, "slack")).toMatchObject({ status: "disconnected" });
    expect(await deliveriesOf(person)).toEqual([]);
  });

  it("is refused where the address is none of Slack's, or nobody answers there", async () => {
    const { userId } = await newPerson();
    const connect = (address: string) => ground.service.connectByKey(userId, "slack", address);
    expect(
      await connect("https://hooks.slack.com.evil.example/services/T0AAAAAAA/B0BBBBBBB/abcdefghijkl"),
    ).toBe("key");
    expect(await connect(`${slack.url}/services/T0AAAAAAA/B0BBBBBBB/Goneabcdefghijkl`)).toBe("key");
  });

  it("keeps its address where nobody reads it: not in the person's rows, not in their file", async () => {
    const { person, hook } = await withSlack();
    const secret = hook.split("/").at(-1) ?? "";
    const [row] = await ground.ask<{ text: string }>(
      `select (select string_agg(c::text, '') from public.integration_connections c where c.user_id = $1)
         || (select string_agg(d::text, '') from private.destinations d where d.user_id = $1)
         || (select string_agg(k::text, '') from private.integration_credentials k) as text`,
      person.userId,
    );
    expect(row?.text).toContain("Slack T0AAAAAAA");
    expect(row?.text.includes(secret)).toBe(false);
  });
});
