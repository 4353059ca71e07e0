import { describe, expect, it } from "vitest";
import { categories } from "@/lib/vocabulary/categories";
import { weekdays } from "@/lib/vocabulary/weekdays";
import { dashboard } from "./dashboard";
import { mapOf } from "./fields";
import type { JsonObject } from "./json";
import { notifications } from "./notifications";
import { changedPaths, valueAt } from "./patch";
import { parse } from "./resolve";
import { defaults, type Section } from "./sections";

/** The original design document's "Default Configurations", word for word. It has none for the preferences. */
const seed = {
  dashboard: JSON.parse(`{
  "widget_visibility": {
    "metrics": true,
    "monthlyPerformance": true,
    "leadsConversions": true,
    "revenueChannel": true,
    "pieCharts": true,
    "recentActivity": true,
    "insights": true,
    "performanceTargets": true
  },
  "dashboard_preferences": {
    "defaultView": "enhanced",
    "autoRefresh": true,
    "refreshInterval": 300000,
    "compactMode": false
  }
}`),
  notifications: JSON.parse(`{
  "email_notifications": {
    "leadUpdates": true,
    "meetingReminders": true,
    "bantQualifications": true,
    "calendlyBookings": true,
    "heatProgressions": true
  },
  "notification_schedule": {
    "workingHours": { "start": "09:00", "end": "18:00" },
    "timezone": "UTC",
    "quietHours": { "enabled": true, "start": "22:00", "end": "08:00" }
  }
}`),
};

/** Every value of a document by its dotted path, parts of a whole value included. */
const valuesOf = (document: JsonObject) =>
  new Map(changedPaths(document).map((path) => [path, valueAt(document, path)]));
const standing = (section: Section) => valuesOf(parse(section, {}));

describe("the defaults, in effect where nobody has chosen a value", () => {
  it.each([
    ["dashboard", dashboard, seed.dashboard],
    ["notifications", notifications, seed.notifications],
  ] as const)("has every key of the seed's %s with exactly the seed's value", (_, section, json) => {
    const values = standing(section);
    for (const [path, value] of valuesOf(json)) expect(values.get(path), path).toEqual(value);
  });

  it.each([
    ["email_notifications", true],
    ["in_app_notifications", true],
    ["push_notifications", false],
    ["sms_notifications", false],
    ["whatsapp_notifications", false],
  ] as const)("%s: every category is %s, told of at once, from cold on", (column, on) => {
    const settings: JsonObject = defaults(notifications)[column];
    expect(settings).toMatchObject({ minimumHeat: "cold", ...mapOf(categories, () => on) });
    if (column !== "in_app_notifications") expect(settings).toMatchObject({ frequency: "immediate" });
  });

  it("hold back nothing beyond that: no hours, frequency, limit or second channel of one's own", () => {
    const { email_notifications: email, ...others } = defaults(notifications);
    expect(email.quietHours).toMatchObject({ mode: "schedule", urgentPasses: false });
    expect(email.categoryFrequency).toEqual(mapOf(categories, () => "channel"));
    expect(others.push_notifications.hideContent).toBe(false);
    expect(others.sms_notifications.escalation).toBe("never");
    expect(others.notification_schedule).toMatchObject({
      digest: { time: "09:00", day: "mon" },
      interruptionsPerHour: "none",
    });
  });

  it("work from Monday to Friday, let nothing through the quiet hours, and are not paused", () => {
    const { workingHours, quietHours, pausedUntil } = defaults(notifications).notification_schedule;
    const working = weekdays.filter((day) => workingHours.days[day]);
    expect(working).toEqual(["mon", "tue", "wed", "thu", "fri"]);
    expect({ urgentPasses: quietHours.urgentPasses, pausedUntil }).toEqual({
      urgentPasses: false,
      pausedUntil: "never",
    });
  });
});
