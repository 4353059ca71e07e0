import { expect, it } from "vitest";
import { kinds } from "@/lib/notifications/kinds";
import { noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { situationOf } from "./situations";

const read = "2026-12-02T10:01:00Z";
const knows = (kind: string, channel: OutgoingChannel) => {
  const params = { ...kinds.get(kind)?.sample, kind };
  const row = noticeRowWith({ params, read_at: read });
  return situationOf(row, recipientWith(), channel, null, true).notice.dealtWithAt !== null;
};

it.each(["meeting.booked", "meeting.rescheduled", "meeting.canceled"])(
  "a calendar is told of %s by mail, whoever read it in the app; another channel need not follow",
  (kind) => {
    expect(knows(kind, "email")).toBe(false);
    expect(knows(kind, "push")).toBe(true);
  },
);

it.each(["meeting.reminder", "meeting.no_show", "lead.heat"])(
  "%s is no calendar's: who read it knows it",
  (kind) => {
    expect(knows(kind, "email")).toBe(true);
  },
);
