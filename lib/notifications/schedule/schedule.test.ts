import { describe, expect, it } from "vitest";
import { mapOf } from "@/lib/settings/fields";
import { weekdays, type Weekday } from "@/lib/vocabulary/weekdays";
import { nextChange, stateAt, type Schedule } from "./schedule";

const on = (...days: Weekday[]) => mapOf(weekdays, (day) => days.includes(day));

/** Open all week 09:00 to 18:00, never quiet, unless said otherwise. */
function schedule(
  timezone: string,
  {
    work = "09:00-18:00",
    days = weekdays,
    quiet = "",
    pausedUntil = "never",
  }: {
    work?: string;
    days?: readonly Weekday[];
    quiet?: string;
    pausedUntil?: string;
  } = {},
): Schedule {
  const [start = "", end = ""] = work.split("-");
  const [quietStart = "22:00", quietEnd = "08:00"] = quiet.split("-").filter(Boolean);
  return {
    timezone,
    workingHours: { start, end, days: on(...days) },
    quietHours: { enabled: quiet !== "", start: quietStart, end: quietEnd },
    pausedUntil,
  };
}

/** The next `count` changes after an instant, as "instant state". */
function changes(given: Schedule, from: string, count: number): string[] {
  const at = nextChange(given, from);
  if (at === null || count === 0) return [];
  return [`${at} ${stateAt(given, at)}`, ...changes(given, at, count - 1)];
}

describe("a day of the schedule", () => {
  const seed = schedule("UTC", { days: ["mon", "tue", "wed", "thu", "fri"], quiet: "22:00-08:00" });

  it("has three states, each up to but not including the next", () => {
    expect(changes(seed, "2026-11-23T00:00:00Z", 4)).toEqual([
      "2026-11-23T08:00:00Z off-hours",
      "2026-11-23T09:00:00Z open",
      "2026-11-23T18:00:00Z off-hours",
      "2026-11-23T22:00:00Z quiet",
    ]);
    expect(stateAt(seed, "2026-11-23T17:59:59.999Z")).toBe("open");
  });

  it("opens on its weekdays only", () => {
    expect(changes(seed, "2026-11-27T17:00:00Z", 8).filter((change) => change.endsWith("open"))).toEqual([
      "2026-11-30T09:00:00Z open",
    ]);
  });

  it("is quiet where quiet hours and working hours overlap", () => {
    const meeting = schedule("UTC", { work: "09:00-18:00", quiet: "17:00-10:00" });
    expect(changes(meeting, "2026-11-23T05:00:00Z", 2)).toEqual([
      "2026-11-23T10:00:00Z open",
      "2026-11-23T17:00:00Z quiet",
    ]);
  });

  it("a window belongs to the day it starts on: Friday's night shift ends on a Saturday that is off", () => {
    const night = schedule("UTC", { work: "22:00-06:00", days: ["fri"] });
    expect(stateAt(night, "2026-11-27T05:00:00Z")).toBe("off-hours");
    expect(changes(night, "2026-11-27T05:00:00Z", 3)).toEqual([
      "2026-11-27T22:00:00Z open",
      "2026-11-28T06:00:00Z off-hours",
      "2026-12-04T22:00:00Z open",
    ]);
  });

  it("never changes without working days and quiet hours, though such a schedule cannot be saved", () => {
    const never = schedule("UTC", { days: [] });
    expect([stateAt(never, "2026-11-23T12:00:00Z"), nextChange(never, "2026-11-23T12:00:00Z")]).toEqual([
      "off-hours",
      null,
    ]);
  });
});

describe("a pause", () => {
  it("is quiet until it passes, and says when", () => {
    const paused = schedule("UTC", { pausedUntil: "2026-11-23T12:30:00.5Z" });
    expect(stateAt(paused, "2026-11-23T12:30:00.499Z")).toBe("quiet");
    expect(stateAt(paused, "2026-11-23T12:30:00.5Z")).toBe("open");
    expect(nextChange(paused, "2026-11-23T10:00:00Z")).toBe("2026-11-23T12:30:00.5Z");
  });

  it("that ends within quiet hours is followed by quiet until those end", () => {
    const paused = schedule("UTC", { quiet: "22:00-08:00", pausedUntil: "2026-11-24T03:00:00Z" });
    expect(nextChange(paused, "2026-11-23T12:00:00Z")).toBe("2026-11-24T08:00:00Z");
  });

  it("that is over, or whose end is no instant, pauses nothing", () => {
    for (const pausedUntil of ["2026-11-20T03:00:00Z", "2026-00-00T00:00:00Z"]) {
      expect(stateAt(schedule("UTC", { pausedUntil }), "2026-11-23T12:00:00Z")).toBe("open");
    }
  });
});

describe("clocks that change", () => {
  it("skip 02:30 in Jerusalem on 27 March 2026: an end there is read as 03:30", () => {
    const jerusalem = schedule("Asia/Jerusalem", { quiet: "22:00-02:30" });
    expect(changes(jerusalem, "2026-03-26T20:30:00Z", 1)).toEqual(["2026-03-27T00:30:00Z off-hours"]);
  });

  it("repeat 01:30 in Jerusalem on 25 October 2026: earlier for a start, later for an end", () => {
    const ending = schedule("Asia/Jerusalem", { quiet: "22:00-01:30" });
    expect(changes(ending, "2026-10-24T20:00:00Z", 1)).toEqual(["2026-10-24T23:30:00Z off-hours"]);
    const starting = schedule("Asia/Jerusalem", { quiet: "01:30-05:00" });
    expect(changes(starting, "2026-10-24T20:00:00Z", 1)).toEqual(["2026-10-24T22:30:00Z quiet"]);
  });

  it("do not make a night in Berlin flap while an hour is repeated", () => {
    const berlin = schedule("Europe/Berlin", { quiet: "22:00-06:00" });
    expect(changes(berlin, "2026-10-24T18:00:00Z", 2)).toEqual([
      "2026-10-24T20:00:00Z quiet",
      "2026-10-25T05:00:00Z off-hours",
    ]);
  });

  it("make the same wall hours other instants in summer and winter in New York", () => {
    const newYork = schedule("America/New_York");
    expect(nextChange(newYork, "2026-03-07T05:00:00Z")).toBe("2026-03-07T14:00:00Z");
    expect(nextChange(newYork, "2026-03-08T05:00:00Z")).toBe("2026-03-08T13:00:00Z");
  });

  it("move by half an hour on Lord Howe: 02:15 is skipped in October and comes twice in April", () => {
    const lordHowe = schedule("Australia/Lord_Howe", { work: "02:15-12:00", days: ["sun"] });
    expect(nextChange(lordHowe, "2026-10-03T00:00:00Z")).toBe("2026-10-03T15:45:00Z");
    const ending = schedule("Australia/Lord_Howe", { work: "20:00-01:45", days: ["sat"] });
    expect(changes(ending, "2026-04-04T00:00:00Z", 2)).toEqual([
      "2026-04-04T09:00:00Z open",
      "2026-04-04T15:15:00Z off-hours",
    ]);
  });

  it("make a window empty if its start and end fall into one skipped hour; the next window is found", () => {
    const berlin = schedule("Europe/Berlin", { work: "02:30-03:15", days: ["sun"] });
    expect(nextChange(berlin, "2026-03-24T00:00:00Z")).toBe("2026-04-05T00:30:00Z");
  });
});
