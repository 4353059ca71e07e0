import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import type { AppMessage } from "@/lib/integrations/contract/app-message";
import type { Session } from "@/lib/integrations/contract/duties";
import { createProvider } from "@/lib/integrations/webhooks/provider";
import { changedSecret, firstSecret, shownSecret, signedHeaders } from "@/lib/integrations/webhooks/secrets";
import { posting } from "@/lib/outbound/post";
import { startWebhookReceiver, type WebhookReceiver } from "./receiver";

let receiver: WebhookReceiver;
beforeAll(async () => void (receiver = await startWebhookReceiver({ port: 0 })));
afterAll(() => receiver.stop());
beforeEach(() => receiver.know([]));

const dayMs = 86_400_000;
const item = {
  title: "דנה לוי 😀",
  text: "Was cold",
  url: "https://app.example/leads/1",
  project: "Summer",
  actor: null,
  at: "10:30",
  facts: {
    id: "n1",
    kind: "lead.heat",
    category: "heatProgressions",
    priority: "high",
    occurredAt: "2026-12-01T08:00:00.000Z",
    projectId: "p1",
    leadId: "l1",
  },
};
const message: AppMessage = { id: "d1", subject: "", intro: null, items: [item], why: { text: "", url: "" } };

const hosts = () => [new URL(receiver.url).host];
function tell(webhookKey: string, now = Date.now(), url = `${receiver.url}/in`) {
  const provider = createProvider({ post: posting({ allowed: hosts(), limitMs: 1_000 }), now: () => now });
  const session: Session = {
    connectionId: "c",
    account: { id: "", name: "", email: "", url: null },
    scopes: [],
    details: {},
    webhookKey,
    webhookUrl: "",
    fetches: false,
    whole: false,
    access: {
      token: async () => ({ ok: true, value: url }),
      renewed: async () => ({ ok: false, fault: "gone" }),
    },
    now: () => now,
    storeBookings: async () => [],
  };
  return provider.notify?.(session, message, new AbortController().signal);
}

describe("a webhook", () => {
  it("is verified by the library of the standard, has the same id and the same bytes at every attempt", async () => {
    const secret = firstSecret();
    receiver.know([shownSecret(secret)]);
    expect(await tell(secret)).toEqual({ ok: true, value: null });
    expect(await tell(secret, Date.now() + 60_000)).toEqual({ ok: true, value: null });
    const [one, two] = receiver.received().slice(-2);
    expect([one?.verified, two?.verified, one?.id, two?.id]).toEqual([true, true, "d1", "d1"]);
    expect(one?.body).toBe(two?.body);
    expect(one?.signature).not.toBe(two?.signature);
    expect(JSON.parse(one?.body ?? "")).toEqual({
      type: "notifications",
      timestamp: "2026-12-01T08:00:00.000Z",
      data: {
        notifications: [
          {
            id: "n1",
            kind: "lead.heat",
            category: "heatProgressions",
            priority: "high",
            occurred_at: "2026-12-01T08:00:00.000Z",
            project: { id: "p1", name: "Summer" },
            lead_id: "l1",
            title: "דנה לוי 😀",
            text: "Was cold",
            url: "https://app.example/leads/1",
          },
        ],
      },
    });
  });

  it("is signed as the library itself signs", () => {
    const [secret, now] = [firstSecret(), new Date("2026-12-01T08:00:00Z")];
    const { "webhook-signature": ours } = signedHeaders(secret, { id: "m1", body: "{}", now: now.getTime() });
    expect(ours).toBe(new Webhook(secret).sign("m1", now, "{}"));
  });

  it("by another secret is refused, and tried again", async () => {
    receiver.know([firstSecret()]);
    expect(await tell(firstSecret())).toEqual({ ok: false, fault: "unreachable" });
  });

  it("is signed by both secrets for a day after a change, and then by the new one alone", async () => {
    const before = firstSecret();
    const now = Date.now() - 2 * dayMs;
    const both = changedSecret(before, now);
    const signatures = (at: number) =>
      signedHeaders(both, { id: "m", body: "{}", now: at })["webhook-signature"]?.split(" ").length;
    expect([signatures(now), signatures(now + dayMs - 1), signatures(now + dayMs)]).toEqual([2, 2, 1]);
    expect(shownSecret(both)).not.toBe(before);
    const fresh = changedSecret(before, Date.now());
    for (const secret of [before, shownSecret(fresh)]) {
      receiver.know([secret]);
      expect(await tell(fresh)).toEqual({ ok: true, value: null });
    }
    receiver.know([before]);
    expect(await tell(both)).toEqual({ ok: false, fault: "unreachable" });
    // The secret of before is not dragged along for ever.
    expect(changedSecret(both, Date.now()).split(" ")).toHaveLength(2);
  });

  it.each([
    [{ status: 410, body: "" }, { fault: "credentials" }],
    [
      { status: 503, headers: { "retry-after": "9" }, body: "" },
      { fault: "limit", waitSeconds: 9 },
    ],
    [{ status: 500, body: "" }, { fault: "unreachable" }],
    [{ status: 404, body: "" }, { fault: "unreachable" }],
    [{ status: 302, headers: { location: "http://127.0.0.1/" }, body: "" }, { fault: "unreachable" }],
    ["cut" as const, { fault: "unreachable" }],
    ["hang" as const, { fault: "unreachable" }],
  ])("answered with %j is judged: %j", async (reply, answer) => {
    receiver.faults.set({ reply, times: 1 });
    expect(await tell(firstSecret())).toEqual({ ok: false, ...answer });
  });

  it("goes to no address of our own network, however it is spelled, and whatever it meant when it was connected", async () => {
    const port = new URL(receiver.url).port;
    const before = receiver.received().length;
    for (const url of [
      `https://127.0.0.1/`,
      `https://2130706433/`,
      `https://[::ffff:127.0.0.1]/`,
      `http://0x7f.2:${port}/`,
    ])
      expect(await tell(firstSecret(), Date.now(), url)).toEqual({ ok: false, fault: "refused" });
    expect(receiver.received().length).toBe(before);
  });
});
