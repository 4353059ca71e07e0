import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bodyOf, listen } from "../http";
import { createOutbox } from "../outbox";
import { twilioAccount } from "./account";
import { startTwilio, type Twilio } from "./twilio";

let twilio: Twilio;
let receiver: Server;
let receiving: { port: number; stop(): Promise<void> };
const outbox = createOutbox();
const heard: { path: string; form: Record<string, string>; signature: unknown; settings: unknown }[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      heard.push({
        path: request.url ?? "",
        form: Object.fromEntries(new URLSearchParams(body.toString())),
        signature: request.headers["x-twilio-signature"],
        settings: request.headers["x-twilio-webhooks-signature-settings"],
      });
      response.writeHead(200).end("<Response/>");
    });
  });
  receiving = await listen(receiver, 0);
  const inboundUrl = `http://127.0.0.1:${receiving.port}/inbound`;
  twilio = await startTwilio({ port: 0, outbox, inboundUrl });
});
afterAll(() => Promise.all([twilio.stop(), receiving.stop()]));
beforeEach(() => void heard.splice(0));

const { accountSid, authToken, apiKeySid, apiKeySecret, from } = twilioAccount;
const basic = (name: string, word: string) => `Basic ${Buffer.from(`${name}:${word}`).toString("base64")}`;

async function ask(
  path: string,
  form?: Record<string, string>,
  authorization = basic(accountSid, authToken),
) {
  const answer = await fetch(`${twilio.url}/2010-04-01/Accounts/${accountSid}${path}.json`, {
    method: form ? "POST" : "GET",
    ...(form && { body: new URLSearchParams(form) }),
    headers: { authorization },
  });
  return { status: answer.status, body: await answer.json() };
}

const message = { To: "+972502345678", From: from, Body: "שלום" };

describe("Twilio's Messages API on this machine", () => {
  it("takes a message in the words of the original, and shows it as having left the house", async () => {
    const { status, body } = await ask("/Messages", message);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: "queued",
      num_segments: "1",
      direction: "outbound-api",
      error_code: null,
      date_created: expect.stringMatching(/^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} \+0000$/),
    });
    expect(outbox.list()[0]).toMatchObject({ channel: "sms", to: message.To, text: "שלום" });
    expect(await ask(`/Messages/${body.sid}`)).toMatchObject({ status: 200, body: { sid: body.sid } });
    expect(await ask("/Messages/SM0")).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  it("opens to the token and to an API key, and to nothing else", async () => {
    expect(await ask("", undefined, basic(apiKeySid, apiKeySecret))).toMatchObject({ status: 200 });
    expect(await ask("", undefined, basic(accountSid, "wrong"))).toMatchObject({
      status: 401,
      body: { code: 20003 },
    });
  });

  it.each([
    [{ To: "+15005550001" }, 21211],
    [{ To: "+15005550002" }, 21612],
    [{ To: "+15005550003" }, 21408],
    [{ To: "+15005550004" }, 21610],
    [{ To: "+15005550009" }, 21614],
    [{ To: "0502345678" }, 21211],
    [{ To: "" }, 21604],
    [{ From: "" }, 21603],
    [{ From: "+15005550007" }, 21606],
    [{ Body: "" }, 21602],
    [{ Body: "a".repeat(1_601) }, 21617],
    [{ ValidityPeriod: "0" }, 21624],
    [{ StatusCallback: "/callback" }, 21609],
    [{ Unknown: "1" }, 20001],
  ])("refuses %o with %i, as JSON that names the code", async (change, code) => {
    const { status, body } = await ask("/Messages", { ...message, ...change });
    expect([status, body.status, body.code]).toEqual([400, 400, code]);
  });

  it("lists the messages to a number since a moment, newest first", async () => {
    const mine = { ...message, To: "+972502345679" };
    await ask("/Messages", { ...mine, Body: "1" });
    await ask("/Messages", { ...mine, Body: "2" });
    const list = async (since: string) => {
      const query = new URLSearchParams({ To: mine.To, "DateSent>": since });
      const answer = await fetch(
        `${twilio.url}/2010-04-01/Accounts/${accountSid}/Messages.json?${query.toString()}`,
        { headers: { authorization: basic(accountSid, authToken) } },
      );
      const { messages } = await answer.json();
      return messages.map(({ body }: { body: string }) => body);
    };
    expect(await list("2026-01-01")).toEqual(["2", "1"]);
    expect(await list("2100-01-01T00:00:00Z")).toEqual([]);
  });

  it("obeys STOP and START by itself, and hands them on, signed", async () => {
    const phone = "+972502345670";
    expect(await twilio.receive(phone, " stop ")).toBe(200);
    expect(heard[0]).toMatchObject({
      path: "/inbound",
      form: { From: phone, Body: " stop ", OptOutType: "STOP" },
      signature: expect.stringMatching(/=$/),
    });
    expect(await ask("/Messages", { ...message, To: phone })).toMatchObject({ body: { code: 21610 } });
    await twilio.receive(phone, "START");
    expect(await ask("/Messages", { ...message, To: phone })).toMatchObject({ status: 201 });
  });

  it("reports what became of a message to its callback, signed either way", async () => {
    const StatusCallback = `http://127.0.0.1:${receiving.port}/status?a=1`;
    const { body } = await ask("/Messages", { ...message, StatusCallback });
    await twilio.report(body.sid, "undelivered", 30_007, "sharedKey");
    expect(heard).toMatchObject([
      {
        path: "/status?a=1",
        form: { MessageSid: body.sid, MessageStatus: "undelivered", ErrorCode: "30007" },
        settings: "key=SK1,algorithm=HMAC_SHA256",
      },
    ]);
  });
});
