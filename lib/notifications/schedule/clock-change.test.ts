import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { nextClockChange } from "./clock-change";

describe("the next change of the clocks", () => {
  it("is told with its size: an hour in Berlin, half an hour on Lord Howe, none in Tokyo", () => {
    const at = "2026-11-23T11:00:00Z";
    expect(nextClockChange("Europe/Berlin", at)).toEqual({ at: "2027-03-28T01:00:00Z", minutes: 60 });
    expect(nextClockChange("Australia/Lord_Howe", at)).toEqual({ at: "2027-04-03T15:00:00Z", minutes: -30 });
    expect(nextClockChange("Asia/Tokyo", at)).toBeNull();
    expect(nextClockChange("UTC", at)).toBeNull();
  });

  it("is always later than the given instant, also if that is a clock change itself", () => {
    expect(nextClockChange("Europe/Berlin", "2027-03-28T00:59:59Z")?.at).toBe("2027-03-28T01:00:00Z");
    expect(nextClockChange("Europe/Berlin", "2027-03-28T01:00:00Z")).toEqual({
      at: "2027-10-31T01:00:00Z",
      minutes: -60,
    });
  });

  it("is the first instant at which the wall clock jumps, by its number of minutes", () => {
    const offset = (zone: string, at: string, seconds = 0) =>
      Temporal.Instant.from(at).add({ seconds }).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Jerusalem",
    );
    const instant = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(zone, instant, (timeZone, from) => {
        const change = nextClockChange(timeZone, from);
        if (!change) throw new Error(`${timeZone} changes its clocks every year, yet no change was found`);
        const before = offset(timeZone, change.at, -1);
        expect(offset(timeZone, change.at) - before).toBe(change.minutes);
        expect(before).toBe(offset(timeZone, from));
      }),
      { numRuns: 50 },
    );
  });
});
