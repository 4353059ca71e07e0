import { describe, expect, it } from "vitest";
import { zoneOf } from "@/lib/time/zone-table";
import { snoozeTimes } from "./snooze";

const times = (now: string, zone = "Asia/Jerusalem") =>
  Object.fromEntries(snoozeTimes(Date.parse(now), zoneOf(zone)).map(({ snooze, until }) => [snooze, until]));

describe("what is put to sleep wakes", () => {
  it("in an hour, never sooner, and at nine of the reader's next morning and Monday", () => {
    expect(times("2026-11-24T12:00:30Z")).toEqual({
      hour: "2026-11-24T13:01:00.000Z",
      tomorrow: "2026-11-25T07:00:00Z",
      monday: "2026-11-30T07:00:00Z",
    });
  });

  it("by the day of the reader and not of the server", () => {
    expect(times("2026-11-24T22:30:00Z").tomorrow).toBe("2026-11-26T07:00:00Z");
    expect(times("2026-11-24T22:30:00Z", "America/New_York").tomorrow).toBe("2026-11-25T14:00:00Z");
  });

  it("on Monday once: where that is tomorrow, it is not offered twice", () => {
    expect(times("2026-11-29T12:00:00Z")).toEqual({
      hour: expect.anything(),
      tomorrow: "2026-11-30T07:00:00Z",
    });
    expect(times("2026-11-30T12:00:00Z").monday).toBe("2026-12-07T07:00:00Z");
  });

  it("at nine on the clock also after a change of the clocks", () => {
    expect(times("2026-03-26T12:00:00Z").tomorrow).toBe("2026-03-27T06:00:00Z");
  });
});
