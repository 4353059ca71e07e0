import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
afterEach(() => {
  vi.useRealTimers();
  ground.calendly.state.habits.signsAnew = true;
  ground.calendly.state.rewind();
});
const { signedIn, subscriptionsOf } = createPeople(() => ground);
const pass = (seconds: number) => ground.calendly.retries.pass(seconds);
const dayS = 24 * 60 * 60;

describe("a booking that Calendly tells again", () => {
  it("because our answer came too late is one meeting that is told once", async () => {
    const person = await signedIn();
    expect((await person.book(1, { mode: "slowReceiver" })).statuses).toEqual([null]);
    await ground.run();
    expect(subscriptionsOf(person)).toMatchObject([{ retryStarted: expect.any(Number) }]);
    await pass(60);
    // It was taken: the address is well again.
    expect(subscriptionsOf(person)).toMatchObject([{ state: "active", retryStarted: null }]);
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.told()).toEqual(["meeting.booked"]);
  });

  it("because no connection came up is there once one does", async () => {
    const person = await signedIn();
    const limits = vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort());
    expect((await person.book(1, { mode: "shutReceiver" })).statuses).toEqual([null]);
    expect(limits.mock.calls[0]).toEqual([10_000]);
    limits.mockRestore();
    await ground.run();
    expect(await person.meetings()).toEqual([]);
    await pass(60);
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
  });
});

describe("a booking whose attempts bear the signature of the first, and come too late for it", () => {
  /** Told by nobody at first, and ten minutes later as it was signed then. */
  async function toldLate() {
    const person = await signedIn();
    ground.calendly.state.habits.signsAnew = false;
    const limits = vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort());
    await person.book(1, { mode: "shutReceiver" });
    limits.mockRestore();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * 60_000 });
    return person;
  }

  it("is not taken from the message, and fetched at once instead", async () => {
    const person = await toldLate();
    await pass(60);
    expect(subscriptionsOf(person)).toMatchObject([{ state: "active", retryStarted: expect.any(Number) }]);
    expect(await ground.ask("select from private.integration_events")).toEqual([]);
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.told()).toEqual(["meeting.booked"]);
  });

  it("costs the subscription after a day; another is made, the gap is filled, and nothing is told twice", async () => {
    const person = await toldLate();
    const [first] = subscriptionsOf(person);
    await pass(dayS);
    expect(subscriptionsOf(person)).toMatchObject([{ uri: first?.uri, state: "disabled" }]);
    expect((await person.book(2)).statuses).toEqual([]);
    await ground.makeDue();
    await ground.run();
    const [second] = subscriptionsOf(person);
    expect([second?.state, second?.uri === first?.uri]).toEqual(["active", false]);
    expect(await person.meetings()).toHaveLength(2);
    vi.useRealTimers();
    ground.calendly.state.rewind();
    expect((await person.book(3)).statuses).toEqual([204]);
    await ground.run();
    expect(await person.told()).toEqual(Array(3).fill("meeting.booked"));
  });
});
