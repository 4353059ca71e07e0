import { describe, expect, it } from "vitest";
import { dashboard } from "./dashboard";
import type { JsonObject } from "./json";
import { notifications } from "./notifications";
import { changedPaths, valueAt } from "./patch";
import { parse } from "./resolve";
import type { Section } from "./sections";

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
});
