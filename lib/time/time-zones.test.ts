import { expect, it } from "vitest";
import {
  cityOf,
  describeZone,
  isSameZone,
  listZones,
  offsetOf,
  searchZones,
  writeOffset,
} from "./time-zones";

const [winter, summer] = ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"];
const zones = listZones("en", winter);
const found = (query: string) => searchZones(zones, query).map(({ id }) => id);

it("tells the offset of the season", () => {
  const offsets = (id: string) => [winter, summer].map((at) => writeOffset(offsetOf(id, at)));
  expect(offsets("Europe/Berlin")).toEqual(["UTC+01:00", "UTC+02:00"]);
  expect(offsets("America/New_York")).toEqual(["UTC-05:00", "UTC-04:00"]);
  expect(offsets("Asia/Kolkata")).toEqual(["UTC+05:30", "UTC+05:30"]);
  expect(offsets("UTC")).toEqual(["UTC", "UTC"]);
});

it("lists every zone once, UTC too, from west to east", () => {
  expect(zones.filter(({ id }) => id === "UTC")).toHaveLength(1);
  expect(zones.length).toBeGreaterThan(300);
  expect(zones.map(({ offset }) => offset)).toEqual(
    zones.map(({ offset }) => offset).toSorted((a, b) => a - b),
  );
});

it("finds a zone by city, name, offset and loosely written words", () => {
  expect(found("berl")[0]).toBe("Europe/Berlin");
  expect(found("sao paulo")).toEqual(["America/Sao_Paulo"]);
  expect(found("NEW YORK")[0]).toBe("America/New_York");
  expect(found("israel time")).toContain("Asia/Jerusalem");
  expect(found("+05:45").every((id) => /Kat/.test(id))).toBe(true);
  expect(found("nowhere at all")).toEqual([]);
});

it("puts cities that begin with the query before cities that only hold it", () => {
  const begins = searchZones(zones, "al").map(({ city }) => city.startsWith("Al"));
  expect(begins.indexOf(false)).toBeGreaterThan(0);
  expect(begins.lastIndexOf(true)).toBeLessThan(begins.indexOf(false));
});

it("knows a zone by its old and its new name", () => {
  expect(isSameZone("Asia/Kolkata", "Asia/Calcutta")).toBe(true);
  expect(isSameZone("Europe/Berlin", "Europe/Paris")).toBe(false);
  expect(isSameZone("Not/A_Zone", "UTC")).toBe(false);
  expect([cityOf("Asia/Calcutta"), cityOf("America/Argentina/Buenos_Aires")]).toEqual([
    "Kolkata",
    "Buenos Aires",
  ]);
});

it("names a zone in the reader's language, and leaves the name empty if the language has none", () => {
  expect(describeZone("Asia/Jerusalem", "he", winter).name).toBe("שעון ישראל");
  expect(describeZone("Etc/GMT+5", "en", winter).name).toBe("");
});
