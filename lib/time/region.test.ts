import { expect, it } from "vitest";
import { regionOf } from "./region";
import { listedZones } from "./zone-table";

const workdays = (zone: string) =>
  Object.entries(regionOf(zone).days)
    .flatMap(([day, works]) => (works ? [day] : []))
    .join(" ");

it.each([
  ...["Asia/Jerusalem", "Asia/Riyadh", "Africa/Cairo", "Asia/Amman"],
  ...["Asia/Kuwait", "Asia/Bahrain", "Asia/Muscat", "Asia/Qatar", "Asia/Aden"],
])("works from Sunday to Thursday in %s", (zone) => expect(workdays(zone)).toBe("sun mon tue wed thu"));

it.each(["Asia/Dubai", "Europe/Berlin", "America/New_York"])("works from Monday to Friday in %s", (zone) =>
  expect(workdays(zone)).toBe("mon tue wed thu fri"),
);

it("names the currency of a place, and none that it does not know", () => {
  expect(regionOf("Asia/Jerusalem").currency).toBe("ILS");
  expect(regionOf("Europe/Rome").currency).toBe("EUR");
  expect(regionOf("Asia/Tokyo").currency).toBeNull();
});

it("knows places by the names that zones have today", () => {
  const listed = new Set(listedZones().map(({ id }) => id));
  for (const zone of ["Asia/Jerusalem", "Asia/Riyadh", "Africa/Cairo", "Asia/Amman", "Asia/Dubai"])
    expect(listed).toContain(zone);
});
