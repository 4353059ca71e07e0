import { describe, expect, it } from "vitest";
import type { Asked } from "@/lib/provider-request";
import { sendMessage, type Content, type Recipient } from "./send";

const app = {
  ...{ appId: "1", appSecret: "s", apiUrl: "https://graph.test", dialogUrl: "https://d.test" },
  ...{ version: "v25.0", signupId: null, ownNumberId: null },
};
const reply = (status: number, body: unknown): Asked => ({
  ...{ answered: true, status, headers: new Headers(), body },
});
const taken = reply(200, { messages: [{ id: "wamid.1" }] });

async function sent(content: Content, to: Recipient = { wa: "972502345678" }, answer = taken) {
  const asked: { url: string; authorization: string | null; body: unknown }[] = [];
  const ask = async (url: string, { headers, body }: RequestInit): Promise<Asked> => {
    asked.push({
      url,
      authorization: new Headers(headers).get("authorization"),
      body: JSON.parse(String(body)),
    });
    return answer;
  };
  const sending = await sendMessage({ app, ask, token: "t", number: "55" }, "ours", to, content);
  return { sending, asked };
}
const text: Content = { kind: "text", text: "שלום" };
const template = (more: Partial<Extract<Content, { kind: "template" }>> = {}): Content => ({
  ...{ kind: "template", name: "hello", language: "he", named: false, parameters: ["1", "2"] },
  values: { "1": " Dana\n Levi ", "2": "" },
  ...more,
});

describe("what is sent", () => {
  it("is a text from the number, with our own name of it, and without a preview of its links", async () => {
    expect((await sent(text)).asked).toEqual([
      {
        url: "https://graph.test/v25.0/55/messages",
        authorization: "Bearer t",
        body: {
          ...{ messaging_product: "whatsapp", recipient_type: "individual", to: "972502345678" },
          ...{ biz_opaque_callback_data: "ours", type: "text", text: { body: "שלום", preview_url: false } },
        },
      },
    ]);
  });

  it("goes to whoever hides their number by Meta's name of them", async () => {
    const { asked } = await sent(text, { bsuid: "US.1" });
    expect(asked[0]?.body).toMatchObject({ recipient: "US.1" });
    expect(asked[0]?.body).not.toHaveProperty("to");
  });

  it("is a template with its values in order, each one line and none of them empty", async () => {
    const { asked } = await sent(template());
    expect(asked[0]?.body).toMatchObject({
      template: {
        ...{ name: "hello", language: { code: "he" } },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Dana Levi" },
              { type: "text", text: "–" },
            ],
          },
        ],
      },
    });
  });

  it("names its values where the template does, and has none where it takes none", async () => {
    const named = await sent(
      template({ named: true, parameters: ["lead_name"], values: { lead_name: "D" } }),
    );
    expect(named.asked[0]?.body).toMatchObject({
      template: {
        components: [{ parameters: [{ type: "text", parameter_name: "lead_name", text: "D" }] }],
      },
    });
    const plain = await sent(template({ parameters: [], values: {} }));
    expect(plain.asked[0]?.body).toMatchObject({ template: { components: [] } });
  });
});

const refused = (status: number, error: object) => reply(status, { error });
it.each<[string, Asked, unknown]>([
  ["taken", taken, { end: "taken", wamid: "wamid.1" }],
  ["taken, in words that we do not know", reply(200, {}), { end: "unknown" }],
  [
    "refused by name",
    refused(400, { code: 131_047 }),
    { end: "refused", status: 400, code: 131_047, subcode: null },
  ],
  [
    "refused by a server that names a fault",
    refused(500, { code: 131_000, error_subcode: 7 }),
    { end: "refused", status: 500, code: 131_000, subcode: 7 },
  ],
  ["broken off", reply(502, "<html>"), { end: "unknown" }],
  ["refused without a word", reply(403, null), { end: "refused", status: 403, code: null, subcode: null }],
  ["sent to nobody", { answered: false, fault: "refused" }, { end: "lost" }],
  ["lost on the way", { answered: false, fault: "timeout" }, { end: "unknown" }],
  ["cut", { answered: false, fault: "network" }, { end: "unknown" }],
])("a message that was %s ends as that", async (_, answer, end) => {
  expect((await sent(text, { wa: "972502345678" }, answer)).sending).toEqual(end);
});
