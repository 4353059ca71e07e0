import fc from "fast-check";
import { expect, it } from "vitest";
import { neverOpens } from "./never-opens";
import { stateAt } from "@/lib/notifications/schedule/schedule";

const days = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
const between = (start: string, end: string) => ({ start, end });

it("a schedule whose quiet hours cover its working hours never opens, also across midnight", () => {
  const quiet = { ...between("22:00", "08:00"), enabled: true };
  expect(neverOpens(between("22:00", "08:00"), quiet)).toBe(true);
  expect(neverOpens(between("23:00", "07:00"), quiet)).toBe(true);
  expect(neverOpens(between("01:00", "07:00"), quiet)).toBe(true);
  expect(neverOpens(between("01:00", "08:01"), quiet)).toBe(false);
  expect(neverOpens(between("21:59", "08:00"), quiet)).toBe(false);
  expect(neverOpens(between("09:00", "18:00"), quiet)).toBe(false);
  expect(neverOpens(between("23:00", "07:00"), { ...quiet, enabled: false })).toBe(false);
});

it("a schedule is said never to open exactly when no hour of a day is open", () => {
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
  const window = fc
    .tuple(fc.constantFrom(...hours), fc.constantFrom(...hours))
    .filter(([start, end]) => start !== end)
    .map(([start, end]) => between(start, end));
  fc.assert(
    fc.property(window, window, fc.boolean(), (working, quiet, enabled) => {
      const quietHours = { ...quiet, enabled };
      const schedule = {
        workingHours: { ...working, days },
        quietHours,
        timezone: "UTC",
        pausedUntil: "never",
      };
      const isOpen = (hour: string) => stateAt(schedule, `2026-11-23T${hour}:00Z`) === "open";
      expect(neverOpens(working, quietHours)).toBe(!hours.some(isOpen));
    }),
    { numRuns: 60 },
  );
});
