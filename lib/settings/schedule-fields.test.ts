import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { digestTimes, ownQuietHours, pausedUntil } from "./schedule-fields";

const accepts = (value: string) => safeParse(pausedUntil().schema, value).success;

it("takes a pause that ends never, or at an instant of the calendar, and nothing else", () => {
  for (const good of ["never", "2026-11-22T18:00:00Z", "2028-02-29T23:59:59.999Z"])
    expect(accepts(good), good).toBe(true);
  for (const bad of [
    "",
    "tomorrow",
    "2026-02-31T10:00:00Z",
    "2027-02-29T00:00:00Z",
    "2026-11-22T18:00:00+02:00",
  ])
    expect(accepts(bad), bad).toBe(false);
});

it("takes quiet hours of a channel that last, whether they hold or not", () => {
  const { schema, default: initial } = ownQuietHours();
  const takes = (change: object) => safeParse(schema, { ...initial, ...change }).success;
  for (const mode of ["schedule", "own", "none"]) expect(takes({ mode }), mode).toBe(true);
  expect(takes({ mode: "own", start: "23:00", end: "07:00", urgentPasses: true })).toBe(true);
  for (const wrong of [{ mode: "off" }, { end: initial.start }, { start: "24:00" }, { enabled: true }])
    expect(takes(wrong), JSON.stringify(wrong)).toBe(false);
});

it("takes a time and a weekday for digests, and nothing else", () => {
  const takes = (value: object) => safeParse(digestTimes().schema, value).success;
  expect(takes({ time: "07:05", day: "sun" })).toBe(true);
  for (const wrong of [{ time: "7:05", day: "sun" }, { time: "07:05", day: 0 }, { time: "07:05" }])
    expect(takes(wrong), JSON.stringify(wrong)).toBe(false);
});
