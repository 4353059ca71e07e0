import { createHmac, randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { graphApp } from "@/local/providers/graph/app";
import { twilioAccount } from "@/local/providers/twilio/account";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

type Route = (request: Request) => Promise<Response>;

let ground: IntegrationGround;
let routes: Readonly<Record<string, Route>> = {};
const resendSecret = `whsec_${randomBytes(24).toString("base64")}`;
const logged: string[] = [];

beforeAll(async () => {
  ground = await createIntegrationGround();
  for (const [name, value] of Object.entries({
    WHATSAPP_APP_ID: graphApp.appId,
    WHATSAPP_APP_SECRET: graphApp.appSecret,
    WHATSAPP_VERIFY_TOKEN: graphApp.verifyToken,
    RESEND_WEBHOOK_SECRET: resendSecret,
    TWILIO_ACCOUNT_SID: twilioAccount.accountSid,
    TWILIO_AUTH_TOKEN: twilioAccount.authToken,
    TWILIO_FROM: twilioAccount.from,
  }))
    vi.stubEnv(name, value);
  const person = await ground.newPerson();
  await person.connect();
  const id = String((await person.connection())?.id);
  const connections = await import("@/app/api/webhooks/connections/[id]/route");
  routes = {
    connection: (request) => connections.POST(request, { params: Promise.resolve({ id }) }),
    whatsapp: (await import("@/app/api/webhooks/whatsapp/route")).POST,
    resend: (await import("@/app/api/webhooks/resend/route")).POST,
    twilioStatus: (await import("@/app/api/webhooks/twilio/status/route")).POST,
    twilioInbound: (await import("@/app/api/webhooks/twilio/inbound/route")).POST,
  };
  vi.spyOn(process.stderr, "write").mockImplementation((line) => logged.push(String(line)) > 0);
});
afterEach(() => logged.splice(0));
afterAll(async () => {
  vi.restoreAllMocks();
  await ground.stop();
});

const names = ["connection", "whatsapp", "resend", "twilioStatus", "twilioInbound"];
const signatureHeaders = [
  "calendly-webhook-signature",
  "x-hub-signature-256",
  "svix-signature",
  "svix-id",
  "svix-timestamp",
  "x-twilio-signature",
  "x-twilio-webhooks-signature-settings",
];
const hex = "f".repeat(64);
const oddHeaders = [
  "",
  ",",
  "=",
  ";;;",
  "t=,v1=",
  `t=1,v1=${hex}`,
  `t=99999999999999999999,v1=${hex}`,
  `t=-1,v1=${hex}`,
  `t=1e9,v1=${hex}, v1=${hex}`,
  "sha256=",
  `sha256=${hex}`,
  `sha256=${hex}, sha256=${hex}`,
  `v1,${Buffer.from(hex, "hex").toString("base64")}`,
  "v1,=== v1, v2,x",
  "\u00ff\u00fe",
  "__proto__",
  "x".repeat(100_000),
  '{"alg":"none"}',
];
const bodies: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  "",
  "null",
  "[]",
  "{",
  '{"__proto__":{"a":1}}',
  "a=1&a=2&=&%",
  "\0",
  "[".repeat(20_000),
  new Uint8Array([0xff, 0xfe, 0xc0, 0x80]),
];
const told = (route: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  routes[route]?.(new Request(`${ground.site}/hook?x=1`, { method: "POST", body, headers }));
const kept = async () => {
  const [row] = await ground.ask<{ n: number }>(
    `select (select count(*) from private.webhook_events)::int + (select count(*) from private.integration_events)::int
       + (select count(*) from private.suppressions)::int as n`,
  );
  return row?.n;
};

describe.each(names)("whoever tells the route of %s something that is not signed", (name) => {
  it("is refused, whatever the headers and the body are, and nothing of it is kept", async () => {
    for (const odd of oddHeaders) {
      const headers = Object.fromEntries(signatureHeaders.map((header) => [header, odd]));
      for (const body of bodies) expect([400, 401, 403]).toContain((await told(name, body, headers))?.status);
    }
    expect([401, 403]).toContain((await told(name, "{}", {}))?.status);
    expect(await kept()).toBe(0);
  });

  it("is not read beyond what a provider sends", async () => {
    expect((await told(name, new Uint8Array(3 * 1_024 * 1_024 + 1), {}))?.status).toBe(413);
    expect(await kept()).toBe(0);
  });

  it("is written into the log, and what they sent is not", async () => {
    await told(name, '{"secret":"canary"}', { "x-hub-signature-256": "sha256=canary" });
    expect(logged.join("")).toContain("refused");
    expect(logged.join("")).not.toContain("canary");
  });
});

describe("what is signed and makes no sense", () => {
  it("is taken from Calendly, fetched instead, and ends", async () => {
    await ground.run();
    const own = ground.calendly.state.subscriptions.at(-1)?.key ?? "";
    for (const body of bodies) {
      const t = Math.floor(Date.now() / 1_000);
      const v1 = createHmac("sha256", own).update(`${t}.`).update(body).digest("hex");
      const answer = await told("connection", body, { "calendly-webhook-signature": `t=${t},v1=${v1}` });
      expect(answer?.status).toBe(204);
    }
    await ground.run();
    expect(await ground.ask("select from private.integration_events")).toEqual([]);
  });

  it("is taken from Meta, and passed over", async () => {
    for (const body of bodies) {
      const digest = createHmac("sha256", graphApp.appSecret).update(body).digest("hex");
      const answer = await told("whatsapp", body, { "x-hub-signature-256": `sha256=${digest}` });
      expect(answer?.status).toBe(200);
    }
  });
});

it("a booking that comes a hundred times, ten at once, and after its cancellation, is one, and canceled", async () => {
  const person = await ground.newPerson();
  await person.connect();
  await ground.run();
  const { invitee } = await person.book(1);
  await ground.calendly.bookings.cancel({ invitee, mode: "normal" });
  const again = () => ground.calendly.bookings.tell({ invitee, name: "invitee.created", mode: "normal" });
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, again));
    expect(answers.flatMap(({ statuses }) => statuses)).toEqual(Array(10).fill(204));
    await ground.run();
  }
  expect((await person.meetings()).length).toBeLessThan(2);
  expect((await person.meetings()).filter(({ status }) => status !== "canceled")).toEqual([]);
  expect((await person.told()).filter((kind) => kind === "meeting.booked").length).toBeLessThan(2);
});
