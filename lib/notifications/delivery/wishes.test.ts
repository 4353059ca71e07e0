import { describe, expect, it } from "vitest";
import { notifications } from "@/lib/settings/notifications";
import type { JsonObject } from "@/lib/settings/json";
import { parse } from "@/lib/settings/resolve";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { wishesOf } from "./wishes";

const wished = (overrides: JsonObject, channel: OutgoingChannel = "push", category = "leadUpdates") =>
  wishesOf(parse(notifications, overrides), channel, category);
const quiet = (mode: string) => ({ mode, start: "20:00", end: "10:00", urgentPasses: true });

describe("the quiet hours of a channel", () => {
  it("are those of the schedule where it has none of its own", () => {
    const { schedule, urgentPasses } = wished({});
    expect(schedule.quietHours).toMatchObject({ enabled: true, start: "22:00", end: "08:00" });
    expect(urgentPasses).toBe(false);
    const night = { enabled: false, start: "23:00", end: "06:00", urgentPasses: true };
    expect(wished({ notification_schedule: { quietHours: night } })).toMatchObject({
      schedule: { quietHours: night },
      urgentPasses: true,
    });
  });

  it("replace those of the schedule on this channel alone, and so does what passes them", () => {
    const set = { push_notifications: { quietHours: quiet("own") } };
    const { schedule, urgentPasses } = wished(set);
    expect(schedule.quietHours).toEqual({ enabled: true, start: "20:00", end: "10:00" });
    expect(urgentPasses).toBe(true);
    expect(wished(set, "email").schedule.quietHours.start).toBe("22:00");
  });

  it("hold even where the schedule has none, and may be none where the schedule has some", () => {
    const off = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
    const set = {
      notification_schedule: { quietHours: off },
      push_notifications: { quietHours: quiet("own") },
    };
    expect(wished(set).schedule.quietHours.enabled).toBe(true);
    expect(wished({ push_notifications: { quietHours: quiet("none") } }).schedule.quietHours.enabled).toBe(
      false,
    );
  });

  it("leave the pause, the working hours and the zone as the schedule says", () => {
    const notification_schedule = { pausedUntil: "2026-12-24T08:00:00Z", timezone: "Asia/Jerusalem" };
    const { schedule } = wished({ notification_schedule, push_notifications: { quietHours: quiet("own") } });
    expect(schedule).toMatchObject({ ...notification_schedule, workingHours: { start: "09:00" } });
  });
});

describe("how often", () => {
  it("a category follows its channel unless it has a frequency of its own", () => {
    const set = {
      email_notifications: { frequency: "weekly", categoryFrequency: { leadUpdates: "immediate" } },
    };
    expect(wished(set, "email").frequency).toBe("immediate");
    expect(wished(set, "email", "meetingReminders").frequency).toBe("weekly");
    expect(wished(set, "push").frequency).toBe("immediate");
  });

  it("what has no switch follows the channel", () => {
    expect(wished({ email_notifications: { frequency: "daily" } }, "email", "security").frequency).toBe(
      "daily",
    );
  });
});

it("digests go out at the hour and on the weekday of the schedule", () => {
  expect(wished({}).digest).toEqual({ time: "09:00", day: 1 });
  const digest = { time: "07:15", day: "sat" };
  expect(wished({ notification_schedule: { digest } }).digest).toEqual({ time: "07:15", day: 6 });
});

it("interruptions are limited only where a person set a limit", () => {
  expect(wished({}).interruptionsPerHour).toBeNull();
  expect(wished({ notification_schedule: { interruptionsPerHour: "3" } }).interruptionsPerHour).toBe(3);
});

describe("a text message for a push that nobody saw", () => {
  const push = { leadUpdates: true };
  const sms = { escalation: "10" };
  const asked = (more: JsonObject = {}) => ({ push_notifications: push, sms_notifications: sms, ...more });

  it("is asked for by the person, on SMS alone, for what is told by push", () => {
    expect(wished(asked(), "sms").escalationMinutes).toBe(10);
    expect(wished(asked(), "push").escalationMinutes).toBeNull();
    expect(wished(asked(), "whatsapp").escalationMinutes).toBeNull();
    expect(wished(asked(), "sms", "meetingReminders").escalationMinutes).toBeNull();
    expect(wished({ push_notifications: push }, "sms").escalationMinutes).toBeNull();
  });

  it("does not delay a category that SMS tells by itself", () => {
    const both = asked({ sms_notifications: { ...sms, leadUpdates: true } });
    expect(wished(both, "sms")).toMatchObject({ on: true, escalationMinutes: null });
    expect(wished(asked(), "sms", "security")).toMatchObject({ on: true, escalationMinutes: null });
  });

  it("waits for no digest, and is told only of leads that push tells of", () => {
    const hot = asked({
      push_notifications: { ...push, minimumHeat: "hot" },
      sms_notifications: { ...sms, frequency: "daily", minimumHeat: "warm" },
    });
    expect(wished(hot, "sms")).toMatchObject({ frequency: "immediate", minimumHeat: "hot" });
    const burning = asked({ sms_notifications: { ...sms, minimumHeat: "burning" } });
    expect(wished(burning, "sms").minimumHeat).toBe("burning");
  });
});
