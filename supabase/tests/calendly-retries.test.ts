import { afterAll, beforeAll, expect, it } from "vitest";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
const { signedIn, subscriptionsOf } = createPeople(() => ground);

it("a booking whose answer comes too late for Calendly comes again, and is one meeting that is told once", async () => {
  const person = await signedIn();
  expect((await person.book(1, { mode: "slowReceiver" })).statuses).toEqual([null]);
  await ground.run();
  expect(subscriptionsOf(person)).toMatchObject([{ retryStarted: expect.any(Number) }]);
  await ground.calendly.retries.pass(60);
  // It was taken: the address is well again.
  expect(subscriptionsOf(person)).toMatchObject([{ state: "active", retryStarted: null }]);
  await ground.run();
  expect(await person.meetings()).toHaveLength(1);
  expect(await person.told()).toEqual(["meeting.booked"]);
});
