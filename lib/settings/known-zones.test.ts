import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { zoneNames } from "@/lib/time/zone-table";
import { knownZones } from "./known-zones";
import { notifications } from "./notifications";
import { preferences } from "./preferences";
import { isValid, leaves } from "./sections";

const field = leaves(preferences).get("data_preferences.timezone");
const issuesOf = (timezone: string) =>
  safeParse(knownZones(preferences), { data_preferences: { timezone } }).error?.issues.map(
    ({ path, message }) => [path.join("."), message],
  ) ?? [];

it("lets in every name of our table that has the form of a setting, old ones too", () => {
  const names = zoneNames().filter((name) => field && isValid(field, name));
  expect(names.length).toBeGreaterThan(500);
  for (const name of [...names, "Asia/Calcutta", "Europe/Kyiv"])
    expect([name, issuesOf(name)]).toEqual([name, []]);
});

it("refuses a name that no zone has, with its path", () => {
  expect(issuesOf("Mars/Base")).toEqual([["data_preferences.timezone", "not a time zone"]]);
});

it("says nothing of patches without a zone, and of a zone that goes back to inherited", () => {
  for (const patch of [{}, { notification_schedule: { timezone: null } }])
    expect(safeParse(knownZones(notifications), patch).success).toBe(true);
});
