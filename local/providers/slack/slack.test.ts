import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppMessage } from "@/lib/integrations/contract/app-message";
import type { Access, Session, Tokens } from "@/lib/integrations/contract/duties";
import { createProvider } from "@/lib/integrations/slack/provider";
import { asking } from "@/lib/provider-request";
import { startSlack, type Slack } from "./slack";

let slack: Slack;
const key = "abcdefghijklmnopqrstuvwx";
const hookOf = (secret = key) => `${slack.url}/services/T0AAAAAAA/B0BBBBBBB/${secret}`;
beforeAll(async () => void (slack = await startSlack({ port: 0 })));
afterAll(() => slack.stop());
beforeEach(() => slack.set({ path: new URL(hookOf()).pathname, state: "open" }));

const provider = () =>
  createProvider({ env: { SLACK_HOOKS_URL: slack.url }, ask: asking(1_000), now: Date.now });
const accessTo = (url: string): Access => ({
  token: async () => ({ ok: true, value: url }),
  renewed: async () => ({ ok: false, fault: "credentials" }),
});
const sessionTo = (url: string): Session => ({
  connectionId: "c",
  account: { id: "", name: "", email: "", url: null },
  scopes: [],
  details: {},
  webhookKey: null,
  webhookUrl: "",
  fetches: false,
  whole: false,
  access: accessTo(url),
  now: Date.now,
  storeBookings: async () => [],
});

const facts = {
  id: null,
  kind: "lead.heat",
  category: "heatProgressions",
  priority: "high",
  occurredAt: "2026-12-01T08:00:00.000Z",
  projectId: null,
  leadId: null,
};
const message: AppMessage = {
  id: "d1",
  subject: "Dana & <Co> is burning",
  intro: null,
  items: [
    {
      title: "Dana & <Co> is burning",
      text: "<!channel> was cold <https://evil.example|here> &amp;",
      url: "https://app.example/leads/1?a=1&b=2",
      project: "Summer > Winter",
      actor: null,
      at: "10:30",
      facts,
    },
  ],
  why: { text: "Its switch is on", url: "https://app.example/settings/notifications#apps" },
};
const notify = (url: string, told = message) => {
  const { notify: tell } = provider();
  if (!tell) throw new Error("Slack takes notifications");
  return tell(sessionTo(url), told, new AbortController().signal);
};

describe("an address of Slack", () => {
  const read = (text: string): Tokens | null => provider().readPersonal(text);

  it("is one of its own host, with a team, a hook and a key, and nothing else", () => {
    expect(read(hookOf())).toMatchObject({ accessToken: hookOf(), webhookKey: null });
    for (const other of [
      "https://hooks.slack.com.evil.example/services/T0AAAAAAA/B0BBBBBBB/abcdefghijkl",
      `${slack.url}/services/T0AAAAAAA/B0BBBBBBB`,
      `${hookOf()}/../../../control/hook`,
      `${slack.url}/api/chat.postMessage`,
      "xoxb-1234567890",
      "",
    ])
      expect(read(other)).toBeNull();
  });

  it("is tried without writing anything into its channel", async () => {
    const before = slack.messages().length;
    expect(await provider().account(accessTo(hookOf()))).toEqual({
      ok: true,
      value: { id: "T0AAAAAAA/B0BBBBBBB", name: "Slack T0AAAAAAA", email: "", url: null },
    });
    expect(slack.messages().length).toBe(before);
  });

  it("that is gone is not taken", async () => {
    expect(await provider().account(accessTo(hookOf("Goneghijklmnopqrstuvwx")))).toEqual({
      ok: false,
      fault: "credentials",
    });
  });
});

describe("a notification", () => {
  it("is written as it is: what looks like Slack's own signs neither calls a channel nor makes a link", async () => {
    expect(await notify(hookOf())).toEqual({ ok: true, value: null });
    const text = JSON.stringify(slack.messages().at(-1)?.body);
    expect(text).toContain("Dana &amp; &lt;Co&gt; is burning");
    expect(text).toContain("&lt;!channel&gt; was cold &lt;https://evil.example|here&gt; &amp;amp;");
    expect(text).toContain("<https://app.example/leads/1?a=1&amp;b=2|Dana &amp; &lt;Co&gt; is burning>");
    expect(text).toContain("Summer &gt; Winter · 10:30");
  });

  it("of a bundle has each of its lines, at most as many as Slack takes", async () => {
    const [item] = message.items;
    if (!item) throw new Error("there is one");
    const items = Array.from({ length: 40 }, (_, n) => ({
      ...item,
      title: `Lead ${n}`,
      text: "x".repeat(5_000),
    }));
    expect(await notify(hookOf(), { ...message, intro: "What came meanwhile", items })).toEqual({
      ok: true,
      value: null,
    });
    expect(JSON.stringify(slack.messages().at(-1)?.body)).toContain("What came meanwhile");
  });

  it.each([
    ["archived", "credentials"],
    ["removed", "credentials"],
    ["forbidden", "credentials"],
  ] as const)("to a channel that is %s ends the connection", async (state, fault) => {
    slack.set({ path: new URL(hookOf()).pathname, state });
    expect(await notify(hookOf())).toEqual({ ok: false, fault });
  });

  it.each([
    [
      { status: 429, headers: { "retry-after": "17" }, body: "rate_limited" },
      { fault: "limit", waitSeconds: 17 },
    ],
    [{ status: 500, body: "rollup_error" }, { fault: "unreachable" }],
    [{ status: 400, body: "invalid_payload" }, { fault: "refused" }],
    ["cut" as const, { fault: "unreachable" }],
  ])("that Slack answers with %j is judged: %j", async (reply, answer) => {
    slack.faults.set({ reply, times: 1 });
    expect(await notify(hookOf())).toEqual({ ok: false, ...answer });
  });
});

describe("the stand-in", () => {
  const post = async (body: string, type = "application/json") => {
    const answer = await fetch(hookOf(), { method: "POST", headers: { "content-type": type }, body });
    return [answer.status, await answer.text()];
  };

  it.each([
    ["{", [400, "invalid_payload"]],
    ["{}", [400, "no_text"]],
    ['{"text":"<!here> come"}', [400, "invalid_payload"]],
    ['{"text":"a","blocks":[{"type":"image"}]}', [400, "invalid_blocks"]],
    ['{"text":"a &amp; b <https://a.example|c>"}', [200, "ok"]],
  ])("is as strict as Slack: %s", async (body, answer) => {
    expect(await post(body)).toEqual(answer);
  });

  it("takes JSON alone", async () =>
    expect(await post('{"text":"a"}', "text/plain")).toEqual([400, "invalid_payload"]));
});
