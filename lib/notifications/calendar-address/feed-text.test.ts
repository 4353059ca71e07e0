import { expect, it } from "vitest";
import { readCalendar } from "@/lib/testing/read-calendar";
import { feedText, type FeedMeeting } from "./feed-text";

const meeting: FeedMeeting = {
  id: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
  sequence: 2,
  startsAt: "2026-12-01T08:30:00Z",
  endsAt: "2026-12-01T09:00:00Z",
  isCanceled: false,
  summary: "פגישה עם \u202eדנה; לוי,\nSTATUS:CANCELLED",
  description: "Main\r\nEND:VCALENDAR",
  url: "https://app.example.com/leads/1",
};
const at = "2026-11-30T12:00:00.250Z";
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

it("a meeting has its hours in UTC, its sequence and its state, in words that another program reads", () => {
  const text = feedText("OvenAI meetings", [meeting], at);
  const { method, value } = readCalendar(text);
  expect(method).toBe("PUBLISH");
  expect([value("uid"), value("sequence"), value("status")]).toEqual([meeting.id, "2", "CONFIRMED"]);
  expect([value("dtstart"), value("dtend")]).toEqual([meeting.startsAt, meeting.endsAt]);
  expect(linesOf(text)).toContain("DTSTAMP:20261130T120000Z");
  expect(linesOf(feedText("x", [{ ...meeting, isCanceled: true }], at))).toContain("STATUS:CANCELLED");
});

it("names say nothing but themselves: no line, no state and no end of the calendar", () => {
  const text = feedText("OvenAI\r\nmeetings", [meeting], at);
  const lines = linesOf(text);
  expect(lines.filter((line) => /^(STATUS|END:VCALENDAR)/.test(line))).toEqual([
    "STATUS:CONFIRMED",
    "END:VCALENDAR",
  ]);
  expect(readCalendar(text).value("summary")).toBe("פגישה עם דנה; לוי, STATUS:CANCELLED");
});

it("lines are short enough for every program, a calendar without meetings is one, and nobody is asked for an answer", () => {
  const text = feedText("פגישות OvenAI", [], at);
  expect(linesOf(text).slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  const long = feedText("x", [{ ...meeting, description: "ש".repeat(400) }], at);
  expect(Math.max(...long.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(long).not.toMatch(/ATTENDEE|ORGANIZER|RSVP|VALARM/);
});
