import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Send } from "@/lib/notifications/channels/channel";
import { smsSender } from "@/lib/notifications/channels/sms/sms";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { asJson } from "@/local/providers/http";
import { twilioAccount } from "@/local/providers/twilio/account";
import { startTwilio, type Twilio } from "@/local/providers/twilio/twilio";
import { limits, partsAt } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

const member = toldMember();
const clock = () => Date.parse(member.clock());
let twilio: Twilio;
let number: string;
let people = 0;
beforeAll(async () => void (twilio = await startTwilio({ port: 0, now: clock })));
afterAll(() => twilio.stop());
beforeEach(async () => {
  twilio.faults.set({ reply: "cut", times: 0 });
  people += 1;
  number = `+97250${2_345_000 + people}`;
  await member.set({ sms_notifications: { heatProgressions: true } });
  await member
    .pool()
    .query(
      "insert into private.destinations (user_id, channel, address, verified_at) values ($1, 'sms', $2, now())",
      [member.world().people.member, number],
    );
  await member.tell({ priority: "urgent" });
});

/** What one process knows: it sends by a sender of its own. */
function aWorker() {
  const { accountSid, authToken, apiKeySid, apiKeySecret, from } = twilioAccount;
  const config = { accountSid, authToken, apiKeySid, apiKeySecret, from };
  const sms = smsSender({ ...config, apiUrl: twilio.url, siteUrl: undefined }, { now: clock });
  if (!sms) throw new Error("it is configured");
  return sms;
}
const run = (sms: Send) =>
  runWorker(partsAt(member.pool(), member.clock, { senders: { sms } }), limits, () => true);
const messages = () => twilio.messages().filter(({ to }) => to === number);
const state = async () =>
  (
    await member
      .pool()
      .query("select status, reason, provider_id, attempts from private.deliveries where channel = 'sms'")
  ).rows;

describe("an SMS whose answer never came", () => {
  it("is found by another process, which sends no second one", async () => {
    twilio.loseNextAnswer();
    twilio.faults.set({ reply: asJson(503, {}), after: 1, times: 1 });
    await run(aWorker());
    expect(await state()).toMatchObject([{ status: "pending", reason: "timeout", attempts: 1 }]);
    expect(messages()).toHaveLength(1);
    member.later(61 * minute);
    await run(aWorker());
    expect(messages()).toHaveLength(1);
    expect(await state()).toMatchObject([{ status: "sent", provider_id: messages()[0]?.sid }]);
  });

  it("is found after a restart, where the process died before it wrote anything down", async () => {
    const sender = aWorker();
    const parts = partsAt(member.pool(), member.clock, { senders: { sms: sender } });
    const died = runWorker(
      { ...parts, store: { ...parts.store, complete: () => Promise.reject(new Error("killed")) } },
      limits,
      () => true,
    );
    await expect(died).rejects.toThrow("killed");
    expect(messages()).toHaveLength(1);
    member.later(2 * minute);
    await run(aWorker());
    expect(messages()).toHaveLength(1);
    expect(await state()).toMatchObject([{ status: "sent", provider_id: messages()[0]?.sid, attempts: 2 }]);
  });

  it("and which Twilio never had is sent by another process, once", async () => {
    twilio.faults.set({ reply: "cut", times: 1 });
    await run(aWorker());
    expect(messages()).toEqual([]);
    member.later(61 * minute);
    await run(aWorker());
    expect(messages()).toHaveLength(1);
    expect(await state()).toMatchObject([{ status: "sent" }]);
  });
});
