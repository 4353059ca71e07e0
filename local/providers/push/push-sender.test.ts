import { Agent } from "node:https";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import webpush from "web-push";
import type { OutgoingMessage } from "@/lib/notifications/channels/channel";
import { aMessage } from "@/lib/notifications/channels/message.test-support";
import type { PushConfig } from "@/lib/notifications/channels/push/config";
import { pushSender } from "@/lib/notifications/channels/push/push";
import { startSilence } from "../silence.test-support";
import { type PushService, startPushService } from "./push-service";

let service: PushService;
let agent: Agent;
const pair = webpush.generateVAPIDKeys();
const now = Date.parse("2026-11-30T10:00:00Z");

beforeAll(async () => {
  const started = Date.now();
  service = await startPushService({ port: 0, now: () => started });
  agent = new Agent({ ca: service.certificate });
});
afterAll(() => service.stop());
beforeEach(() => service.faults.set({ reply: "cut", times: 0 }));

const config = (change: Partial<PushConfig> = {}): PushConfig => ({
  ...pair,
  subject: "mailto:ops@ovenai.test",
  hosts: [service.host],
  ...change,
});

type Given = Partial<{
  config: PushConfig;
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } | null };
  message: Partial<OutgoingMessage>;
  signal: AbortSignal;
  timeoutMs: number;
}>;

async function send(given: Given = {}) {
  const { endpoint: address, keys } = given.subscription ?? service.subscribe(pair.publicKey);
  const timeoutMs = given.timeoutMs ?? 5_000;
  const sender = pushSender(given.config ?? config(), { agent, now: () => now, timeoutMs });
  const destination = { id: "d", address, keys };
  return sender?.(
    { id: "delivery", destination, message: aMessage(given.message) },
    given.signal ?? new AbortController().signal,
  );
}

const answering = (status: number, headers: Record<string, string> = {}, body = "") =>
  service.faults.set({ reply: { status, headers, body }, times: 1 });

it("there is no sender where nothing is configured", () => {
  expect(pushSender(null)).toBeNull();
});

it("a message reaches its browser, with its urgency and a lifetime in whole seconds", async () => {
  expect(await send({ message: { ttlSeconds: 90.7 } })).toEqual({ outcome: "sent", providerId: null });
  const arrived = service.messages().at(-1);
  expect(arrived).toMatchObject({ ttlSeconds: 90, urgency: "high" });
  expect(JSON.parse(arrived?.text ?? "")).toMatchObject({
    web_push: 8030,
    notification: { body: "She was cold this morning.", tag: arrived?.topic },
  });
});

it("a lifetime of nothing stays nothing: it arrives now or never", async () => {
  for (const ttlSeconds of [0, -5]) {
    const before = service.messages().length;
    expect(await send({ message: { ttlSeconds } })).toMatchObject({ outcome: "sent" });
    expect(service.messages().slice(before)).toMatchObject([{ ttlSeconds: 0 }]);
  }
});

it("of one lead a device that was away gets the last message only, of two leads both", async () => {
  const subscription = service.subscribe(pair.publicKey);
  const id = subscription.endpoint.split("/").at(-1);
  for (const thread of ["lead a", "lead a", "lead b", null, null])
    await send({ subscription, message: { thread } });
  const waiting = service.messages().filter(({ subscriptionId }) => subscriptionId === id);
  expect(waiting).toHaveLength(4);
  expect(waiting.map(({ topic }) => topic?.length)).toEqual([32, 32, undefined, undefined]);
});

describe("what a push service refuses", () => {
  it.each([404, 410])("with %i ends the subscription", async (status) => {
    answering(status);
    expect(await send()).toEqual({ outcome: "gone", reason: "endpointGone" });
  });

  it("with 413 is never sent again", async () => {
    answering(413);
    expect(await send()).toEqual({ outcome: "failed", reason: "tooLarge" });
  });

  it("with 429 or 5xx is sent later, when the service wishes", async () => {
    answering(429, { "retry-after": "120" });
    expect(await send()).toEqual({ outcome: "retry", reason: "rateLimited", afterSeconds: 120 });
    answering(503, { "retry-after": "Mon, 30 Nov 2026 10:01:00 GMT" });
    expect(await send()).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: 60 });
    answering(500);
    expect(await send()).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: null });
  });

  it("with 400, 401 or 403 is our fault, and costs nobody their subscription", async () => {
    for (const status of [400, 401, 403]) {
      answering(status, {}, "BadJwtToken");
      expect(await send()).toEqual({ outcome: "broken", reason: "credentials" });
    }
    const others = config(webpush.generateVAPIDKeys());
    expect(await send({ config: others })).toEqual({ outcome: "broken", reason: "keyMismatch" });
  });

  it("with a redirect is followed nowhere", async () => {
    answering(302, { location: `${service.url}/push/elsewhere` });
    expect(await send()).toEqual({ outcome: "broken", reason: "credentials" });
  });
});

describe("what goes wrong on the way", () => {
  it("a service that hangs is given up at the limit, or when the worker ends", async () => {
    const silence = await startSilence();
    const { keys } = service.subscribe(null);
    const subscription = { endpoint: `https://${silence.host}/push/a`, keys };
    const given = { subscription, config: config({ hosts: [silence.host] }) };
    const later = { outcome: "retry", reason: "timeout", afterSeconds: null };
    expect(await send({ ...given, timeoutMs: 50 })).toEqual(later);
    const ending = new AbortController();
    void silence.heard.then(() => ending.abort());
    expect(await send({ ...given, signal: ending.signal })).toEqual(later);
    await silence.stop();
  });

  it("a connection that breaks, or whose certificate nobody knows, is tried again", async () => {
    const later = { outcome: "retry", reason: "network", afterSeconds: null };
    service.faults.set({ reply: "cut", times: 1 });
    expect(await send()).toEqual(later);
    const distrustful = pushSender(config());
    const { endpoint: address, keys } = service.subscribe(null);
    const dispatch = { id: "x", destination: { id: "d", address, keys }, message: aMessage() };
    expect(await distrustful?.(dispatch, new AbortController().signal)).toEqual(later);
  });
});

describe("a subscription that cannot be sent to", () => {
  it("is not asked where its host is none of the push services, and is kept", async () => {
    const { keys } = service.subscribe(null);
    const subscription = { endpoint: "https://169.254.169.254/latest", keys };
    expect(await send({ subscription })).toEqual({ outcome: "failed", reason: "invalidAddress" });
  });

  it("is switched off where its keys are none", async () => {
    const { endpoint } = service.subscribe(null);
    const gone = { outcome: "gone", reason: "invalidAddress" };
    expect(await send({ subscription: { endpoint, keys: null } })).toEqual(gone);
    expect(await send({ subscription: { endpoint, keys: { p256dh: "AAAA", auth: "AAAA" } } })).toEqual(gone);
  });

  it("of which not even the addresses of its message fit takes no message", async () => {
    const item = { ...aMessage().items[0], url: `https://ovenai.test/${"a".repeat(4_000)}` };
    expect(await send({ message: { items: [item] } })).toEqual({ outcome: "failed", reason: "tooLarge" });
  });
});
