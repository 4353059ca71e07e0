import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SmtpServer } from "@/lib/notifications/channels/email/config";
import { sampleMessage } from "@/lib/testing/sample-messages";
import { type MailTest, startMailTest } from "./mail-test";

let test: MailTest;
beforeAll(async () => void (test = await startMailTest()));
afterAll(() => test.mailbox.stop());
beforeEach(() => test.mailbox.mails.clear());

describe("what a server says", () => {
  it.each([
    ["bounce", { outcome: "gone", reason: "bounced" }],
    ["busy", { outcome: "retry", reason: "providerDown", afterSeconds: null }],
    ["full", { outcome: "retry", reason: "providerDown", afterSeconds: null }],
    ["large", { outcome: "failed", reason: "tooLarge" }],
    ["policy", { outcome: "broken", reason: "unverifiedSender" }],
    ["spam", { outcome: "failed", reason: "blocked" }],
  ])("of %s@ is the right outcome, and nothing arrived", async (name, outcome) => {
    expect(await test.send(sampleMessage("heat", "en"), { to: `${name}@example.com` })).toEqual(outcome);
    expect(test.mailbox.mails.list()).toEqual([]);
  });

  it("of a sender that it does not know yet is: later; and later it takes the mail", async () => {
    const to = "greylist@example.com";
    expect(await test.send(sampleMessage("heat", "en"), { to })).toMatchObject({
      outcome: "retry",
      reason: "rateLimited",
    });
    expect(await test.send(sampleMessage("heat", "en"), { to })).toMatchObject({ outcome: "sent" });
  });

  it.each<[string, Partial<SmtpServer>, object]>([
    ["nobody listens: later", { port: 1 }, { outcome: "retry", reason: "network", afterSeconds: null }],
    [
      "it speaks no TLS: our fault",
      { security: "starttls" },
      { outcome: "broken", reason: "insecureConnection" },
    ],
    [
      "it takes another password: our fault",
      { login: { user: "a", password: "wrong" } },
      { outcome: "broken", reason: "credentials" },
    ],
  ])("is told apart where %s", async (_, change, outcome) => {
    expect(await test.send(sampleMessage("heat", "en"), { server: change })).toEqual(outcome);
    expect(test.mailbox.mails.list()).toEqual([]);
  });
});
