import { describe, expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { dashboard } from "./dashboard";
import type { JsonObject } from "./json";
import { toggled } from "@/lib/testing/fake-settings-server";
import { notifications } from "./notifications";
import { openingPatchSchema, setsHours } from "./opening-hours";
import { mergeObject } from "./patch";
import { defaults, type Section } from "./sections";

const usual = defaults(notifications).notification_schedule;
const working = (start: string, end: string) => ({
  notification_schedule: { workingHours: { ...usual.workingHours, start, end } },
});
const quiet = (change: Partial<typeof usual.quietHours>) => ({
  notification_schedule: { quietHours: { ...usual.quietHours, ...change } },
});
const issuesOf = (patch: unknown, shown: JsonObject = {}, section: Section = notifications) =>
  (safeParse(openingPatchSchema(section, shown), patch).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("a change of the hours", () => {
  it("is refused where nothing would ever be open, with the hours that were changed named", () => {
    expect(issuesOf(working("23:00", "07:00"))).toEqual(["notification_schedule.workingHours: never opens"]);
    expect(issuesOf(quiet({ start: "08:30", end: "19:00" }))).toEqual([
      "notification_schedule.quietHours: never opens",
    ]);
  });

  it("is judged together with the other hours in effect and those changed in the same patch", () => {
    const night = working("23:00", "07:00");
    expect(issuesOf(night, quiet({ enabled: false }))).toEqual([]);
    expect(issuesOf(mergeObject(night, quiet({ enabled: false })))).toEqual([]);
    expect(issuesOf({ notification_schedule: { quietHours: null } }, night)).toEqual([]);
    const off = mergeObject(night, quiet({ enabled: false }));
    expect(issuesOf({ notification_schedule: { quietHours: null } }, off)).toEqual([
      "notification_schedule.quietHours: never opens",
    ]);
  });

  const own = (column: string, change: JsonObject) => ({
    [column]: { quietHours: { mode: "own", start: "08:30", end: "19:00", urgentPasses: false, ...change } },
  });

  it("of one channel is refused where nothing would ever reach it, whichever hours were changed", () => {
    for (const column of ["push_notifications", "sms_notifications", "whatsapp_notifications"]) {
      expect(issuesOf(own(column, {}))).toEqual([`${column}.quietHours: never opens`]);
      expect(issuesOf(own(column, { end: "17:00" }))).toEqual([]);
      expect(issuesOf(own(column, { mode: "none" }))).toEqual([]);
      expect(issuesOf(working("10:00", "16:00"), own(column, { end: "17:00" }))).toEqual([
        "notification_schedule.workingHours: never opens",
      ]);
    }
  });

  it("may keep e-mail away from the working hours: it flows outside them", () => {
    expect(issuesOf(own("email_notifications", {}))).toEqual([]);
  });

  it("is no change where the patch repeats the hours in effect", () => {
    const closed = mergeObject(working("23:00", "07:00"), quiet({}));
    expect(issuesOf({ ...closed, email_notifications: { leadUpdates: false } }, closed)).toEqual([]);
  });
});

it("a value that is no patch is refused as such, for every section", () => {
  for (const nonsense of ["hours", null, []]) expect(issuesOf(nonsense)).toEqual([": expected an object"]);
  expect(issuesOf({ notification_schedule: 7 })).toEqual(["notification_schedule: expected an object"]);
  expect(issuesOf(toggled("metrics", false), {}, dashboard)).toEqual([]);
});

it("a patch is about hours where it sets working hours or quiet hours", () => {
  expect(setsHours(notifications, working("09:00", "10:00"))).toBe(true);
  expect(setsHours(notifications, { notification_schedule: { quietHours: { enabled: false } } })).toBe(true);
  expect(setsHours(notifications, { sms_notifications: { quietHours: null } })).toBe(true);
  expect(setsHours(notifications, { email_notifications: { quietHours: null } })).toBe(false);
  expect(setsHours(notifications, { notification_schedule: { timezone: "UTC" } })).toBe(false);
  expect(setsHours(dashboard, toggled("metrics", false))).toBe(false);
});
