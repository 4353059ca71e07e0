import { expect, it } from "vitest";
import { zoneOf } from "@/lib/time/zone-table";
import * as moment from "./moment";

const instantOf = (wall: string, zone: string) => moment.instantOf(wall, zoneOf(zone));
const wallTimeOf = (at: number, zone: string) => moment.wallTimeOf(at, zoneOf(zone));

it("reads the clocks of the person's zone, in summer and in winter", () => {
  expect(instantOf("2026-07-01T12:00", "Europe/Berlin")).toBe("2026-07-01T10:00:00.000Z");
  expect(instantOf("2026-12-01T12:00", "Europe/Berlin")).toBe("2026-12-01T11:00:00.000Z");
  expect(instantOf("2026-12-01T12:00", "UTC")).toBe("2026-12-01T12:00:00.000Z");
});

it("wall time to instant and back is the same wall time, on both sides of a clock change", () => {
  for (const zone of ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
    for (const wall of ["2026-03-29T04:30", "2026-10-25T04:30", "2026-03-08T12:00", "2026-11-01T12:00"])
      expect(wallTimeOf(Date.parse(instantOf(wall, zone) ?? ""), zone), `${wall} ${zone}`).toBe(wall);
});

it("gives null for text that is no wall time", () => {
  for (const wrong of ["", "2026-13-01T12:00", "2026-01-01", "yesterday"])
    expect(instantOf(wrong, "UTC"), wrong).toBeNull();
});
