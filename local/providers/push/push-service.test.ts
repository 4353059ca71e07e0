import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import webpush from "web-push";
import { createOutbox } from "../outbox";
import { type PushService, startPushService } from "./push-service";

let service: PushService;
let now = Date.now();
const outbox = createOutbox();
const own = webpush.generateVAPIDKeys();
const vapidDetails = { subject: "mailto:ops@ovenai.test", ...own };

beforeAll(async () => {
  service = await startPushService({ port: 0, outbox, now: () => now });
});
afterAll(() => service.stop());
afterEach(() => void (now = Date.now()));

const agentOf = ({ certificate }: PushService) => new Agent({ ca: certificate });

type Options = Parameters<typeof webpush.sendNotification>[2];

/** What a push service answers to web-push, as its status and text. */
const send = (
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
  options: Options = {},
) =>
  webpush
    .sendNotification(subscription, "שלום", { vapidDetails, agent: agentOf(service), ...options })
    .then(({ statusCode }) => ({ status: statusCode, text: "" }))
    .catch((error: unknown) =>
      error instanceof webpush.WebPushError
        ? { status: error.statusCode, text: error.body }
        : { status: 0, text: String(error) },
    );

/** The request that web-push would send, with some headers changed. */
function sendRaw(headers: Record<string, string | undefined>, body?: Buffer) {
  const made = webpush.generateRequestDetails(service.subscribe(null), "x", { vapidDetails, TTL: 1 });
  const given = Object.entries({ ...made.headers, "Content-Length": undefined, ...headers });
  const left = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return new Promise<number>((resolve, reject) => {
    const asking = request(
      made.endpoint,
      { method: "POST", headers: left, agent: agentOf(service) },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asking.on("error", reject);
    asking.end(body ?? made.body);
  });
}

it("takes what web-push sends, decrypts it and shows it as having left the house", async () => {
  expect(await send(service.subscribe(own.publicKey), { TTL: 60, urgency: "high" })).toMatchObject({
    status: 201,
  });
  expect(service.messages().at(-1)).toMatchObject({
    text: "שלום",
    ttlSeconds: 60,
    urgency: "high",
    topic: null,
  });
  expect(outbox.list()[0]).toMatchObject({ channel: "push", text: "שלום" });
});

it("is trusted by nobody who was not given its certificate", async () => {
  const answer = await send(service.subscribe(null), { agent: new Agent({ ca: [] }) });
  expect(answer).toMatchObject({ status: 0, text: expect.stringMatching(/certificate/i) });
});

it("refuses a sender whose key is not the subscription's, or whose token is for another service or lasts for days", async () => {
  const others = { subject: vapidDetails.subject, ...webpush.generateVAPIDKeys() };
  const foreign = await send(service.subscribe(own.publicKey), { vapidDetails: others });
  expect(foreign).toEqual({ status: 403, text: "VapidPkHashMismatch" });
  const { endpoint, keys } = service.subscribe(own.publicKey);
  const elsewhere = endpoint.replace("127.0.0.1", "localhost");
  expect(await send({ endpoint: elsewhere, keys })).toMatchObject({ status: 403, text: /aud/ });
  now = Date.now() - 13 * 60 * 60 * 1_000;
  expect(await send({ endpoint, keys })).toMatchObject({ status: 403, text: /24 hours/ });
  now = Date.now() + 13 * 60 * 60 * 1_000;
  expect(await send({ endpoint, keys })).toMatchObject({ status: 403, text: /exp/ });
});

it("refuses a request without TTL, without encryption, with an odd topic or urgency, or that is too big", async () => {
  expect(await sendRaw({})).toBe(201);
  expect(await sendRaw({ TTL: undefined })).toBe(400);
  expect(await sendRaw({ TTL: "1.5" })).toBe(400);
  expect(await sendRaw({ "Content-Encoding": "aesgcm" })).toBe(400);
  expect(await sendRaw({ Topic: "a b" })).toBe(400);
  expect(await sendRaw({ Topic: "a".repeat(33) })).toBe(400);
  expect(await sendRaw({ Urgency: "asap" })).toBe(400);
  expect(await sendRaw({ Authorization: undefined })).toBe(401);
  expect(await sendRaw({}, Buffer.alloc(4_097))).toBe(413);
});

it("a message replaces the one under the same topic, and none outlives its TTL", async () => {
  const subscription = service.subscribe(own.publicKey);
  const id = subscription.endpoint.split("/").at(-1);
  const waiting = () => service.messages().filter(({ subscriptionId }) => subscriptionId === id).length;
  await send(subscription, { topic: "lead", TTL: 60 });
  await send(subscription, { topic: "lead", TTL: 60 });
  expect(waiting()).toBe(1);
  await send(subscription, { topic: "other", TTL: 600 });
  expect(waiting()).toBe(2);
  now += 61_000;
  expect(waiting()).toBe(1);
});

it("answers 404 for an unknown subscription, 410 for an ended one, and 201 for a dead one that nothing reaches", async () => {
  const { endpoint, keys } = service.subscribe(null);
  const id = endpoint.split("/").at(-1) ?? "";
  expect(await send({ endpoint: `${endpoint}x`, keys })).toMatchObject({ status: 404 });
  service.subscriptions.change(id, "gone");
  expect(await send({ endpoint, keys })).toMatchObject({ status: 410 });
  service.subscriptions.change(id, "dead");
  expect(await send({ endpoint, keys })).toMatchObject({ status: 201 });
  expect(service.messages().some(({ subscriptionId }) => subscriptionId === id)).toBe(false);
});

it("keeps its subscriptions and its certificate over a restart", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "push-"));
  const first = await startPushService({ port: 0, folder });
  const { endpoint } = first.subscribe(null);
  await first.stop();
  const second = await startPushService({ port: 0, folder });
  expect(second.certificate).toBe(first.certificate);
  expect(second.subscriptions.find(endpoint.split("/").at(-1) ?? "")).toMatchObject({ state: "alive" });
  await second.stop();
  rmSync(folder, { recursive: true });
});
