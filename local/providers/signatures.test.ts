import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";
import { validateRequest } from "twilio/lib/webhooks/webhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asJson, bodyOf, listen, listener } from "./http";
import { createWebhooks } from "./resend/webhooks";
import { twilioAccount } from "./twilio/account";
import { startTwilio, type Twilio } from "./twilio/twilio";

type Heard = { headers: Record<string, string>; body: string };
let heard: Heard[];
let receiver: { port: number; stop(): Promise<void> };
let twilio: Twilio;
const at = () => `http://127.0.0.1:${receiver.port}/hook?from=a%20b`;

beforeAll(async () => {
  const answer = listener(async (request) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    heard.push({ headers: Object.fromEntries(headers), body: (await bodyOf(request)).toString() });
    return asJson(200, {});
  });
  receiver = await listen(createServer(answer), 0);
  twilio = await startTwilio({ port: 0, inboundUrl: at() });
});
beforeEach(() => void (heard = []));
afterAll(() => Promise.all([receiver.stop(), twilio.stop()]));

/** The last that was heard. */
function last(): Heard {
  const found = heard.at(-1);
  if (!found) throw new Error("nothing was heard");
  return found;
}

describe("what a stand-in sends", () => {
  it.each([
    ["token", true],
    ["wrong", false],
    ["none", false],
  ] as const)(
    "for Twilio, signed by %s, is judged as such by Twilio's own library",
    async (signing, isGood) => {
      await twilio.receive("+972502345678", "שלום 😀 & é=1", signing);
      const { headers, body } = last();
      const given = headers["x-twilio-signature"] ?? "";
      const fields = Object.fromEntries(new URLSearchParams(body));
      expect(validateRequest(twilioAccount.authToken, given, at(), fields)).toBe(isGood);
    },
  );

  it.each([
    ["normal", true],
    ["badSignature", false],
    ["wrongKey", false],
    ["tamperedBody", false],
    ["staleTimestamp", false],
    ["futureTimestamp", false],
  ] as const)("for Resend, as %s, is judged as such by the library of Svix", async (mode, isGood) => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const { send } = createWebhooks(() => ({ url: at(), secret }), Date.now);
    await send({ type: "email.bounced", data: { message: "é😀 דנה" }, mode });
    const { headers, body } = last();
    const named = ["id", "timestamp", "signature"].map((name) => [
      `webhook-${name}`,
      headers[`svix-${name}`],
    ]);
    const verify = () => new Webhook(secret).verify(body, Object.fromEntries(named));
    if (isGood) expect(verify).not.toThrow();
    else expect(verify).toThrow();
  });
});
