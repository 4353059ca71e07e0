import fc from "fast-check";
import { expect, it } from "vitest";
import { isoOf } from "@/lib/time/wall-time";
import { meetingOn, type Meeting } from "./meetings";

const minuteMs = 60_000;
const day = Date.UTC(2026, 11, 2);
const at = (minute: number) => isoOf(day + minute * minuteMs);
const meeting = (from: number, to: number): Meeting => ({ starts_at: at(from), ends_at: at(to) });

it("a meeting is on from its first moment until before its last, and meetings without a break are one", () => {
  const meetings = [meeting(600, 630), meeting(630, 660), meeting(645, 700), meeting(720, 750)];
  expect(meetingOn(meetings, at(599))).toBeNull();
  expect(meetingOn(meetings, at(600))?.ends_at).toBe(at(700));
  expect(meetingOn(meetings, at(699))?.ends_at).toBe(at(700));
  expect(meetingOn(meetings, at(700))).toBeNull();
  expect(meetingOn(meetings, at(720))).toEqual(meeting(720, 750));
});

it("of any meetings in any order, the end is the first minute in which there is none", () => {
  const any = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { maxLength: 12 });
  fc.assert(
    fc.property(any, fc.nat(300), (given, minute) => {
      const meetings = given.map(([from, lasts]) => meeting(from, from + lasts));
      const isOn = (now: number) => given.some(([from, lasts]) => from <= now && now < from + lasts);
      let free = minute;
      while (isOn(free)) free += 1;
      expect(meetingOn(meetings, at(minute))?.ends_at ?? null).toBe(free === minute ? null : at(free));
    }),
  );
});
