import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { asJson } from "@/local/providers/http";
import { createPeople } from "./connected-person";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());
afterEach(() => ground.calendly.state.rewind());
const { signedIn, grantsOf, subscriptionsOf, tokenRequestsOf, expire } = createPeople(() => ground);
type Person = Awaited<ReturnType<typeof signedIn>>;

const look = async ({ userId }: Person) => {
  await ground.ask("update public.integration_connections set due_at = now() where user_id = $1", userId);
  await ground.run();
};
const asked = (what: string) => ground.calendly.state.requests.filter((one) => one === what).length;

describe("what Calendly tells", () => {
  it("in letters of any script is a meeting: its signature is of the bytes", async () => {
    const person = await signedIn();
    expect((await person.book(1, { mode: "unicodeBody" })).statuses).toEqual([204]);
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
  });

  it("in more than we read is not read, however often it comes, and its booking is fetched by the next look", async () => {
    const person = await signedIn();
    expect((await person.book(1, { mode: "bigBody" })).statuses).toEqual([413]);
    await ground.calendly.retries.pass(24 * 60 * 60);
    expect(subscriptionsOf(person)).toMatchObject([{ state: "disabled" }]);
    await ground.run();
    expect(await person.meetings()).toEqual([]);
    await look(person);
    expect(subscriptionsOf(person)).toMatchObject([{ state: "active" }]);
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.told()).toEqual(["meeting.booked"]);
  });
});

describe("what Calendly's lists say", () => {
  it("of an event that is gone by the time it is looked into holds up none of the others", async () => {
    const person = await signedIn();
    for (const day of [1, 2]) await person.book(day, { mode: "lost" });
    ground.calendly.faults.set({ reply: asJson(404, {}), times: 1, path: "/invitees" });
    await look(person);
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("of a next page at another host is read at Calendly's own", async () => {
    const person = await signedIn();
    const { types, userOf, habits } = ground.calendly.state;
    const owner = userOf(person.host).uri;
    for (let at = 0; at < 120; at += 1)
      types.push({
        uri: `${ground.calendly.url}/event_types/${at}`,
        owner,
        name: `T${at}`,
        slug: "t",
        duration: 5,
        active: true,
      });
    habits.foreignPages = true;
    const before = asked("GET /event_types");
    await look(person);
    habits.foreignPages = false;
    expect(asked("GET /event_types") - before).toBe(2);
    expect(await person.connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("of which one answer fails are gone on with from there, and nothing that came is lost", async () => {
    const person = await signedIn();
    for (const day of [1, 2, 3]) await person.book(day, { mode: "lost" });
    ground.calendly.faults.set({ reply: asJson(503, {}), times: 1, after: 1, path: "/invitees" });
    await look(person);
    expect([(await person.meetings()).length, (await person.connection())?.problem]).toEqual([
      1,
      "unreachable",
    ]);
    await look(person);
    expect(await person.meetings()).toHaveLength(3);
    expect(await person.connection()).toMatchObject({ status: "connected", problem: null });
  });

  it("of an event whose type was deleted is a meeting all the same; the type can be chosen no more", async () => {
    const person = await signedIn();
    await person.book(1, { mode: "lost" });
    ground.calendly.bookings.deleteType({ host: person.host, slug: "bant-qualification" });
    await look(person);
    expect(await person.meetings()).toHaveLength(1);
    expect(await person.connection()).toMatchObject({ details: { types: [{ slug: "product-demo" }] } });
  });

  it("of a conference whose address comes later is no change of the meeting, and tells nobody", async () => {
    const person = await signedIn();
    const { invitee } = await person.book(1);
    await ground.run();
    ground.calendly.bookings.push({ invitee, joinUrl: "https://zoom.test/1" });
    await look(person);
    expect(await person.meetings()).toMatchObject([{ status: "scheduled", sequence: 0 }]);
    expect(await person.told()).toEqual(["meeting.booked"]);
  });
});

it("a connection that may no longer do what it needs to has to be made anew, and its owner is told at once", async () => {
  const person = await signedIn();
  for (const grant of grantsOf(person)) grant.scopes = ["users:read", "webhooks:read", "webhooks:write"];
  await look(person);
  expect(await person.connection()).toMatchObject({ status: "needs_reconnect", problem: "scope" });
  expect(await person.told()).toEqual(["integration.attention:credentials"]);
});

describe("a request for tokens", () => {
  const broken = [
    ["breaks off", { ...asJson(200, { access_token: "one", refresh_token: "two" }), cutAfter: 9 }],
    ["is no JSON", { status: 200, body: '{"access_token":' }],
    ["is the page of a proxy", { status: 502, body: "<html>" }],
  ] as const;
  const isWell = async (person: Person) => {
    await look(person);
    expect(await person.connection()).toMatchObject({ status: "connected", problem: null });
  };

  it.each(broken)("whose answer %s is made once more", async (_, reply) => {
    const person = await signedIn();
    expire(person);
    const before = tokenRequestsOf(person);
    ground.calendly.faults.set({ reply, times: 1, path: "/oauth/token" });
    await isWell(person);
    expect(tokenRequestsOf(person) - before).toBe(1);
  });

  it("whose answer was lost after it was obeyed ends the connection, also where Calendly then ends the whole grant", async () => {
    ground.calendly.state.habits.endsFamily = true;
    const person = await signedIn();
    expire(person);
    ground.calendly.loseNextTokens();
    await look(person);
    ground.calendly.state.habits.endsFamily = false;
    expect(await person.connection()).toMatchObject({ status: "needs_reconnect", problem: "credentials" });
    expect(await person.told()).toEqual(["integration.attention:credentials"]);
  });
});
