import { expect, it } from "vitest";
import { noticeRowWith } from "@/lib/testing/delivery-rows";
import type { History } from "./history";
import { monthOf } from "./month";
import { settingsOf } from "./situations";

const none = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
const open = { quietHours: none };
const rows = [
  noticeRowWith({ seq: 1, occurred_at: "2026-12-02T09:00:00Z" }),
  noticeRowWith({ seq: 2, occurred_at: "2026-12-02T09:30:00Z" }),
  noticeRowWith({ seq: 3, occurred_at: "2026-12-02T23:00:00Z", priority: "high" }),
];
const history: History = { rows, subscriptions: [], meetings: [] };
const on = { heatProgressions: true };
const month = (before: object, after: object, past = history) =>
  monthOf(past, ["email", "push"], settingsOf({ ...before }), settingsOf({ ...after }));
const hours = (schedule: object, more: object = {}) => ({ notification_schedule: schedule, ...more });

it("a change that changes nothing has no line", () => {
  expect(month(hours(open), hours(open))).toEqual([]);
});

it("quiet hours make what comes in them later, on each channel that is on", () => {
  const quiet = { quietHours: { ...none, enabled: true } };
  const push = { push_notifications: on };
  expect(month(hours(open, push), hours(quiet, push))).toEqual([
    { channel: "email", parts: [{ part: "later", count: 1 }] },
    { channel: "push", parts: [{ part: "later", count: 1 }] },
  ]);
});

it("a digest makes one message of several, and what is one message fewer is not told as lost, too", () => {
  const daily = { email_notifications: { frequency: "daily" } };
  expect(month(hours(open), hours(open, daily))).toEqual([
    {
      channel: "email",
      parts: [
        { part: "fewer", count: 2 },
        { part: "later", count: 3 },
      ],
    },
  ]);
  const off = { email_notifications: { heatProgressions: false } };
  expect(month(hours(open), hours(open, off))).toEqual([
    { channel: "email", parts: [{ part: "fewer", count: 3 }] },
  ]);
  expect(month(hours(open, off), hours(open))).toEqual([
    { channel: "email", parts: [{ part: "more", count: 3 }] },
  ]);
});

it("a channel that reaches nobody has no line, and a muted project changes nothing", () => {
  const push = { sms_notifications: on };
  expect(month(hours(open), hours(open, push))).toEqual([]);
  const muted: History = {
    rows,
    subscriptions: [{ project_id: rows[0]?.project_id ?? "", lead_id: null, state: "muted", until: null }],
    meetings: [],
  };
  expect(month(hours(open), hours({ quietHours: { ...none, enabled: true } }), muted)).toEqual([]);
});

it("waiting for meetings makes later what came by push in one of them, and no e-mail", () => {
  const meetings = [{ starts_at: "2026-12-02T08:45:00Z", ends_at: "2026-12-02T09:15:00Z" }];
  const push = { push_notifications: on };
  expect(
    month(hours(open, push), hours({ ...open, waitInMeetings: true }, push), { ...history, meetings }),
  ).toEqual([{ channel: "push", parts: [{ part: "later", count: 1 }] }]);
});
