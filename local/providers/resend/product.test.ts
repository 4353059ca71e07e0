import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { emailSender } from "@/lib/notifications/channels/email/email";
import { takeResendEvent } from "@/lib/notifications/channels/email/service";
import { sampleMessage } from "@/lib/testing/sample-messages";
import { freePort, HOST } from "../../ports";
import { RESEND_API_KEY, type Resend, startResend } from "./resend";
import { modes } from "./webhooks";

const secret = `whsec_${Buffer.from("the secret of the webhook").toString("base64")}`;
const switchedOff: string[] = [];
const seenIds = new Set<string>();
let answers: number[] = [];
let receiver: Server;
let resend: Resend;

beforeAll(async () => {
  const port = await freePort();
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const told = {
      headers: new Headers(
        Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
      ),
      body: Buffer.concat(chunks),
      secret,
      nowSeconds: Math.floor(Date.now() / 1_000),
    };
    const status = await takeResendEvent(told, async (id, addresses, reason) => {
      const isNew = !seenIds.has(id);
      seenIds.add(id);
      if (isNew) switchedOff.push(...addresses.map((address) => `${address} ${reason}`));
      return isNew;
    });
    answers.push(status);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(port, HOST, resolve));
  resend = await startResend({
    port: 0,
    webhook: { url: `http://${HOST}:${port}/`, secret },
    requestsPerSecond: 100,
  });
});
afterAll(async () => {
  await resend.stop();
  await new Promise((resolve) => receiver.close(resolve));
});
beforeEach(async () => {
  await control("reset", {});
  switchedOff.length = 0;
  answers = [];
});

const control = async (what: string, body?: unknown) =>
  (
    await fetch(`${resend.url}/__fake/${what}`, body ? { method: "POST", body: JSON.stringify(body) } : {})
  ).json();
const fault = (action: object, times = 1) =>
  control("faults", { match: { pathRegex: "^/emails$", times }, action });

type Sent = Partial<{
  to: string;
  id: string;
  apiKey: string;
  from: string;
  subject: string;
  timeoutMs: number;
}>;
async function send({
  to = "dana@example.org",
  id = "dispatch-1",
  apiKey = RESEND_API_KEY,
  ...rest
}: Sent = {}) {
  const from = { name: 'חברת אבן, "הפרויקט"', address: rest.from ?? "news@example.com" };
  const channel = emailSender(
    {
      from,
      inboxUrl: "https://app.example.com/notifications",
      unsubscribeMailbox: null,
      provider: { name: "resend", account: { apiUrl: resend.url, apiKey } },
    },
    translatorOf,
  );
  const message = sampleMessage("booked", "he");
  const dispatch = {
    id,
    destination: { id: "d", address: to, keys: null },
    message: { ...message, subject: rest.subject ?? message.subject },
  };
  return channel?.(dispatch, AbortSignal.timeout(rest.timeoutMs ?? 10_000));
}

describe("the product and Resend", () => {
  it("send a mail with all its headers and its calendar, and nothing that the service does not know", async () => {
    const outcome = await send();
    const [mail] = resend.emails();
    expect(outcome).toEqual({ outcome: "sent", providerId: mail?.id });
    expect(mail).toMatchObject({
      from: '"חברת אבן, \\"הפרויקט\\"" <news@example.com>',
      headers: {
        "List-Unsubscribe": "<https://app.example.com/api/unsubscribe/AbCd-1234_xyz>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Message-ID": "<dispatch-1@example.com>",
      },
      attachments: [{ filename: "invite.ics", content_type: "text/calendar; charset=utf-8; method=REQUEST" }],
    });
    const calendar = Buffer.from(mail?.attachments[0]?.content ?? "", "base64").toString();
    expect(calendar).toBe(sampleMessage("booked", "he").calendar?.text);
    expect([await control("warnings"), await control("unexpected")]).toEqual([[], []]);
  });

  it("send once, though the answer of the first attempt was lost", async () => {
    await fault({ dropConnection: "after" });
    expect(await send()).toEqual({ outcome: "retry", reason: "network", afterSeconds: null });
    expect(await send()).toMatchObject({ outcome: "sent" });
    expect(resend.emails()).toHaveLength(1);
  });

  it("send once, though the text was written anew in between", async () => {
    await fault({ dropConnection: "after" });
    await send();
    expect(await send({ subject: "עוד" })).toEqual({ outcome: "sent", providerId: null });
    expect(resend.emails()).toHaveLength(1);
  });

  it.each([
    ["the service is down", { status: 500, body: { name: "application_error" } }, "providerDown", null],
    ["it names a time", { status: 503, headers: { "retry-after": "30" }, body: "no" }, "providerDown", 30],
    [
      "there were too many",
      { status: 429, headers: { "ratelimit-reset": "7" }, body: { name: "rate_limit_exceeded" } },
      "rateLimited",
      7,
    ],
    [
      "the first still runs",
      { status: 409, body: { name: "concurrent_idempotent_requests" } },
      "rateLimited",
      null,
    ],
    ["the answer is cut off", { status: 200, body: { id: "x" }, malformedJson: true }, "providerDown", null],
    ["the answer has no id", { status: 200, body: {} }, "providerDown", null],
    [
      "it sends elsewhere",
      { status: 302, headers: { location: "http://127.0.0.1:1/" }, body: {} },
      "network",
      null,
    ],
    ["nobody answers", { dropConnection: "before" }, "network", null],
  ])("try again later where %s", async (_, action, reason, afterSeconds) => {
    await fault(action);
    expect(await send()).toEqual({ outcome: "retry", reason, afterSeconds });
    expect(resend.emails()).toEqual([]);
  });

  it("try again later where the service is too slow", async () => {
    await fault({ delayMs: 2_000 });
    expect(await send({ timeoutMs: 50 })).toEqual({
      outcome: "retry",
      reason: "timeout",
      afterSeconds: null,
    });
  });

  it("know what is our own fault", async () => {
    expect(await send({ apiKey: "re_wrong" })).toEqual({ outcome: "broken", reason: "credentials" });
    expect(await send({ from: "news@other.example" })).toEqual({
      outcome: "broken",
      reason: "unverifiedSender",
    });
    await fault({ status: 429, body: { name: "monthly_quota_exceeded" } });
    expect(await send()).toEqual({ outcome: "broken", reason: "quotaExceeded" });
    await fault({ status: 422, body: { name: "validation_error" } });
    expect(await send()).toEqual({ outcome: "failed", reason: "rejected" });
  });

  it.each(["bounced", "complained"])(
    "switch off an address that %s, by the service's own test address",
    async (name) => {
      expect(await send({ to: `${name}+x@resend.dev` })).toMatchObject({ outcome: "sent" });
      await expect.poll(() => switchedOff).toEqual([`${name}+x@resend.dev ${name}`]);
      expect(answers).toEqual([200, 200]);
    },
  );

  it.each(modes)("take an event that is %s as it deserves", async (mode) => {
    const data = { to: ["dana@example.org"], bounce: { type: "Permanent", message: "é😀" } };
    await control("webhooks/send", { type: "email.bounced", data, mode });
    const isGood = mode === "normal" || mode === "duplicate";
    expect(answers).toEqual(mode === "duplicate" ? [200, 200] : [isGood ? 200 : 401]);
    expect(switchedOff).toEqual(isGood ? ["dana@example.org bounced"] : []);
  });
});
