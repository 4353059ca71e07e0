import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destinationWith, idOf, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import { fatesByLooking } from "@/lib/testing/replay-by-looking";
import { isoOf } from "@/lib/time/wall-time";
import { heats } from "@/lib/vocabulary/heat";
import type { NoticeRow } from "./answers";
import { replay } from "./replay";
import { fatesOf, type Past } from "./replay-fates";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { settingsOf } from "./situations";
import { wishesOf } from "./wishes";

const from = Date.UTC(2026, 9, 10);
const dayMs = 86_400_000;
const outgoing = ["email", "push", "sms", "whatsapp", "apps"] as const;
const destinations = outgoing.map((channel, index) =>
  destinationWith({ id: idOf(901 + index), channel, address: `${channel} address` }),
);
const past = (rows: readonly NoticeRow[]): Past => ({
  rows,
  person: recipientWith({ destinations }).person,
  configured: () => true,
});
const noQuiet = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
const settings = (given: Parameters<typeof settingsOf>[0]) => settingsOf(given);
const open = settings({ notification_schedule: { quietHours: noQuiet } });

/** 500 notifications of thirty days, over which clocks are put back in Europe, Israel and America. */
function golden(): NoticeRow[] {
  const after = (minutes: number) => fc.nat(minutes * 2).map((steps) => steps * 30_000);
  const seldom = (minutes: number) => fc.option(after(minutes), { freq: 2 });
  const notice = fc.record({
    occurred: after(30 * 1_440),
    priority: fc.constantFrom("low", "normal", "normal", "high", "urgent"),
    to: fc.constantFrom(...heats),
    expires: seldom(6 * 1_440),
    read: seldom(2 * 1_440),
  });
  return fc
    .sample(notice, { seed: 20261129, numRuns: 500 })
    .sort((one, other) => one.occurred - other.occurred)
    .map(({ occurred, priority, to, expires, read }, index) => {
      const at = (later: number | null) => (later === null ? null : isoOf(from + occurred + later));
      return noticeRowWith({
        seq: index + 1,
        priority,
        params: { kind: "lead.heat", lead_name: "Dana", from: "cold", to },
        collapse_key: null,
        occurred_at: isoOf(from + occurred),
        expires_at: at(expires),
        read_at: at(read),
      });
    });
}

const everything = { heatProgressions: true };
const quiet = { enabled: true, start: "22:00", end: "08:00", urgentPasses: true };
const office = {
  start: "09:00",
  end: "18:00",
  days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: false, sat: false },
};
const lives = {
  "at once, office hours in Jerusalem": {
    push_notifications: everything,
    sms_notifications: { ...everything, minimumHeat: "burning" },
    notification_schedule: { timezone: "Asia/Jerusalem", quietHours: quiet, workingHours: office },
  },
  "daily mail in Berlin, an odd night": {
    email_notifications: { frequency: "daily" },
    push_notifications: { ...everything, minimumHeat: "hot" },
    notification_schedule: {
      timezone: "Europe/Berlin",
      quietHours: { enabled: true, start: "01:30", end: "02:45", urgentPasses: false },
    },
  },
  "hourly push and weekly mail in New York, paused for four days": {
    email_notifications: { frequency: "weekly" },
    push_notifications: { ...everything, frequency: "hourly" },
    whatsapp_notifications: everything,
    notification_schedule: { timezone: "America/New_York", pausedUntil: isoOf(from + 4 * dayMs + 60_000) },
  },
};

describe("500 notifications of thirty days", () => {
  it.each(Object.entries(lives))("%s: have the fates that living through the time shows", (_, life) => {
    const rows = golden();
    const set = settings(life);
    const wishes = Object.fromEntries(
      outgoing.map((channel) => [channel, wishesOf(set, channel, "heatProgressions")]),
    );
    const lived = fatesByLooking(rows, wishes, { from: from - 2 * dayMs, days: 44 });
    const told = fatesOf(past(rows), set).map((fate): [string, string] => [
      `${fate.row.seq} ${fate.channel}`,
      fate.outcome === "sent" ? fate.at : fate.reason.replace(/^(read|expired)$/, "too late"),
    ]);
    const sent = told.filter(([, fate]) => fate.startsWith("20")).length;
    expect(sent).toBeGreaterThan(300);
    expect(told.length - sent).toBeGreaterThan(300);
    expect(new Map(told)).toEqual(new Map(told.map(([key]) => [key, lived.get(key)])));
  });
});

describe("a change of the settings", () => {
  const at = (seq: number, occurred: string, given: Partial<NoticeRow> = {}) =>
    noticeRowWith({ seq, occurred_at: occurred, ...given });
  const rows = [
    at(1, "2026-12-02T09:00:00Z"),
    at(2, "2026-12-02T09:30:00Z"),
    at(3, "2026-12-02T23:00:00Z", { read_at: "2026-12-03T07:00:00Z" }),
    at(4, "2026-12-02T23:30:00Z", { priority: "high" }),
  ];
  const changed = (channel: OutgoingChannel, after: Parameters<typeof settingsOf>[0]) =>
    replay(past(rows), open, settings(after)).get(channel);

  it("that changes nothing has no differences", () => {
    for (const { before, after, differences } of replay(past(rows), open, open).values()) {
      expect(after).toEqual(before);
      expect(differences).toEqual([]);
    }
  });

  it("to a daily digest means one mail instead of several, without what was read before, and says how much later", () => {
    const daily = {
      email_notifications: { frequency: "daily" },
      notification_schedule: { quietHours: noQuiet },
    };
    expect(changed("email", daily)).toEqual({
      before: { sent: 4, messages: 4, held: 0, suppressed: 0 },
      after: { sent: 3, messages: 1, held: 3, suppressed: 1 },
      differences: [
        { notificationId: idOf(1), category: "heatProgressions", change: "later", ms: 86_400_000 - 120_000 },
        { notificationId: idOf(2), category: "heatProgressions", change: "later", ms: 84_600_000 - 120_000 },
        { notificationId: idOf(3), category: "heatProgressions", change: "lost", reason: "read" },
        { notificationId: idOf(4), category: "heatProgressions", change: "later", ms: 34_200_000 - 120_000 },
      ],
    });
  });

  it("that turns a channel off loses all of it, and says why", () => {
    const off = changed("email", { email_notifications: { heatProgressions: false } });
    expect(off?.after).toEqual({ sent: 0, messages: 0, held: 0, suppressed: 4 });
    expect(off?.differences.map((each) => each.change === "lost" && each.reason)).toEqual(
      rows.map(() => "switch"),
    );
  });

  it("that turns a channel on gains what it would have sent", () => {
    const push = changed("push", {
      push_notifications: everything,
      notification_schedule: { quietHours: noQuiet },
    });
    expect(push?.differences.map(({ change }) => change)).toEqual(["gained", "gained", "gained"]);
    expect(push?.after).toMatchObject({ sent: 3, suppressed: 1, held: 0 });
  });

  it("knows at each moment only what was known then: what was read in the morning was unread at night", () => {
    const [, , night] = fatesOf(past(rows), open).filter(({ channel }) => channel === "email");
    expect(night).toMatchObject({ outcome: "sent", at: "2026-12-02T23:02:00Z" });
  });
});
