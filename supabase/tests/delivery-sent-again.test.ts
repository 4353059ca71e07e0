import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { smsSender } from "@/lib/notifications/channels/sms/sms";
import { mostAttempts } from "@/lib/notifications/delivery/retry";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { asJson } from "@/local/providers/http";
import { twilioAccount } from "@/local/providers/twilio/account";
import { startTwilio, type Twilio } from "@/local/providers/twilio/twilio";
import { limits, partsAt } from "./delivery-ground";
import { committedAs } from "./settings-client";
import { minute, toldMember } from "./told-member";

const member = toldMember();
/** Of each test its own, so that none finds the message of another. */
let phones = 0;
let twilio: Twilio;

beforeAll(async () => {
  twilio = await startTwilio({ port: 0, now: () => Date.parse(member.clock()) });
});
afterAll(() => twilio.stop());
beforeEach(async () => {
  twilio.faults.set({ reply: "cut", times: 0 });
  await member
    .pool()
    .query(
      "insert into private.destinations (user_id, channel, address, verified_at) values ($1, 'sms', $2, now())",
      [member.world().people.member, `+97250${2_345_000 + (phones += 1)}`],
    );
  await member.set({ sms_notifications: { heatProgressions: true } });
});

const sms = async () => {
  const { rows } = await member
    .pool()
    .query("select id, status, reason, provider_id from private.deliveries where channel = 'sms'");
  return rows[0];
};

function run() {
  const { accountSid, authToken, from } = twilioAccount;
  const now = () => Date.parse(member.clock());
  const send = smsSender(
    { accountSid, authToken, from, apiUrl: twilio.url, siteUrl: "https://ovenai.test" },
    { now },
  );
  if (!send) throw new Error("SMS is configured");
  return runWorker(partsAt(member.pool(), member.clock, { senders: { sms: send } }), limits, () => true);
}

/** Twilio hears of the message, and then nobody hears of Twilio until the worker gives up. */
async function dieUnanswered() {
  await member.tell({ priority: "urgent" });
  twilio.loseNextAnswer();
  twilio.faults.set({ reply: asJson(503, {}), after: 1, times: 2 * mostAttempts });
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    await run();
    member.later(61 * minute);
  }
  twilio.faults.set({ reply: "cut", times: 0 });
  expect(await sms()).toMatchObject({ status: "dead", reason: "timeout" });
}

async function sendAgain() {
  const { id } = await sms();
  await committedAs(member.pool(), member.world().people.owner, (client) =>
    client.query("select public.resend_delivery($1)", [id]),
  );
  await member
    .pool()
    .query("update private.deliveries set not_before = $1 where status = 'pending'", [member.clock()]);
  await run();
}

describe("a text message that an admin sends again", () => {
  it("is not sent twice where the one that nobody heard of did go out", async () => {
    const before = twilio.messages().length;
    await dieUnanswered();
    await sendAgain();
    const sent = twilio.messages().slice(before);
    expect(sent).toHaveLength(1);
    expect(await sms()).toMatchObject({ status: "sent", provider_id: sent[0]?.sid });
  });

  it("is sent where the one that nobody heard of was lost on its way", async () => {
    const before = twilio.messages().length;
    await dieUnanswered();
    await twilio.report(twilio.messages()[before]?.sid ?? "", "undelivered", 30_003);
    await sendAgain();
    const sent = twilio.messages().slice(before);
    expect(sent).toHaveLength(2);
    expect(await sms()).toMatchObject({ status: "sent", provider_id: sent[1]?.sid });
  });
});
