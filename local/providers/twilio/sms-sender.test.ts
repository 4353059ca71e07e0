import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aMessage } from "@/lib/notifications/channels/message.test-support";
import { smsConfig, type SmsConfig } from "@/lib/notifications/channels/sms/config";
import { smsSender } from "@/lib/notifications/channels/sms/sms";
import { freePort } from "../../ports";
import { asJson } from "../http";
import { startSilence } from "../silence.test-support";
import { twilioAccount } from "./account";
import { startTwilio, type Twilio } from "./twilio";

let twilio: Twilio;

beforeAll(async () => {
  twilio = await startTwilio({ port: 0 });
});
afterAll(() => twilio.stop());
beforeEach(() => twilio.faults.set({ reply: "cut", times: 0 }));

function config(change: Partial<SmsConfig> = {}): SmsConfig {
  const { accountSid, authToken, apiKeySid, apiKeySecret, from } = twilioAccount;
  const keys = { accountSid, authToken, apiKeySid, apiKeySecret };
  return { ...keys, from, apiUrl: twilio.url, siteUrl: "https://ovenai.test", ...change };
}

const sender = (change: Partial<SmsConfig> = {}, timeoutMs = 5_000) =>
  smsSender(config(change), { timeoutMs });

let numbers = 0;
/** A number of its own for each message, so that no test finds the message of another. */
const aDispatch = (address = `+97250${String(2_345_000 + ++numbers)}`, id = address) => ({
  id,
  destination: { id: "d", address, keys: null },
  message: aMessage(),
});

/** The next attempt of the same message, by whichever worker. */
const again = (dispatch: ReturnType<typeof aDispatch>) => ({
  ...dispatch,
  triedSince: new Date().toISOString(),
});

const never = new AbortController().signal;
const sentTo = (number: string) => twilio.messages().filter(({ to }) => to === number);
const send = (address?: string, change?: Partial<SmsConfig>) => sender(change)?.(aDispatch(address), never);

it("there is no sender where nothing is configured", () => {
  expect(smsSender(null)).toBeNull();
  expect(smsConfig({})).toBeNull();
});

it("a message is sent, by an API key or by the token, and asks for a report", async () => {
  const dispatch = aDispatch();
  const outcome = await sender()?.(dispatch, never);
  const [message] = sentTo(dispatch.destination.address);
  expect(outcome).toEqual({ outcome: "sent", providerId: message?.sid });
  expect(message).toMatchObject({
    body: "Dana Levi is burning\nShe was cold this morning.\nhttps://ovenai.test/lead/1",
    callback: "https://ovenai.test/api/webhooks/twilio/status",
  });
  const byToken = { apiKeySid: undefined, apiKeySecret: undefined };
  expect(await send(undefined, byToken)).toMatchObject({ outcome: "sent" });
});

describe("what Twilio refuses", () => {
  it.each([
    ["+15005550001", { outcome: "gone", reason: "invalidAddress" }],
    ["+15005550009", { outcome: "gone", reason: "invalidAddress" }],
    ["+15005550004", { outcome: "gone", reason: "optedOut" }],
    ["+15005550003", { outcome: "failed", reason: "blocked" }],
    ["+15005550002", { outcome: "failed", reason: "unreachable" }],
  ])("for the number %s becomes %o", async (number, outcome) => {
    expect(await send(number)).toEqual(outcome);
  });

  it("for our own faults says nothing about the number", async () => {
    expect(await send(undefined, { apiKeySecret: "wrong" })).toEqual({
      outcome: "broken",
      reason: "credentials",
    });
    expect(await send(undefined, { from: "+15005550007" })).toEqual({
      outcome: "broken",
      reason: "unverifiedSender",
    });
    expect(await send(undefined, { apiUrl: `${twilio.url}/elsewhere` })).toMatchObject({ outcome: "broken" });
  });

  it("for now is sent later, when Twilio wishes", async () => {
    twilio.faults.set({ reply: asJson(429, { code: 20429, status: 429 }, { "retry-after": "7" }), times: 1 });
    expect(await send()).toEqual({ outcome: "retry", reason: "rateLimited", afterSeconds: 7 });
    twilio.faults.set({ reply: { status: 500, body: "<html>" }, times: 1 });
    expect(await send()).toEqual({ outcome: "retry", reason: "providerDown", afterSeconds: null });
    twilio.faults.set({ reply: asJson(400, { code: 12_345 }), times: 1 });
    expect(await send()).toEqual({ outcome: "failed", reason: "refused" });
  });

  it("after STOP ends the number, until START", async () => {
    const number = "+972502340000";
    await twilio.receive(number, "STOP");
    expect(await send(number)).toEqual({ outcome: "gone", reason: "optedOut" });
    await twilio.receive(number, "START");
    expect(await send(number)).toMatchObject({ outcome: "sent" });
  });
});

