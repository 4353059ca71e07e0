import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutgoingMessage } from "@/lib/notifications/channels/channel";
import { aMessage, anItem } from "@/lib/notifications/channels/message.test-support";
import type { WhatsappConfig } from "@/lib/notifications/channels/whatsapp/config";
import { whatsappSender } from "@/lib/notifications/channels/whatsapp/whatsapp";
import { freePort } from "../../ports";
import { asJson } from "../http";
import { createOutbox } from "../outbox";
import { startSilence } from "../silence.test-support";
import { graphApp } from "./app";
import { type Graph, startGraph } from "./graph";

let graph: Graph;
let now = Date.now();
const outbox = createOutbox();

beforeAll(async () => {
  graph = await startGraph({ port: 0, outbox, now: () => now });
});
afterAll(() => graph.stop());
beforeEach(() => graph.faults.set({ reply: "cut", times: 0 }));

const news = (language: string) => ({ name: "ovenai_news", language });
const config = (change: Partial<WhatsappConfig> = {}): WhatsappConfig => ({
  ...graphApp,
  apiUrl: graph.url,
  version: "v25.0",
  en: news("en_US"),
  he: news("he"),
  ar: news("ar"),
  ...change,
});

const phone = "+972502345678";

type Given = Partial<{
  to: string;
  open: boolean;
  message: Partial<OutgoingMessage>;
  config: Partial<WhatsappConfig>;
  timeoutMs: number;
}>;

const send = ({ to = phone, open = false, message, config: change, timeoutMs = 5_000 }: Given = {}) =>
  whatsappSender(config(change), { timeoutMs })?.(
    {
      id: "delivery-1",
      destination: { id: "d", address: to, keys: null, windowOpen: open },
      message: aMessage(message),
    },
    new AbortController().signal,
  );

const last = () => graph.messages().at(-1)?.message;

it("there is no sender where nothing is configured", () => {
  expect(whatsappSender(null)).toBeNull();
});

describe("outside the 24 hours", () => {
  it("the approved template of the reader's language is sent, with what happened and where", async () => {
    const outcome = await send({ message: { locale: "he" } });
    expect(outcome).toEqual({ outcome: "sent", providerId: graph.messages().at(-1)?.id });
    expect(last()).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "972502345678",
      biz_opaque_callback_data: "delivery-1",
      type: "template",
      template: {
        name: "ovenai_news",
        language: { code: "he" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Dana Levi is burning" },
              { type: "text", text: "She was cold this morning." },
              { type: "text", text: "https://ovenai.test/lead/1" },
            ],
          },
        ],
      },
    });
    expect(outbox.list()[0]).toMatchObject({ channel: "whatsapp", to: phone });
  });

  it("parameters stay one line, filled and short, whatever people wrote", async () => {
    const items = [anItem("t", "line\n\n     two\t".repeat(300))] as const;
    expect(await send({ message: { items } })).toMatchObject({ outcome: "sent" });
    expect(await send({ message: { items: [anItem("t", " ")] } })).toMatchObject({ outcome: "sent" });
  });

  it("a reader who hides content gets a general sentence", async () => {
    await send({ message: { hidden: true } });
    expect(JSON.stringify(last())).not.toMatch(/Dana|cold/);
    await graph.receive("972502345678", "hi");
    await send({ open: true, message: { hidden: true } });
    expect(JSON.stringify(last())).not.toMatch(/Dana|cold/);
  });

  it.each([
    ["missing", undefined, "templateMissing"],
    ["unknown", { name: "none", language: "en_US" }, "templateMissing"],
    ["not approved yet", { name: "ovenai_pending", language: "en_US" }, "templateMissing"],
    ["paused", { name: "ovenai_paused", language: "en_US" }, "templatePaused"],
    ["one with other parameters", { name: "ovenai_short", language: "en_US" }, "templateMissing"],
  ])("a template that is %s is our fault", async (_, en, reason) => {
    expect(await send({ config: { en } })).toEqual({ outcome: "broken", reason });
  });
});

describe("within 24 hours of the person's own message", () => {
  it("free text is sent", async () => {
    await graph.receive("972502345678", "hi");
    expect(await send({ open: true })).toMatchObject({ outcome: "sent" });
    expect(last()).toMatchObject({
      type: "text",
      text: { body: "Dana Levi is burning\nShe was cold this morning.\nhttps://ovenai.test/lead/1" },
    });
  });

  it("the template is sent where Meta's clock closed the window before ours", async () => {
    await graph.receive("972502345678", "hi");
    now += 24 * 60 * 60 * 1_000 + 1;
    expect(await send({ open: true })).toMatchObject({ outcome: "sent" });
    expect(last()).toMatchObject({ type: "template" });
  });

  it("a long text is cut before its address", async () => {
    await graph.receive("972502345678", "hi");
    const items = [anItem("t", "word ".repeat(2_000))] as const;
    expect(await send({ open: true, message: { items } })).toMatchObject({ outcome: "sent" });
    expect(last()).toMatchObject({
      text: { body: expect.stringMatching(/word…\nhttps:\/\/ovenai.test\/lead\/1$/) },
    });
  });
});

describe("what the Cloud API refuses", () => {
  it.each([
    ["15005550001", { outcome: "failed", reason: "unreachable" }],
    ["15005550002", { outcome: "gone", reason: "optedOut" }],
    ["15005550003", { outcome: "failed", reason: "blocked" }],
    ["15005550004", { outcome: "retry", reason: "rateLimited", afterSeconds: null }],
    ["15005550005", { outcome: "retry", reason: "rateLimited", afterSeconds: null }],
    ["15005550006", { outcome: "broken", reason: "blocked" }],
    ["15005550007", { outcome: "retry", reason: "providerDown", afterSeconds: null }],
    ["12", { outcome: "failed", reason: "refused" }],
  ])("for the number %s becomes %o", async (to, outcome) => {
    expect(await send({ to: `+${to}` })).toEqual(outcome);
  });

  it("for our own faults says nothing about the number", async () => {
    const broken = { outcome: "broken", reason: "credentials" };
    expect(await send({ config: { token: "wrong" } })).toEqual(broken);
    expect(await send({ config: { phoneNumberId: "1" } })).toEqual(broken);
    graph.faults.set({ reply: asJson(403, { error: { code: 200 } }), times: 1 });
    expect(await send()).toEqual(broken);
  });

  it("for a while is sent later, when it wishes; a page of a proxy is no answer of it", async () => {
    graph.faults.set({ reply: asJson(429, { error: { code: 4 } }, { "retry-after": "9" }), times: 1 });
    expect(await send()).toEqual({ outcome: "retry", reason: "rateLimited", afterSeconds: 9 });
    graph.faults.set({ reply: { status: 503, body: "<html>" }, times: 1 });
    expect(await send()).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: null });
  });
});

describe("an attempt without an answer", () => {
  it("whose end nobody knows is not repeated", async () => {
    const silence = await startSilence();
    const slow = await send({ config: { apiUrl: `http://${silence.host}` }, timeoutMs: 50 });
    expect(slow).toEqual({ outcome: "failed", reason: "timeout" });
    await silence.stop();
    graph.faults.set({ reply: "cut", times: 1 });
    expect(await send()).toEqual({ outcome: "failed", reason: "network" });
  });

  it("that reached nobody is", async () => {
    const apiUrl = `http://127.0.0.1:${await freePort()}`;
    expect(await send({ config: { apiUrl } })).toEqual({
      outcome: "retry",
      reason: "network",
      afterSeconds: null,
    });
  });
});
