import { describe, expect, it } from "vitest";
import { nextClockChange } from "./clock-change";
import { dayPlan } from "./day-plan";
import { neverOpens } from "./never-opens";
import { instantOfWall, tomorrowAt, wallOfInstant } from "./pause";

const everyDay = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
const berlin = {
  workingHours: { start: "09:00", end: "18:00", days: everyDay },
  timezone: "Europe/Berlin",
  quietHours: { enabled: true, start: "22:00", end: "06:00" },
  pausedUntil: "never",
};

describe("the picture of a day", () => {
  it("has no gap and no overlap, from midnight to midnight of the zone", () => {
    const { stretches, now } = dayPlan(berlin, "2026-11-23T11:00:00Z");
    expect(stretches.map(({ state }) => state)).toEqual(["quiet", "off-hours", "open", "off-hours", "quiet"]);
    expect(stretches.map(({ from }) => from)).toEqual([
      0,
      ...stretches.slice(0, -1).map(({ until }) => until),
    ]);
    expect(stretches.at(-1)?.until).toBe(1);
    expect(now).toBe(0.5);
  });

  it("is as long as the day is: 25 hours when clocks go back, with noon after the middle", () => {
    const { hours } = dayPlan(berlin, "2026-10-25T11:00:00Z");
    expect(hours).toEqual([0, 6, 12, 18].map((hour) => ({ hour, at: hour === 0 ? 0 : (hour + 1) / 25 })));
  });
});

it("a schedule whose quiet hours cover its working hours never opens, also across midnight", () => {
  const work = (start: string, end: string) => ({ start, end });
  const quiet = { enabled: true, start: "22:00", end: "08:00" };
  expect(neverOpens(work("22:00", "08:00"), quiet)).toBe(true);
  expect(neverOpens(work("23:00", "07:00"), quiet)).toBe(true);
  expect(neverOpens(work("01:00", "07:00"), quiet)).toBe(true);
  expect(neverOpens(work("01:00", "08:01"), quiet)).toBe(false);
  expect(neverOpens(work("21:59", "08:00"), quiet)).toBe(false);
  expect(neverOpens(work("09:00", "18:00"), quiet)).toBe(false);
  expect(neverOpens(work("23:00", "07:00"), { ...quiet, enabled: false })).toBe(false);
});

describe("the next change of the clocks", () => {
  it("is told with how far they go: an hour in Berlin, half an hour on Lord Howe, none in Tokyo", () => {
    const at = "2026-11-23T11:00:00Z";
    expect(nextClockChange("Europe/Berlin", at)).toEqual({ at: "2027-03-28T01:00:00Z", minutes: 60 });
    expect(nextClockChange("Australia/Lord_Howe", at)).toEqual({ at: "2027-04-03T15:00:00Z", minutes: -30 });
    expect(nextClockChange("Asia/Tokyo", at)).toBeNull();
    expect(nextClockChange("UTC", at)).toBeNull();
  });
});

describe("the end of a pause", () => {
  it("is tomorrow of the schedule's zone, not of UTC", () => {
    expect(tomorrowAt("09:00", "Europe/Berlin", "2026-11-23T23:30:00Z")).toBe("2026-11-25T08:00:00Z");
  });

  it("is the wall time that was chosen; what is no time is refused", () => {
    expect(instantOfWall("2026-11-24T09:00", "Europe/Berlin")).toBe("2026-11-24T08:00:00Z");
    expect(instantOfWall("", "Europe/Berlin")).toBeNull();
    expect(wallOfInstant("2026-11-24T08:00:30Z", "Europe/Berlin")).toBe("2026-11-24T09:00");
  });
});
