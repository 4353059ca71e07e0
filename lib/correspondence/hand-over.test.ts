import { afterEach, expect, it, vi } from "vitest";
import type { Mail } from "@/lib/notifications/channels/email/mail";
import { handOver, type MailWays } from "./hand-over";

const mail: Mail = {
  ...{ from: { name: "Noa", address: "noa@example.com" }, to: "dana@lead.test", replyTo: null },
  ...{ subject: "Hello", html: "<p>Hello</p>", text: "Hello", messageId: "<1@example.com>" },
  ...{ references: null, headers: {}, calendar: null },
};
const ways: MailWays = { platform: null, resendUrl: "https://resend.test" };
const resend = { via: "resend", key: "re_1", from: "noa@example.com" } as const;
const smtp = {
  via: "smtp",
  host: "10.0.0.1",
  port: 587,
  user: "u",
  password: "p",
  from: "a@b.test",
} as const;

/** What Resend answers, and what it was asked. */
function answering(status: number, body: unknown) {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal("fetch", asked);
  return asked;
}
const handed = (credentials: Parameters<typeof handOver>[0]) =>
  handOver(credentials, mail, "id-1", ways, new AbortController().signal);
afterEach(() => vi.unstubAllGlobals());

it("a mail goes by the key of its author, under the id that is the same at every attempt", async () => {
  const asked = answering(200, { id: "sent-1" });
  expect(await handed(resend)).toEqual({ ok: true, providerId: "sent-1" });
  const [url, init] = asked.mock.calls[0] ?? [];
  expect(url).toBe("https://resend.test/emails");
  const headers = new Headers(init?.headers);
  expect([headers.get("authorization"), headers.get("idempotency-key")]).toEqual(["Bearer re_1", "id-1"]);
});

it.each([
  [401, { name: "missing_api_key" }, "mailAuth", false],
  [403, { name: "validation_error", message: "The domain is not verified" }, "mailSender", false],
  [429, { name: "rate_limit_exceeded" }, "mailBusy", true],
  [500, { name: "internal_server_error" }, "mailBusy", true],
])("one that is refused by %i %j says why: %s (again: %s)", async (status, body, problem, again) => {
  answering(status, body);
  expect(await handed(resend)).toMatchObject({ ok: false, problem });
  expect(await handed(resend)).toMatchObject({ again });
});

it("one for a server within a network of ours goes nowhere, and not again", async () => {
  expect(await handed(smtp)).toEqual({ ok: false, problem: "mailHostPrivate", again: false });
});

it("one by this app's own address says that it has none", async () => {
  expect(await handed({ via: "platform" })).toEqual({ ok: false, problem: "mailNoPlatform", again: false });
});
