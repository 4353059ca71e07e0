import { describe, expect, it } from "vitest";
import { dayPlan } from "./day-plan";

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

  it("is 25 hours long when clocks go back, with noon after the middle", () => {
    const { hours } = dayPlan(berlin, "2026-10-25T11:00:00Z");
    expect(hours).toEqual([0, 6, 12, 18].map((hour) => ({ hour, at: hour === 0 ? 0 : (hour + 1) / 25 })));
  });
});
