import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCalendly, type Calendly } from "./calendly";
import { app } from "./state";

const host = "host@test.local";
let calendly: Calendly;
let token: string;
beforeEach(async () => {
  calendly = await startCalendly({ port: 0, redirectUri: "http://product.test/callback" });
  token = calendly.personalToken(host);
});
afterEach(() => calendly.stop());

const me = () => calendly.state.userOf(host);
const get = (path: string) =>
  fetch(`${calendly.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
const list = async (path: string): Promise<unknown> => (await get(`${path}?user=${me().uri}&count=1`)).json();
const control = async (deed: string, given: object) => {
  const body = JSON.stringify(given);
  return (await fetch(`${calendly.url}/control/${deed}`, { method: "POST", body })).json();
};
const book = () => {
  const who = { host, email: "a@b.c", name: "A", phone: null, mode: "normal" as const };
  return calendly.bookings.book({ ...who, start: "2027-01-01T10:00:00Z", slug: "product-demo" });
};
const renew = (refresh: string) =>
  fetch(`${calendly.url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh }),
  });

describe("what goes wrong at Calendly on demand", () => {
  it("is a status with headers and a body, for so many requests to one path after others", async () => {
    const headers = { "x-ratelimit-reset": "3" };
    await control("fault", { status: 429, headers, body: "", path: "/event_types", after: 1, times: 1 });
    const statuses = [];
    for (const path of ["/event_types", "/users/me", "/event_types", "/event_types"])
      statuses.push((await get(`${path}?user=${me().uri}`)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    await control("fault", { status: 429, headers, body: "" });
    const limited = await get("/users/me");
    expect([limited.headers.get("x-ratelimit-reset"), await limited.text()]).toEqual(["3", ""]);
  });

  it("is an answer that is no JSON, one that breaks off, and none", async () => {
    await control("fault", { body: '{"resource":' });
    expect(await (await get("/users/me")).text()).toBe('{"resource":');
    await control("fault", { body: { resource: {} }, cutAfter: 4 });
    await expect(get("/users/me").then((answer) => answer.text())).rejects.toThrow();
    await control("fault", { instead: "cut" });
    await expect(get("/users/me")).rejects.toThrow();
  });

  it("is a next page at another host, whose token is good here all the same", async () => {
    await control("behave", { foreignPages: true });
    expect(await list("/event_types")).toMatchObject({
      pagination: {
        next_page: expect.stringMatching(/^https:\/\/calendly\.example\//),
        next_page_token: "1",
      },
    });
  });

  it("is a refresh token that comes twice: refused, and where Calendly is strict it ends the grant", async () => {
    for (const endsFamily of [false, true]) {
      await control("behave", { endsFamily });
      const grant = { user: me().uri, scopes: [], access: "", accessEnds: 0, refresh: "one", used: [] };
      calendly.state.grants.push(grant);
      expect((await renew("one")).status).toBe(200);
      const again = await renew("one");
      expect([again.status, await again.json()]).toMatchObject([400, { error: "invalid_grant" }]);
      expect(calendly.state.grants.some(({ used }) => used.includes("one"))).toBe(!endsFamily);
      calendly.state.grants.length = 0;
    }
  });
});

describe("what Calendly says later, or no more", () => {
  it("is the address of a conference, with which the event changes and its invitee does not", async () => {
    const { invitee } = await book();
    const pushed = async () => {
      const { collection } = await (await get(`/scheduled_events?user=${me().uri}`)).json();
      return collection[0];
    };
    const before = await pushed();
    expect(before.location).toMatchObject({ status: "processing", join_url: null });
    await control("push", { invitee, joinUrl: "https://zoom.test/1" });
    const after = await pushed();
    expect(after.location).toMatchObject({ status: "pushed", join_url: "https://zoom.test/1" });
    expect(after.updated_at > before.updated_at).toBe(true);
  });

  it("is a type that was deleted: not among the active ones, and none of its events has one", async () => {
    await book();
    await control("deleteType", { host, slug: "product-demo" });
    const types = await (await get(`/event_types?user=${me().uri}&active=true`)).json();
    expect(types.collection.map(({ slug }: { slug: string }) => slug)).toEqual(["bant-qualification"]);
    const events = await (await get(`/scheduled_events?user=${me().uri}`)).json();
    expect(events.collection).toMatchObject([{ event_type: null }]);
  });
});

it("what is asked for that Calendly does not have is refused and counted, and so is a body that is no JSON", async () => {
  expect((await get("/api/v1/hooks")).status).toBe(404);
  expect(await control("state", {})).toMatchObject({ unexpected: ["GET /api/v1/hooks"] });
  const headers = { authorization: `Bearer ${token}`, "content-type": "text/plain" };
  const posted = await fetch(`${calendly.url}/webhook_subscriptions`, {
    method: "POST",
    headers,
    body: "{}",
  });
  expect(posted.status).toBe(400);
});
