import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeChannelStore } from "@/lib/notifications/channels/fake-store.test-support";
import { aMessage } from "@/lib/notifications/channels/message.test-support";
import type { SmsConfig } from "@/lib/notifications/channels/sms/config";
import { smsSender } from "@/lib/notifications/channels/sms/sms";
import { twilioInbound, twilioStatus } from "@/lib/notifications/channels/sms/webhook";
import type { ChannelStore } from "@/lib/notifications/channels/store";
import { bodyOf, listen } from "../http";
import { twilioAccount } from "./account";
import { startTwilio, type Twilio } from "./twilio";
import { sendWebhook } from "./webhooks";

const { store, told, state } = fakeChannelStore();
let present: ChannelStore | null = store;
let config: SmsConfig | null = null;
const parts = { config: () => config, store: () => present };
const routes: Record<string, (request: Request) => Promise<Response>> = {
  "/api/webhooks/twilio/status": twilioStatus(parts),
  "/api/webhooks/twilio/inbound": twilioInbound(parts),
};

let answers: { status: number; type: string | null; text: string }[] = [];
let app: { port: number; stop(): Promise<void> };
let twilio: Twilio;
let siteUrl = "";

/** The app behind a proxy: what it sees as its own address is not what Twilio was given. */
const server = createServer((request, response) => {
  void bodyOf(request).then(async (body) => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const url = `http://inside:3000${request.url}`;
    const route = routes[new URL(url).pathname];
    const answer = await route?.(new Request(url, { method: "POST", headers, body: new Uint8Array(body) }));
    const text = (await answer?.text()) ?? "";
    answers.push({ status: answer?.status ?? 0, type: answer?.headers.get("content-type") ?? null, text });
    response.writeHead(answer?.status ?? 404).end(text);
  });
});

beforeAll(async () => {
  app = await listen(server, 0);
  siteUrl = `http://127.0.0.1:${app.port}`;
  twilio = await startTwilio({ port: 0, inboundUrl: `${siteUrl}/api/webhooks/twilio/inbound?from=a%20b` });
});
afterAll(() => Promise.all([app.stop(), twilio.stop()]));
beforeEach(() => {
  told.splice(0);
  answers = [];
  state.broken = false;
  present = store;
  const { accountSid, authToken, sharedKey, from } = twilioAccount;
  config = { accountSid, authToken, sharedKey, from, apiUrl: twilio.url, siteUrl };
});

const phone = "+972502345678";

async function sent(): Promise<string> {
  const destination = { id: "d", address: phone, keys: null };
  const outcome = await smsSender(config)?.(
    { id: "x", destination, message: aMessage() },
    AbortSignal.timeout(5_000),
  );
  return outcome?.outcome === "sent" ? (outcome.providerId ?? "") : "";
}

describe("a report of a message", () => {
  it("reaches the database, signed by the token or by a shared key, and is answered with TwiML", async () => {
    const sid = await sent();
    expect(await twilio.report(sid, "sent")).toBe(200);
    expect(await twilio.report(sid, "undelivered", 30_007, "sharedKey")).toBe(200);
    expect(told).toEqual([`status ${sid} sent`, `status ${sid} undelivered 30007`]);
    expect(answers[0]).toEqual({
      status: 200,
      type: "text/xml; charset=utf-8",
      text: '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    });
  });

  it("switches a number off that nobody has, that is a landline, or whose owner said STOP", async () => {
    const sid = await sent();
    await twilio.report(sid, "undelivered", 30_006);
    await twilio.report(sid, "failed", 21_610);
    await twilio.report(sid, "failed", 30_003);
    await twilio.report(sid, "sent", 30_006);
    const stops = told.filter((line) => line.startsWith("stop"));
    expect(stops).toEqual([`stop sms ${phone} invalidAddress`, `stop sms ${phone} optedOut`]);
  });

  it.each(["wrong", "none"] as const)(
    "with a %s signature is refused, and tells nobody anything",
    async (signing) => {
      const sid = await sent();
      expect(await twilio.report(sid, "failed", 21_610, signing)).toBe(403);
      expect(await twilio.receive(phone, "STOP", signing)).toBe(403);
      expect(told).toEqual([]);
      await twilio.receive(phone, "START");
    },
  );

  it("comes again later where the database takes nothing now, or there is none", async () => {
    const sid = await sent();
    state.broken = true;
    expect(await twilio.report(sid, "sent")).toBe(503);
    present = null;
    expect(await twilio.report(sid, "sent")).toBe(503);
  });

  it("is nothing to an app without Twilio", async () => {
    const sid = await sent();
    config = null;
    expect(await twilio.report(sid, "sent")).toBe(404);
  });

  it("in a shape that we do not know is taken and passed over, one that is too long is not", async () => {
    const url = `${siteUrl}/api/webhooks/twilio/status`;
    expect(await sendWebhook(url, { Something: "new" })).toBe(200);
    expect(await sendWebhook(url, { Body: "a".repeat(70_000) })).toBe(413);
    expect(told).toEqual([]);
  });
});

describe("a message from a phone", () => {
  it("STOP and START are obeyed, also in Hebrew and Arabic, of which Twilio knows nothing", async () => {
    for (const word of ["Stop", "start", "הסר", "ابدأ"]) await twilio.receive(phone, word);
    expect(told).toEqual([
      `stop sms ${phone} optedOut`,
      `start sms ${phone}`,
      `stop sms ${phone} optedOut`,
      `start sms ${phone}`,
    ]);
  });

  it("a START that comes again after a later STOP starts nothing", async () => {
    const sid = `SM${"a".repeat(32)}`;
    await twilio.receive(phone, "START", "token", sid);
    await twilio.receive(phone, "STOP");
    await twilio.receive(phone, "START", "token", sid);
    expect(told).toEqual([`start sms ${phone}`, `stop sms ${phone} optedOut`]);
    await twilio.receive(phone, "START");
  });

  it("with anything else changes nothing, and gets no reply", async () => {
    expect(await twilio.receive(phone, "Stop calling me at home 😀")).toBe(200);
    expect(told).toEqual([]);
  });
});