describe("an attempt without an answer", () => {
  it("that Twilio took is found, and no second message is sent", async () => {
    const dispatch = aDispatch();
    twilio.loseNextAnswer();
    const outcome = await sender()?.(dispatch, never);
    const sent = sentTo(dispatch.destination.address);
    expect(sent).toHaveLength(1);
    expect(outcome).toEqual({ outcome: "sent", providerId: sent[0]?.sid });
  });

  it("is not taken for another message to the same number", async () => {
    const [dispatch, same] = [aDispatch(), sender()];
    const { destination } = dispatch;
    await same?.({ id: "earlier", destination, message: aMessage({ subject: "Omer is hot" }) }, never);
    twilio.faults.set({ reply: "cut", times: 1 });
    expect(await same?.(dispatch, never)).toMatchObject({ outcome: "retry" });
    expect(await same?.(again(dispatch), never)).toMatchObject({ outcome: "sent" });
    expect(sentTo(destination.address)).toHaveLength(2);
  });

  it("that Twilio did not take is sent by the next attempt", async () => {
    const [dispatch, same] = [aDispatch(), sender()];
    twilio.faults.set({ reply: "cut", times: 1 });
    expect(await same?.(dispatch, never)).toEqual({ outcome: "retry", reason: "timeout", afterSeconds: 60 });
    expect(await same?.(again(dispatch), never)).toMatchObject({ outcome: "sent" });
    expect(sentTo(dispatch.destination.address)).toHaveLength(1);
  });

  it("that Twilio took, but would not tell, is found by the next attempt of any worker", async () => {
    const dispatch = aDispatch();
    twilio.loseNextAnswer();
    twilio.faults.set({ reply: asJson(503, {}), after: 1, times: 1 });
    expect(await sender()?.(dispatch, never)).toMatchObject({ outcome: "retry" });
    const [message] = sentTo(dispatch.destination.address);
    expect(await sender()?.(again(dispatch), never)).toEqual({ outcome: "sent", providerId: message?.sid });
    expect(sentTo(dispatch.destination.address)).toHaveLength(1);
  });

  it("is not repeated while the account's messages cannot be read", async () => {
    const [dispatch, same] = [aDispatch(), sender()];
    twilio.faults.set({ reply: "cut", times: 3 });
    const later = { outcome: "retry", reason: "timeout" };
    expect(await same?.(dispatch, never)).toMatchObject(later);
    expect(await same?.(again(dispatch), never)).toMatchObject(later);
    expect(sentTo(dispatch.destination.address)).toEqual([]);
    expect(await same?.(again(dispatch), never)).toMatchObject({ outcome: "sent" });
    expect(sentTo(dispatch.destination.address)).toHaveLength(1);
  });

  it("because the provider hangs ends at the limit", async () => {
    const silence = await startSilence();
    const outcome = await sender({ apiUrl: `http://${silence.host}` }, 50)?.(aDispatch(), never);
    expect(outcome).toEqual({ outcome: "retry", reason: "timeout", afterSeconds: 60 });
    await silence.stop();
  });

  it("of a provider that nobody could reach is an ordinary retry", async () => {
    const apiUrl = `http://127.0.0.1:${await freePort()}`;
    expect(await send(undefined, { apiUrl })).toEqual({
      outcome: "retry",
      reason: "network",
      afterSeconds: null,
    });
  });

  it("whose answer is no JSON was sent all the same", async () => {
    twilio.faults.set({ reply: { status: 201, body: "<html>" }, times: 1 });
    expect(await send()).toEqual({ outcome: "sent", providerId: null });
  });
});

describe("the configuration", () => {
  const given = {
    TWILIO_ACCOUNT_SID: twilioAccount.accountSid,
    TWILIO_AUTH_TOKEN: "token",
    TWILIO_FROM: "+15005550006",
  };

  it("asks the real Twilio unless it is told otherwise", () => {
    expect(smsConfig(given)).toMatchObject({ apiUrl: "https://api.twilio.com", from: "+15005550006" });
    expect(smsConfig({ ...given, TWILIO_API_URL: "http://127.0.0.1:1/" })).toMatchObject({
      apiUrl: "http://127.0.0.1:1",
    });
  });

  it.each([
    { TWILIO_ACCOUNT_SID: "AC1" },
    { TWILIO_AUTH_TOKEN: "" },
    { TWILIO_FROM: "" },
    { TWILIO_API_KEY_SID: twilioAccount.apiKeySid },
    { TWILIO_API_URL: "twilio" },
  ])("is none where something is wrong: %o", (change) =>
    expect(smsConfig({ ...given, ...change })).toBeNull(),
  );
});
