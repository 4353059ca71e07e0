import { describe, expect, it } from "vitest";
import { instantOfWall, tomorrowAt, wallOfInstant } from "./pause";

describe("the end of a pause", () => {
  it("is tomorrow of the schedule's zone, not of UTC", () => {
    expect(tomorrowAt("09:00", "Europe/Berlin", "2026-11-23T23:30:00Z")).toBe("2026-11-25T08:00:00Z");
  });

  it("is the same wall time tomorrow, also if the night is an hour longer or shorter", () => {
    expect(tomorrowAt("09:00", "Europe/Berlin", "2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00Z");
    expect(tomorrowAt("09:00", "Europe/Berlin", "2026-03-28T12:00:00Z")).toBe("2026-03-29T07:00:00Z");
  });

  it("is the instant of the chosen wall time, and shown as that wall time", () => {
    expect(instantOfWall("2026-11-24T09:00", "Europe/Berlin")).toBe("2026-11-24T08:00:00Z");
    expect(wallOfInstant("2026-11-24T08:00:30Z", "Europe/Berlin")).toBe("2026-11-24T09:00");
  });

  it("is later, never earlier, if the clocks skip the chosen time", () => {
    expect(instantOfWall("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00Z");
    expect(tomorrowAt("02:30", "Europe/Berlin", "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:30:00Z");
  });

  it.each(["", "09:00", "2026-02-30T09:00", "2026-11-24T24:30", "soon"])("is not taken from %j", (wall) => {
    expect(instantOfWall(wall, "Europe/Berlin")).toBeNull();
  });
});
