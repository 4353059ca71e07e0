import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { daysBetween as daysBetweenIn } from "./civil-days";
import { zoneOf } from "./zone-table";

const daysBetween = (from: string, to: string, zone: string) => daysBetweenIn(from, to, zoneOf(zone));

const zones = [
  "UTC",
  "Europe/Berlin",
  "Asia/Jerusalem",
  "America/New_York",
  "Pacific/Apia",
  "Asia/Kathmandu",
];
const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("days between two instants", () => {
  it("count midnights of the zone", () => {
    const [evening, morning] = ["2026-11-05T22:30:00Z", "2026-11-05T23:30:00Z"];
    expect(daysBetween(evening, morning, "UTC")).toBe(0);
    expect(daysBetween(evening, morning, "Europe/Berlin")).toBe(1);
  });

  it("count a day of 23 and of 25 hours as one", () => {
    expect(daysBetween("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", "Europe/Berlin")).toBe(1);
    expect(daysBetween("2026-10-24T22:00:00Z", "2026-10-25T22:59:00Z", "Europe/Berlin")).toBe(0);
    expect(daysBetween("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Berlin")).toBe(1);
  });

  it("equal those of the zone's calendar, forward and backward", () => {
    const date = (at: string, zone: string) =>
      Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(...zones), (from, to, zone) => {
        expect(daysBetween(from, to, zone)).toBe(date(from, zone).until(date(to, zone)).days);
      }),
    );
  });
});
