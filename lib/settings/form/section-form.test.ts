import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { differingPaths, formPatch, formSchema, formValues } from "./section-form";
import { defaults } from "@/lib/settings/sections";

const paths = ["notification_schedule.workingHours", "notification_schedule.timezone"];
const schema = formSchema(notifications, paths);
const values = formValues(defaults(notifications), paths);
const issuesOf = (form: unknown) =>
  (safeParse(schema, form).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

it("holds the leaves it was asked for and nothing else", () => {
  expect(Object.keys(values)).toEqual(["notification_schedule"]);
  expect(Object.keys(values.notification_schedule ?? {})).toEqual(["workingHours", "timezone"]);
  expect(issuesOf(values)).toEqual([]);
});

it("obeys the rules of the section's own fields, with the path named", () => {
  const hours = { start: "09:00", end: "09:00", days: {} };
  const days = { sun: false, mon: true, tue: false, wed: false, thu: false, fri: false, sat: false };
  const form = { notification_schedule: { workingHours: { ...hours, days }, timezone: "+02:00" } };
  expect(issuesOf(form)).toEqual([
    "notification_schedule.workingHours.end: equal to the start",
    expect.stringContaining("notification_schedule.timezone"),
  ]);
});

it("refuses a path that is no setting where the form is made", () => {
  expect(() => formSchema(preferences, ["interface_settings.colour"])).toThrow("colour is no setting");
  expect(() => formSchema(preferences, ["interface_settings.__proto__"])).toThrow("no setting");
});

it("compares an atomic value whole and sends it whole", () => {
  const changed = {
    notification_schedule: {
      timezone: "UTC",
      workingHours: { ...defaults(notifications).notification_schedule.workingHours, end: "17:00" },
    },
  };
  const touched = differingPaths(paths, values, changed);
  expect(touched).toEqual(["notification_schedule.workingHours"]);
  expect(formPatch(changed, touched)).toEqual({
    notification_schedule: { workingHours: changed.notification_schedule.workingHours },
  });
});
