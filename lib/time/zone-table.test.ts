import { expect, it } from "vitest";
import { disagreements } from "@/lib/testing/engine-zones";
import { listedZones, zoneVersion } from "./zone-table";

const found = listedZones().map((zone) => ({ id: zone.id, moments: disagreements(zone) }));
const apart = found.filter(({ moments }) => moments.length > 0);
const engineVersion = process.versions.tz ?? "";

it("is not older than the zones of the engine that runs it; where the two disagree is printed", () => {
  const lines = apart.map(({ id, moments }) => `${id} from ${moments[0]}`);
  if (lines.length > 0)
    console.info(`our ${zoneVersion} and this engine's ${engineVersion} disagree:\n  ${lines.join("\n  ")}`);
  if (engineVersion > zoneVersion)
    expect(lines, "renew the pinned data package, then npm run generate").toEqual([]);
});

it("agrees with every engine about the noons before the engine's data were made", () => {
  // Later releases have moved the hour of a change in the past (Chisinau since 2022), but no season.
  const published = Date.UTC(Math.min(Number(engineVersion.slice(0, 4)), 2026), 0);
  const isEarlyNoon = (at: string) => at.includes("T12:00") && Date.parse(at) < published;
  expect(apart.filter(({ moments }) => moments.some(isEarlyNoon))).toEqual([]);
});

it("has the changes of September 2026 that older engines lack", () => {
  const last = (id: string) =>
    listedZones()
      .find((zone) => zone.id === id)
      ?.changes.at(-1);
  expect(last("Africa/Casablanca")).toEqual({ at: Date.parse("2026-09-20T01:00:00Z"), offset: 0 });
  expect(last("America/Vancouver")?.offset).toBe(-420);
  expect(last("America/Winnipeg")?.offset).toBe(-300);
});
