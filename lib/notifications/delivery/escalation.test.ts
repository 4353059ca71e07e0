import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { parse } from "@/lib/settings/resolve";
import { isoOf } from "@/lib/time/wall-time";
import { decide } from "./decide";
import { foresee } from "./foresee";
import type { Notice, Situation } from "./situation";
import { wishesOf } from "./wishes";

/** A Wednesday in working hours. */
const at = "2026-11-25T10:00:00.000Z";
const later = (minutes: number) => isoOf(Date.parse(at) + minutes * 60_000);

const notice: Notice = {
  id: "n",
  category: "heatProgressions",
  priority: "high",
  heat: "burning",
  projectId: "p",
  leadId: "l",
  occurredAt: at,
  expiresAt: null,
  seenAt: null,
  dealtWithAt: null,
  collapsedAt: null,
  unwanted: null,
  mandatory: false,
};

const asked = {
  push_notifications: { heatProgressions: true },
  sms_notifications: { escalation: "10" },
};

/** Whether a text message follows, for somebody with these settings. */
const sms = (change: Partial<Notice> = {}, overrides: JsonObject = asked): Situation => ({
  notice: { ...notice, ...change },
  channel: "sms",
  configured: true,
  place: { id: "d", verified: true, disabled: null, windowUntil: null },
  mayRead: true,
  wishes: wishesOf(parse(notifications, overrides), "sms", notice.category),
  subscriptions: [],
  meetings: [],
  interruptions: [],
});

it("what is high or urgent and told by push waits, then goes out by SMS, whose own switch is off", () => {
  for (const priority of ["high", "urgent"] as const) {
    expect(decide(sms({ priority }), at)).toMatchObject({
      outcome: "hold",
      reason: "escalation",
      until: later(10),
      bundle: null,
    });
    expect(decide(sms({ priority }), later(10)).outcome).toBe("send");
  }
});

it("what is of less weight is not sent by SMS", () => {
  for (const priority of ["low", "normal"] as const)
    expect(decide(sms({ priority }), at)).toMatchObject({ outcome: "suppress", reason: "switch" });
});

it("seen, read, archived or put to sleep anywhere meanwhile, it need not follow", () => {
  expect(decide(sms({ seenAt: later(3) }), later(10))).toMatchObject({ outcome: "suppress", reason: "seen" });
  expect(decide(sms({ dealtWithAt: later(3) }), later(10))).toMatchObject({
    outcome: "suppress",
    reason: "read",
  });
});

it("seen in the night, it does not come in the morning", () => {
  const night = sms({ occurredAt: "2026-11-25T22:30:00.000Z" });
  const chain = foresee(night, night.notice.occurredAt);
  expect(chain.map(({ decision }) => decision.reason)).toEqual(["escalation", "quiet", "wanted"]);
  const seen = sms({ occurredAt: "2026-11-25T22:30:00.000Z", seenAt: "2026-11-25T23:00:00.000Z" });
  expect(decide(seen, chain.at(-1)?.at ?? "")).toMatchObject({ outcome: "suppress", reason: "seen" });
});

it("without it, nothing is different: the switch alone decides", () => {
  const off = { push_notifications: asked.push_notifications };
  expect(decide(sms({}, off), at)).toMatchObject({ outcome: "suppress", reason: "switch" });
  const on = { ...off, sms_notifications: { heatProgressions: true } };
  expect(decide(sms({}, on), at).outcome).toBe("send");
  expect(decide(sms({ seenAt: later(1) }, on), later(2)).outcome).toBe("send");
});

it("a category that SMS tells by itself does not wait for the push", () => {
  const both = { ...asked, sms_notifications: { escalation: "10", heatProgressions: true } };
  expect(decide(sms({}, both), at).outcome).toBe("send");
});

it("what push does not tell, no text message tells in its stead", () => {
  const off = { ...asked, push_notifications: { heatProgressions: false } };
  expect(decide(sms({}, off), at)).toMatchObject({ outcome: "suppress", reason: "switch" });
  const cold = { ...asked, push_notifications: { heatProgressions: true, minimumHeat: "hot" } };
  expect(decide(sms({ heat: "warm" }, cold), at)).toMatchObject({ outcome: "suppress", reason: "heat" });
});
