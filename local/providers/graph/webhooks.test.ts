import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeChannelStore } from "@/lib/notifications/channels/fake-store.test-support";
import type { ChannelStore } from "@/lib/notifications/channels/store";
import type { WhatsappConfig } from "@/lib/notifications/channels/whatsapp/config";
import { receiveWhatsapp, verifyWhatsapp } from "@/lib/notifications/channels/whatsapp/webhook";
import { bodyOf, listen } from "../http";
import { graphApp } from "./app";
import { type Graph, startGraph } from "./graph";
import { forgeries, sendWebhook, valueOf } from "./webhooks";

const { store, told, requests, state } = fakeChannelStore();
let present: ChannelStore | null = store;
const configured: WhatsappConfig = { ...graphApp, apiUrl: "http://x", version: "v25.0" };
let config: WhatsappConfig | null = configured;
const parts = { config: () => config, store: () => present };
const [get, post] = [verifyWhatsapp(parts), receiveWhatsapp(parts)];

const server = createServer((request, response) => {
  void bodyOf(request).then(async (body) => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const url = `http://inside${request.url}`;
    const sent = { method: "POST", headers, body: new Uint8Array(body) };
    const answer = request.method === "GET" ? get(new Request(url)) : await post(new Request(url, sent));
    response.writeHead(answer.status).end(await answer.text());
  });
});

let app: { port: number; stop(): Promise<void> };
let graph: Graph;
let webhookUrl = "";
const now = Date.parse("2026-11-30T10:00:00Z");

beforeAll(async () => {
  app = await listen(server, 0);
  webhookUrl = `http://127.0.0.1:${app.port}/api/webhooks/whatsapp`;
  graph = await startGraph({ port: 0, webhookUrl, now: () => now });
});
afterAll(() => Promise.all([app.stop(), graph.stop()]));
beforeEach(() => {
  told.splice(0);
  requests.splice(0);
  state.broken = false;
  present = store;
  config = configured;
});

const digits = "972502345678";
const at = "2026-11-30T10:00:00.000Z";

it("Meta's question whether the address is ours is answered to whoever knows our word, and to nobody else", async () => {
  expect(await graph.verify()).toBe(true);
  expect(await graph.verify("another")).toBe(false);
  config = null;
  expect(await graph.verify()).toBe(false);
});

describe("a message from a phone", () => {
  it("opens the window, whatever it says, in letters that Meta escapes", async () => {
    expect(await graph.receive(digits, "שלום 😀 é")).toBe(200);
    expect(await graph.receive(digits, "שלום 😀 é", "unicodeBody")).toBe(200);
    expect(told).toEqual(Array(2).fill(`inbound whatsapp +${digits} ${at}`));
  });

  it("STOP and START are obeyed in three languages", async () => {
    for (const word of ["STOP", "START", "הסר", "ابدأ"]) await graph.receive(digits, word);
    expect(told.filter((line) => !line.startsWith("inbound"))).toEqual([
      `stop whatsapp +${digits} optedOut`,
      `start whatsapp +${digits}`,
      `stop whatsapp +${digits} optedOut`,
      `start whatsapp +${digits}`,
    ]);
  });

  it("a START that comes again after a later STOP starts nothing", async () => {
    await graph.receive(digits, "START", "normal", "wamid.1");
    await graph.receive(digits, "STOP", "normal", "wamid.2");
    await graph.receive(digits, "START", "normal", "wamid.1");
    expect(told.filter((line) => line.startsWith("start"))).toHaveLength(1);
  });

  it.each(forgeries)("with %s is refused", async (mode) => {
    expect(await graph.receive(digits, "STOP", mode)).toBe(403);
    expect(told).toEqual([]);
  });
});

describe("reports of messages", () => {
  it("of one delivery are told once each, by their furthest step, whatever their order", async () => {
    const status = (id: string, step: string, more: object = {}) => ({
      id,
      status: step,
      timestamp: "1",
      ...more,
    });
    const statuses = [
      status("a", "read"),
      status("b", "sent"),
      status("a", "delivered"),
      status("b", "played"),
    ];
    expect(await sendWebhook(webhookUrl, [valueOf({ statuses })])).toBe(200);
    expect(told).toEqual(["status a read", "status b read"]);
  });

  it("of a failure carry its code, and a person who stopped messages is obeyed", async () => {
    const failed = (code: number) => ({
      statuses: [{ id: "c", status: "failed", recipient_id: digits, errors: [{ code }] }],
    });
    await sendWebhook(webhookUrl, [valueOf(failed(131_026)), valueOf(failed(131_050))]);
    expect(told).toEqual(["status c failed 131026"]);
    await sendWebhook(webhookUrl, [valueOf(failed(131_050))]);
    expect(told.slice(1)).toEqual(["status c failed 131050", `stop whatsapp +${digits} optedOut`]);
  });
});

describe("a delivery of many", () => {
  const message = (id: string, body: string, more: object = {}) => ({
    messages: [{ id, from: digits, timestamp: String(now / 1_000), type: "text", text: { body }, ...more }],
  });

  it("is read but for other numbers, unknown kinds and people without a number", async () => {
    const values = [
      valueOf(message("1", "STOP"), "999"),
      valueOf({
        messages: [{ id: "2", type: "unsupported", from_user_id: "US.1", timestamp: "1" }, null, 5],
      }),
      valueOf(message("3", "hi", { from: undefined })),
      valueOf({ statuses: [{ id: "4", status: "warp" }, { nothing: true }] }),
      { nothing: "that we know" },
      valueOf(message("5", "hello")),
    ];
    expect(await sendWebhook(webhookUrl, values)).toBe(200);
    expect(told).toEqual([`inbound whatsapp +${digits} ${at}`]);
  });

  it("is noted in one request, however much it holds", async () => {
    const messages = Array.from({ length: 300 }, (_, at) => message(`m${at}`, "hi").messages[0]);
    const statuses = Array.from({ length: 300 }, (_, at) => ({ id: `s${at}`, status: "read" }));
    expect(await sendWebhook(webhookUrl, [valueOf({ messages }), valueOf({ statuses })])).toBe(200);
    expect(requests).toEqual([600]);
  });

  it("comes again later where the database takes nothing now, or there is none", async () => {
    state.broken = true;
    expect(await graph.receive(digits, "hi")).toBe(503);
    present = null;
    expect(await graph.receive(digits, "hi")).toBe(503);
  });

  it("of more than 3 MB is not read", async () => {
    const values = [valueOf(message("6", "a".repeat(3 * 1_024 * 1_024)))];
    expect([413, null]).toContain(await sendWebhook(webhookUrl, values));
    expect(told).toEqual([]);
  });
});
