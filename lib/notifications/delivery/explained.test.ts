import { describe, expect, it } from "vitest";
import { kinds } from "@/lib/notifications/kinds";
import { fieldId } from "@/lib/settings/form/field-id";
import { leaves } from "@/lib/settings/sections";
import { notifications } from "@/lib/settings/notifications";
import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { heats } from "@/lib/vocabulary/heat";
import { askable, explain, heatsOf, keptAwayBy, paramsOf, priorityOf, type Happening } from "./explained";
import { settingOf } from "./explained-fields";
import { settingsOf } from "./situations";
import { ruleNames } from "./verdict";

/** A Tuesday at noon and at night, in UTC. */
const noon = "2026-12-01T12:00:00Z";
const night = "2026-12-01T23:00:00Z";
const everywhere = () => true;
const hot: Happening = { kind: "lead.heat", heat: "hot", at: noon };
const on = { heatProgressions: true };

const of = (channel: OutgoingChannel, happening: Happening, set: Parameters<typeof settingsOf>[0] = {}) =>
  explain(happening, settingsOf(set), everywhere).find((each) => each.channel === channel);

describe("what would become of it", () => {
  it("is said for every channel of its kind", () => {
    const told = explain(hot, settingsOf({}), everywhere);
    expect(told.map(({ channel }) => channel)).toEqual(outgoingChannels);
  });

  it("on an open channel: sent after the moment in which it may be read in the app", () => {
    expect(of("email", hot)).toMatchObject({ outcome: "soon", at: "2026-12-01T12:02:00Z" });
    expect(of("sms", hot, { sms_notifications: on })).toMatchObject({
      outcome: "atOnce",
      at: noon,
      steps: [],
    });
  });

  it("in quiet hours: it waits for their end, for the working hours and for the digest, in this order", () => {
    const waits = of("push", { ...hot, at: night }, { push_notifications: { ...on, frequency: "weekly" } });
    expect(waits).toMatchObject({ outcome: "waits", reason: "frequency" });
    expect(waits?.steps.filter(({ outcome }) => outcome === "hold").map(({ rule }) => rule)).toEqual([
      "quiet",
      "workingHours",
      "frequency",
    ]);
  });

  it("where its switch is off, the lead too cold, or nothing set up: not sent, and why", () => {
    expect(of("push", hot)).toMatchObject({ outcome: "notSent", at: null, reason: "switch" });
    const burning = { push_notifications: { ...on, minimumHeat: "burning" } };
    expect(of("push", hot, burning)).toMatchObject({ outcome: "notSent", reason: "heat" });
    const [email] = explain(hot, settingsOf({}), () => false);
    expect(email).toMatchObject({
      outcome: "notSent",
      reason: "noDestination",
      steps: [{ rule: "destination", reason: "noDestination" }],
    });
  });

  it("of the account's security: by e-mail at once, in quiet hours, too", () => {
    const security = of("email", { kind: "account.security", heat: "cold", at: night });
    expect(security).toMatchObject({
      outcome: "atOnce",
      steps: [{ rule: "mandatory", reason: "mandatory" }],
    });
  });

  it("of a reminder that would wait beyond its meeting: never", () => {
    const reminder = { kind: "meeting.reminder", heat: "cold", at: night } as const;
    expect(of("push", reminder, { push_notifications: { meetingReminders: true } })).toMatchObject({
      outcome: "notSent",
      reason: "expired",
    });
  });
});

describe("the app", () => {
  it("tells it, or keeps it away by its switch or the heat; never what is mandatory", () => {
    expect(keptAwayBy(hot, settingsOf({}))).toBeNull();
    const set = (given: object) => settingsOf({ in_app_notifications: { ...given } });
    expect(keptAwayBy(hot, set({ heatProgressions: false }))).toBe("switch");
    expect(keptAwayBy(hot, set({ minimumHeat: "burning" }))).toBe("heat");
    expect(keptAwayBy({ ...hot, kind: "account.security" }, set({ minimumHeat: "burning" }))).toBeNull();
  });
});

describe("the registry", () => {
  it("is asked: each kind and heat can be told, with a priority of the list", () => {
    for (const name of askable)
      for (const heat of heatsOf(name).length > 0 ? heatsOf(name) : heats) {
        const kind = kinds.get(name);
        expect(kind?.tell(paramsOf({ kind: name, heat })), name).not.toBeNull();
      }
  });

  it("says how urgent it is by the heat", () => {
    const created = kinds.get("lead.created");
    const priority = (heat: "hot" | "burning") =>
      created && priorityOf(created, paramsOf({ kind: "lead.created", heat }));
    expect([priority("hot"), priority("burning")]).toEqual(["normal", "high"]);
  });
});

it("each rule that follows a setting leads to one that exists, the channel's own where it has one", () => {
  const own = {
    push_notifications: {
      quietHours: { mode: "none", start: "22:00", end: "08:00", urgentPasses: false },
      categoryFrequency: { heatProgressions: "daily" },
    },
  };
  for (const channel of outgoingChannels)
    for (const set of [{}, own])
      for (const rule of ruleNames) {
        const path = settingOf(rule, channel, "heatProgressions", settingsOf(set));
        if (path !== null) expect(leaves(notifications).has(path), `${rule} ${fieldId(path)}`).toBe(true);
      }
  const at = (rule: "quiet" | "frequency", set: object) =>
    settingOf(rule, "push", "heatProgressions", settingsOf({ ...set }));
  expect(at("quiet", {})).toBe("notification_schedule.quietHours");
  expect(at("quiet", own)).toBe("push_notifications.quietHours");
  expect(at("frequency", {})).toBe("push_notifications.frequency");
  expect(at("frequency", own)).toBe("push_notifications.categoryFrequency.heatProgressions");
});
