import { expect, it } from "vitest";
import { describeZones, searchZones } from "./zone-search";
import { cityOf, isCalled, writeOffset } from "./zone-words";
import { offsetOf } from "./zone";
import { findZone, listedZones, zoneNames, zoneOf } from "./zone-table";

const [winter, summer] = ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"];
const zones = describeZones(listedZones(), "en", winter);
const found = (query: string) => searchZones(zones, query).map(({ id }) => id);

it("tells the offset of the season", () => {
  const offsets = (id: string) => [winter, summer].map((at) => writeOffset(offsetOf(zoneOf(id), at)));
  expect(offsets("Europe/Berlin")).toEqual(["UTC+01:00", "UTC+02:00"]);
  expect(offsets("America/New_York")).toEqual(["UTC-05:00", "UTC-04:00"]);
  expect(offsets("Asia/Kolkata")).toEqual(["UTC+05:30", "UTC+05:30"]);
  expect(offsets("UTC")).toEqual(["UTC", "UTC"]);
});

it("lists every zone once, UTC too, from west to east", () => {
  expect(zones.filter(({ id }) => id === "UTC")).toHaveLength(1);
  expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  expect(zones.length).toBeGreaterThan(400);
  expect(zones.map(({ offset }) => offset)).toEqual(
    zones.map(({ offset }) => offset).toSorted((a, b) => a - b),
  );
});

it("finds a zone by city, name of today or of before, offset and loosely written words", () => {
  expect(found("berl")[0]).toBe("Europe/Berlin");
  expect(found("sao paulo")).toEqual(["America/Sao_Paulo"]);
  expect(found("NEW YORK")[0]).toBe("America/New_York");
  expect(found("israel time")).toContain("Asia/Jerusalem");
  expect(found("calcutta")).toEqual(["Asia/Kolkata"]);
  expect(found("+05:45").every((id) => /Kat/.test(id))).toBe(true);
  expect(found("nowhere at all")).toEqual([]);
});

it("puts cities that begin with the query before cities that only hold it", () => {
  const begins = searchZones(zones, "al").map(({ city }) => city.startsWith("Al"));
  expect(begins.indexOf(false)).toBeGreaterThan(0);
  expect(begins.lastIndexOf(true)).toBeLessThan(begins.indexOf(false));
});

it.each([
  ["Asia/Calcutta", "Kolkata"],
  ["Asia/Katmandu", "Kathmandu"],
  ["Asia/Rangoon", "Yangon"],
  ["Asia/Saigon", "Ho Chi Minh"],
  ["Atlantic/Faeroe", "Faroe"],
  ["Europe/Kiev", "Kyiv"],
  ["America/Godthab", "Nuuk"],
  ["Pacific/Enderbury", "Kanton"],
  ["Iceland", "Reykjavik"],
  ["US/Eastern", "New York"],
  ["America/Buenos_Aires", "Buenos Aires"],
])("knows %s by its city of today, %s", (old, city) => {
  const zone = zoneOf(old);
  expect(cityOf(zone, "en")).toBe(city);
  expect(isCalled(zone, old) && isCalled(zone, zone.id)).toBe(true);
  expect(zones.map(({ id }) => id)).toContain(zone.id);
});

it("writes each city in the letters of the language, and finds it by them and by its English name", () => {
  const all = listedZones();
  expect(all.filter(({ cities }) => !cities.he || !cities.ar).map(({ id }) => id)).toEqual(["UTC"]);
  const found = (locale: "he" | "ar", query: string) =>
    searchZones(describeZones(all, locale, winter), query).map(({ id, city }) => `${id} ${city}`);
  expect(found("he", "ירושלים")).toEqual(["Asia/Jerusalem ירושלים"]);
  expect(found("he", "jerusalem")).toEqual(["Asia/Jerusalem ירושלים"]);
  expect(found("ar", "نيويورك")).toEqual(["America/New_York نيويورك"]);
});

it("has one zone for each name, and a name of today for each zone", () => {
  for (const name of zoneNames()) {
    const zone = findZone(name);
    expect([name, zone?.names.includes(name)]).toEqual([name, true]);
    expect(zone && findZone(zone.id)).toBe(zone);
  }
  expect(isCalled(zoneOf("Europe/Berlin"), "Europe/Paris")).toBe(false);
  expect(findZone("Not/A_Zone")).toBeNull();
});

it("names a zone in the reader's language, and leaves the name empty if the language has none", () => {
  const [jerusalem] = describeZones([zoneOf("Asia/Jerusalem")], "he", winter);
  expect(jerusalem?.name).toBe("שעון ישראל");
  expect(describeZones([zoneOf("Etc/GMT+5")], "en", winter)[0]?.name).toBe("");
});
