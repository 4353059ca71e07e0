import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asJson, listen, listener } from "../http";
import { startCalendly, type Calendly } from "./calendly";
import { app } from "./state";

const redirectUri = "http://product.test/callback";
const host = "host@test.local";
const day = 86_400_000;
let now: number;
let calendly: Calendly;
beforeEach(async () => {
  now = Date.parse("2026-12-01T00:00:00Z");
  calendly = await startCalendly({ port: 0, redirectUri, now: () => now });
});
afterEach(() => calendly.stop());

async function ask(
  path: string,
  token: string | null,
  body?: unknown,
  method = body === undefined ? "GET" : "POST",
) {
  const headers = new Headers({ "content-type": "application/json" });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const answer = await fetch(`${calendly.url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}
const book = (days = 1) => {
  const start = new Date(now + days * day).toISOString();
  const who = { host, email: "a@b.c", name: "A", phone: null };
  return calendly.bookings.book({ ...who, start, slug: "product-demo", mode: "normal" });
};
const me = () => calendly.state.userOf(host);
const subscription = (more: object = {}) => ({
  url: "http://127.0.0.1:9/hook",
  events: ["invitee.created"],
  organization: me().organization,
  user: me().uri,
  scope: "user",
  ...more,
});

const form = (path: string, fields: Record<string, string>, basic = `${app.clientId}:${app.clientSecret}`) =>
  fetch(`${calendly.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { authorization: `Basic ${Buffer.from(basic).toString("base64")}` },
    body: new URLSearchParams(fields),
  });
const challenge = createHash("sha256").update("verifier").digest("base64url");
async function code(): Promise<string> {
  const given = {
    decision: "allow",
    login: host,
    state: "s",
    code_challenge: challenge,
    scope: "users:read",
  };
  const answer = await form("/oauth/authorize", given);
  return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
}
const exchange = async (of: string, verifier = "verifier") =>
  form("/oauth/token", {
    grant_type: "authorization_code",
    code: of,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });

describe("the stand-in of Calendly's sign-in", () => {
  it("asks only for an app and an address that it knows, with PKCE", async () => {
    const good = {
      client_id: app.clientId,
      redirect_uri: redirectUri,
      response_type: "code",
      code_challenge: challenge,
      code_challenge_method: "S256",
      state: "s",
    };
    const asked = async (more: object) =>
      (await fetch(`${calendly.url}/oauth/authorize?${new URLSearchParams({ ...good, ...more })}`)).status;
    expect(await asked({})).toBe(200);
    for (const wrong of [
      { client_id: "x" },
      { redirect_uri: "http://evil.test" },
      { code_challenge_method: "plain" },
      { state: "" },
    ])
      expect(await asked(wrong)).toBe(400);
  });

  it("gives a pair of tokens for a code once, for its verifier only, for ten minutes", async () => {
    const good = await code();
    expect((await exchange(good, "another")).status).toBe(400);
    expect((await exchange(good)).status).toBe(400);
    const late = await code();
    now += 10 * 60_000 + 1;
    expect((await exchange(late)).status).toBe(400);
    const answer = await exchange(await code());
    expect(await answer.json()).toMatchObject({
      token_type: "Bearer",
      expires_in: 7_200,
      scope: "users:read",
      owner: me().uri,
    });
  });

  it("takes a refresh token once, a secret that is right, and eight requests a minute", async () => {
    const { refresh_token: first } = await (await exchange(await code())).json();
    const refresh = (token: string, basic?: string) =>
      form("/oauth/token", { grant_type: "refresh_token", refresh_token: token }, basic);
    expect((await refresh(first, "x:y")).status).toBe(401);
    let next = (await (await refresh(first)).json()).refresh_token;
    expect(await (await refresh(first)).json()).toMatchObject({ error: "invalid_grant" });
    for (let asked = 2; asked < 8; asked += 1) next = (await (await refresh(next)).json()).refresh_token;
    expect((await refresh(next)).status).toBe(429);
    now += 60_001;
    expect((await refresh(next)).status).toBe(200);
  });
});

describe("the stand-in of Calendly's API", () => {
  it("knows who asks, what they may, and no other addresses", async () => {
    const token = calendly.personalToken(host, ["users:read"]);
    expect((await ask("/users/me", null)).status).toBe(401);
    expect((await ask("/users/me", "no")).body).toMatchObject({ title: "Unauthenticated" });
    expect((await ask("/users/me", token)).body.resource).toMatchObject({
      uri: me().uri,
      resource_type: "User",
    });
    expect((await ask(`/event_types?user=${me().uri}`, token)).body).toMatchObject({
      title: "Insufficient scope",
      required_scopes: ["event_types:read"],
    });
    expect(calendly.state.unexpected).toEqual([]);
    expect((await ask("/api/v1/hooks", token)).status).toBe(404);
    expect(calendly.state.unexpected).toEqual(["GET /api/v1/hooks"]);
  });

  it("lists by pages of 1 to 100, and only what is the caller's", async () => {
    const token = calendly.personalToken(host);
    for (let n = 1; n <= 3; n += 1) await book(n);
    const list = (more: string) => ask(`/scheduled_events?user=${me().uri}&${more}`, token);
    for (const count of ["0", "101", "x"]) expect((await list(`count=${count}`)).status).toBe(400);
    const { body } = await list("count=2");
    expect([body.collection.length, body.pagination.next_page_token]).toEqual([2, "2"]);
    expect((await list("count=2&page_token=2")).body.pagination.next_page_token).toBeNull();
    const other = calendly.state.userOf("other@test.local").uri;
    expect((await ask(`/scheduled_events?user=${other}`, token)).status).toBe(403);
    expect((await ask("/scheduled_events", token)).status).toBe(400);
  });

  it("refuses subscriptions as the original does", async () => {
    const token = calendly.personalToken(host);
    const blind = calendly.personalToken(host, ["webhooks:write"]);
    expect((await ask("/webhook_subscriptions", blind, subscription())).status).toBe(400);
    expect((await ask("/webhook_subscriptions", token, subscription({ user: undefined }))).status).toBe(400);
    expect((await ask("/webhook_subscriptions", token, subscription({ organization: "other" }))).status).toBe(
      403,
    );
    me().plan = "free";
    expect((await ask("/webhook_subscriptions", token, subscription())).body.message).toContain("upgrade");
    me().plan = "standard";
    const made = await ask("/webhook_subscriptions", token, subscription());
    expect(made).toMatchObject({ status: 201, body: { resource: { state: "active", scope: "user" } } });
    expect((await ask("/webhook_subscriptions", token, subscription())).status).toBe(409);
    const path = made.body.resource.uri.slice(calendly.url.length);
    expect((await ask(path, token, undefined, "DELETE")).status).toBe(204);
    expect((await ask(path, token, undefined, "DELETE")).status).toBe(404);
  });

  it("ends a subscription whose receiver answers 410, and no other", async () => {
    const token = calendly.personalToken(host);
    let status = 500;
    const receiver = await listen(createServer(listener(async () => asJson(status, {}))), 0);
    const url = `http://127.0.0.1:${receiver.port}/`;
    await ask("/webhook_subscriptions", token, subscription({ url }));
    expect((await book()).statuses).toEqual([500]);
    expect(calendly.state.subscriptions).toHaveLength(1);
    status = 410;
    await book();
    expect(calendly.state.subscriptions).toEqual([]);
    await receiver.stop();
  });
});
