import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asJson, bodyOf, listen, listener } from "../http";
import { startCalendly, type Calendly } from "./calendly";
import type { Mode } from "./sending";

const host = "host@test.local";
const began = Date.parse("2026-12-01T00:00:00Z");
const dayS = 24 * 60 * 60;

type Heard = { after: number; signed: number; body: string };
let calendly: Calendly;
let receiver: { port: number; stop(): Promise<void> };
let heard: Heard[];
/** What the receiver answers, one after the other; the last goes on. */
let answers: (number | "hang")[];
let limits: number[];
let patience: AbortController;

beforeEach(async () => {
  [heard, answers, limits, patience] = [[], [204], [], new AbortController()];
  const limit = (ms: number) => (limits.push(ms), patience.signal);
  calendly = await startCalendly({
    port: 0,
    redirectUri: "http://product.test/callback",
    now: () => began,
    limit,
  });
  const answer = listener(async (request) => {
    const body = (await bodyOf(request)).toString();
    const t = /t=(\d+)/.exec(String(request.headers["calendly-webhook-signature"]))?.[1];
    const since = (at: number) => Math.round((at - began) / 1_000);
    heard.push({ after: since(calendly.state.now()), signed: since(Number(t) * 1_000), body });
    const next = (answers.length > 1 ? answers.shift() : answers[0]) ?? 204;
    if (next === "hang") patience.abort();
    return next === "hang" ? "hang" : asJson(next, {}, { location: "/elsewhere" });
  });
  receiver = await listen(createServer(answer), 0);
  await subscribe();
});
afterEach(async () => {
  await calendly.stop();
  await receiver.stop();
});

async function ask(method: string, path: string, body?: unknown) {
  const headers = new Headers({ authorization: `Bearer ${calendly.personalToken(host)}` });
  if (body !== undefined) headers.set("content-type", "application/json");
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${calendly.url}${path}`, { method, headers, ...given });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}
const subscribe = () => {
  const { uri: user, organization } = calendly.state.userOf(host);
  const url = `http://127.0.0.1:${receiver.port}/`;
  const wanted = { url, events: ["invitee.created"], organization, user, scope: "user" };
  return ask("POST", "/webhook_subscriptions", wanted);
};
const book = (mode: Mode = "normal") => {
  const who = { host, email: "a@b.c", name: "A", phone: null, slug: "product-demo" };
  return calendly.bookings.book({ ...who, start: "2026-12-05T10:00:00Z", mode });
};
const subscription = async () => {
  const { uri } = calendly.state.userOf(host);
  return (await ask("GET", `/webhook_subscriptions?user=${uri}`)).body.collection[0];
};
const pass = (seconds: number) => ask("POST", "/control/advance", { seconds });
const times = () => heard.map(({ after }) => after);

describe("what a receiver does not take", () => {
  it("comes again, each time after twice the wait, until it is taken", async () => {
    answers = [500, 503, 404, 204];
    expect((await book()).statuses).toEqual([500]);
    expect(await subscription()).toMatchObject({
      state: "active",
      retry_started_at: "2026-12-01T00:00:00.000000Z",
    });
    await pass(59);
    expect(times()).toEqual([0]);
    await pass(dayS);
    expect(times()).toEqual([0, 60, 180, 420]);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
    expect(await subscription()).toMatchObject({ state: "active", retry_started_at: null });
  });

  it("comes for 24 hours, then the subscription is disabled: nothing more is told, and nothing enables it", async () => {
    // A redirect is a failure, too, and is not followed.
    answers = [302];
    await book();
    await pass(dayS - 1);
    expect(await subscription()).toMatchObject({ state: "active" });
    await pass(1);
    expect(times().at(-1)).toBe(dayS);
    const ended = await subscription();
    expect(ended).toMatchObject({ state: "disabled" });
    const attempts = heard.length;
    answers = [204];
    expect((await book()).statuses).toEqual([]);
    await pass(dayS);
    expect(heard).toHaveLength(attempts);
    const path = ended.uri.slice(calendly.url.length);
    expect((await ask("PATCH", path, { state: "active" })).status).toBe(404);
    expect((await subscribe()).status).toBe(409);
    expect([(await ask("DELETE", path)).status, (await subscribe()).status]).toEqual([204, 201]);
  });

  it("comes no more once it is answered with 410, which ends the subscription", async () => {
    answers = [500, 410];
    await book();
    await pass(dayS);
    expect([times(), await subscription()]).toEqual([[0, 60], undefined]);
  });

  it("comes no more where its subscription was deleted", async () => {
    answers = [500];
    await book();
    await ask("DELETE", (await subscription()).uri.slice(calendly.url.length));
    await pass(dayS);
    expect(times()).toEqual([0]);
  });

  it("is signed anew each time, or as at first: Calendly does not say which", async () => {
    answers = [500, 500, 204];
    await book();
    await pass(60);
    await ask("POST", "/control/behave", { signsAnew: false });
    await pass(120);
    expect(heard.map(({ signed }) => signed)).toEqual([0, 60, 0]);
  });
});

describe("a receiver that is slow", () => {
  it("is waited for 15 seconds, then the message comes again", async () => {
    answers = ["hang", 204];
    expect((await book()).statuses).toEqual([null]);
    expect(limits).toEqual([10_000, 15_000]);
    patience = new AbortController();
    await pass(60);
    expect(times()).toEqual([0, 60]);
  });

  it("to let somebody in is waited for 10 seconds; then the message comes again", async () => {
    patience.abort();
    expect((await book("shutReceiver")).statuses).toEqual([null]);
    expect([limits, heard]).toEqual([[10_000], []]);
    patience = new AbortController();
    await pass(60);
    expect(times()).toEqual([60]);
  });

  it("is played on demand: it takes a message, and the message comes again all the same", async () => {
    expect((await book("slowReceiver")).statuses).toEqual([null]);
    await pass(dayS);
    expect(times()).toEqual([0, 60]);
    expect(heard[1]?.body).toBe(heard[0]?.body);
  });
});

it.each([
  ["unicodeBody", (body: string) => expect(body).toContain("é😀 דנה دانا")],
  ["bigBody", (body: string) => expect(body.length).toBeGreaterThan(3 * 1_024 * 1_024)],
] as const)("the body of %s is what it says, and comes again as it was", async (mode, isSo) => {
  answers = [500, 204];
  await book(mode);
  await pass(60);
  expect(heard.map(({ after }) => after)).toEqual([0, 60]);
  for (const { body } of heard) isSo(body);
});

it("what somebody else would send comes once", async () => {
  answers = [403];
  for (const mode of ["badSignature", "wrongKey", "missingSignature", "tamperedBody"] as const)
    await book(mode);
  await pass(dayS);
  expect(times()).toEqual([0, 0, 0, 0]);
});
