import { expect, it } from "vitest";
import type { JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { parse } from "@/lib/settings/resolve";
import { nextMessage } from "./next-message";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { wishesOf } from "./wishes";

/** A Wednesday, in the evening of Jerusalem. */
const evening = "2026-11-25T18:30:00Z";
const next = (overrides: JsonObject, channel: OutgoingChannel = "email", now = evening) =>
  nextMessage(wishesOf(parse(notifications, overrides), channel, "leadUpdates"), channel, now);

const jerusalem = { timezone: "Asia/Jerusalem" };
const often = (frequency: string) => ({
  email_notifications: { frequency },
  notification_schedule: jerusalem,
});

it("the next digest goes out at the person's hour, on the clock of their schedule", () => {
  expect(next(often("daily"))).toBe("2026-11-26T07:00:00Z");
  expect(next(often("weekly"))).toBe("2026-11-30T07:00:00Z");
  expect(next(often("hourly"))).toBe("2026-11-25T19:00:00Z");
  const notification_schedule = { ...jerusalem, digest: { time: "17:30", day: "sun" } };
  expect(next({ ...often("weekly"), notification_schedule })).toBe("2026-11-29T15:30:00Z");
});

it("a digest that falls into quiet hours goes out when they end", () => {
  const digest = { time: "07:00", day: "mon" };
  expect(next({ ...often("daily"), notification_schedule: { ...jerusalem, digest } })).toBe(
    "2026-11-26T06:00:00Z",
  );
  const quietHours = { mode: "own", start: "20:00", end: "10:00", urgentPasses: false };
  const own = { email_notifications: { frequency: "daily", quietHours }, notification_schedule: jerusalem };
  expect(next(own)).toBe("2026-11-26T08:00:00Z");
});

it("a digest of a channel that makes a sound waits for the working hours", () => {
  const push = { push_notifications: { frequency: "daily" }, notification_schedule: jerusalem };
  expect(next(push, "push", "2026-11-27T18:30:00Z")).toBe("2026-11-30T07:00:00Z");
});

it("a switch that is off hides no time: the form shows when it would come once it is on", () => {
  expect(next({ ...often("daily"), email_notifications: { frequency: "daily", leadUpdates: false } })).toBe(
    "2026-11-26T07:00:00Z",
  );
});
