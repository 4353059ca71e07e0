import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyInstant, anyZone, clockTime } from "@/lib/testing/any-schedule";
import { noon, situationWith } from "@/lib/testing/delivery-situations";
import { wallOf } from "@/lib/time/zone";
import { zoneOf } from "@/lib/time/zone-table";
import { decide } from "./decide";
import { nextDigest } from "./digest";

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const jerusalem = { time: "09:00", day: 0, timezone: "Asia/Jerusalem" };

describe("the next digest", () => {
  it.each([
    ["hourly", "2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z"],
    ["hourly", "2026-12-02T10:59:59.999Z", "2026-12-02T11:00:00Z"],
    ["daily", "2026-12-02T06:59:59Z", "2026-12-02T07:00:00Z"],
    ["daily", "2026-12-02T07:00:00Z", "2026-12-03T07:00:00Z"],
    ["weekly", "2026-12-02T07:00:00Z", "2026-12-06T07:00:00Z"],
    ["weekly", "2026-12-06T07:00:00Z", "2026-12-13T07:00:00Z"],
  ] as const)("that is %s, after %s, is at %s", (frequency, after, due) =>
    expect(nextDigest(frequency, jerusalem, after)).toBe(due),
  );

  it("is at the full hour of a clock that is not at full hours of the world's", () => {
    const nepal = { time: "09:00", day: 0, timezone: "Asia/Kathmandu" };
    expect(nextDigest("hourly", nepal, "2026-12-02T10:00:00Z")).toBe("2026-12-02T10:15:00Z");
  });

  it("comes twice where the clocks repeat an hour, and at the later reading of an hour that they skip", () => {
    const berlin = { time: "02:30", day: 0, timezone: "Europe/Berlin" };
    expect(nextDigest("hourly", berlin, "2026-10-25T00:30:00Z")).toBe("2026-10-25T01:00:00Z");
    expect(nextDigest("daily", berlin, "2026-03-28T23:30:00Z")).toBe("2026-03-29T01:30:00Z");
    expect(nextDigest("daily", berlin, "2026-10-24T23:30:00Z")).toBe("2026-10-25T00:30:00Z");
  });
});

describe("for any person, in any zone", () => {
  const asked = fc.record({
    frequency: fc.constantFrom("hourly", "daily", "weekly"),
    times: fc.record({ time: clockTime, day: fc.nat(6), timezone: anyZone }),
    instant: anyInstant,
  });

  it("the next digest is to come, and no further away than its frequency says", () =>
    fc.assert(
      fc.property(asked, ({ frequency, times, instant }) => {
        const wait = Date.parse(nextDigest(frequency, times, instant)) - Date.parse(instant);
        expect(wait).toBeGreaterThan(0);
        // A clock may go back a whole day's worth of hours between two readings: at most two hours in these years.
        const longest = { hourly: 60 * minuteMs, daily: dayMs, weekly: 7 * dayMs }[frequency];
        expect(wait).toBeLessThanOrEqual(longest + (frequency === "hourly" ? 0 : 120 * minuteMs));
      }),
      { numRuns: 2_000 },
    ));

  it("what happens later never goes out with an earlier digest, and all between two digests with the same", () =>
    fc.assert(
      fc.property(asked, fc.nat(8 * 1_440), ({ frequency, times, instant }, minutes) => {
        const later = new Date(Date.parse(instant) + minutes * minuteMs).toISOString();
        const [one, other] = [instant, later].map((each) => Date.parse(nextDigest(frequency, times, each)));
        expect(one).toBeLessThanOrEqual(other ?? 0);
        if (Date.parse(later) < (one ?? 0)) expect(other).toBe(one);
      }),
      { numRuns: 2_000 },
    ));

  it("the clock on the wall shows the person's hour and weekday, or an hour that was skipped", () =>
    fc.assert(
      fc.property(asked, ({ frequency, times, instant }) => {
        const due = Date.parse(nextDigest(frequency, times, instant));
        const zone = zoneOf(times.timezone);
        const wall = wallOf(zone, due);
        if (frequency === "hourly") {
          const isEdge = wallOf(zone, due - 1) + 1 !== wall;
          expect(isEdge || wall % (60 * minuteMs) === 0).toBe(true);
          return;
        }
        const shown = new Date(wall).toISOString().slice(11, 16);
        const isGap = wallOf(zone, due - dayMs / 2) !== wall - dayMs / 2;
        expect(isGap || shown === times.time).toBe(true);
        if (frequency === "weekly" && !isGap) expect(new Date(wall).getUTCDay()).toBe(times.day);
      }),
      { numRuns: 2_000 },
    ));
});

describe("a digest", () => {
  const daily = { wishes: { frequency: "daily", digest: { time: "15:00", day: 1 } } } as const;

  it("holds what happened before it, in one bundle, and lets it go at its hour", () => {
    expect(decide(situationWith(daily), noon)).toMatchObject({
      outcome: "hold",
      reason: "frequency",
      until: "2026-12-02T15:00:00Z",
      bundle: "digest:daily",
    });
    expect(decide(situationWith(daily), "2026-12-02T15:00:00Z").outcome).toBe("send");
  });

  it("leaves out what was read before", () => {
    const read = situationWith({ ...daily, notice: { dealtWithAt: noon } });
    expect(decide(read, "2026-12-02T15:00:00Z")).toMatchObject({ outcome: "suppress", reason: "read" });
  });

  it("that is given up for immediate lets go at once what waits", () => {
    expect(decide(situationWith(), noon).outcome).toBe("send");
  });
});
