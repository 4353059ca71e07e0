import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedBy } from "./asked-by";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
const { subscriptionsOf } = createPeople(() => ground);

type Person = Awaited<ReturnType<IntegrationGround["newPerson"]>>;

/** Connected by a key of the person's own, told once, and all of it worked in. */
async function toldBefore(): Promise<Person> {
  const person = await ground.newPerson();
  expect(await person.connect()).toBeNull();
  await ground.run();
  expect((await person.book(1)).statuses).toEqual([204]);
  await ground.run();
  return person;
}
const waiting = () => ground.ask<{ body: string }>("select body from private.integration_events");

/** A message of Calendly that `key` signs. */
async function tell(url: string, key: string, body: string): Promise<number> {
  const t = Math.floor(Date.now() / 1_000);
  const v1 = createHmac("sha256", key).update(`${t}.${body}`).digest("hex");
  const headers = { "calendly-webhook-signature": `t=${t},v1=${v1}` };
  return (await fetch(url, { method: "POST", headers, body })).status;
}
const lastTold = async (person: Person) => (await person.connection())?.last_event_at;

describe("what a connection tells that told something before", () => {
  it("asks the database once before it is answered", async () => {
    const person = await toldBefore();
    const asked = await askedBy(async () => {
      expect((await person.book(2)).statuses).toEqual([204]);
      expect((await person.book(3, { mode: "duplicate" })).statuses).toEqual([204, 204]);
    });
    expect(asked).toEqual({ keep_integration_event: 3 });
    expect(await waiting()).toHaveLength(2);
    await ground.run();
    expect(await person.meetings()).toHaveLength(3);
  });

  it("is judged by what opens the connection now: not by a key of before, and by a new one at once", async () => {
    const person = await toldBefore();
    const [before] = subscriptionsOf(person);
    expect(await person.connect()).toBeNull();
    await ground.run();
    const [after] = subscriptionsOf(person);
    if (!before || !after) throw new Error("it is told by webhook");
    expect(before.key).not.toBe(after.key);
    expect(await tell(after.url, before.key, "{}")).toBe(403);
    expect(await waiting()).toEqual([]);
    expect(await tell(after.url, after.key, "{}")).toBe(204);
    await ground.run();
  });

  it("finds nobody once it was disconnected", async () => {
    const person = await toldBefore();
    const [{ url, key } = { url: "", key: "" }] = subscriptionsOf(person);
    await ground.service.disconnect(person.userId, "calendly");
    expect(await tell(url, key, "{}")).toBe(404);
    expect(await waiting()).toEqual([]);
  });
});

it("when a connection was last told something is when that came, not when it was worked in", async () => {
  const person = await toldBefore();
  await person.book(2);
  await ground.ask("update private.integration_events set received_at = '2040-01-01T00:00:00Z'");
  await ground.run();
  expect(await lastTold(person)).toEqual(new Date("2040-01-01T00:00:00Z"));
});
