import { describe, expect, it } from "vitest";
import { dashboard } from "./dashboard";
import type { JsonObject } from "./json";
import { notifications } from "./notifications";
import { changedPaths, valueAt } from "./patch";
import { preferences } from "./preferences";
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

const categories = {
  leadUpdates: false,
  meetingReminders: false,
  bantQualifications: false,
  calendlyBookings: false,
  heatProgressions: false,
};
const delivery = { frequency: "immediate", minimumHeat: "cold" };
const allOff = { ...categories, ...delivery };
const widgets = [
  "metrics",
  "monthlyPerformance",
  "leadsConversions",
  "revenueChannel",
  "pieCharts",
  "recentActivity",
  "insights",
  "performanceTargets",
];

/** What this product adds to the seed, with its defaults. */
const beyond = {
  notifications: {
    email_notifications: delivery,
    push_notifications: allOff,
    sms_notifications: allOff,
    whatsapp_notifications: allOff,
    in_app_notifications: {
      leadUpdates: true,
      meetingReminders: true,
      bantQualifications: true,
      calendlyBookings: true,
      heatProgressions: true,
      ...delivery,
    },
    notification_schedule: {
      workingHours: {
        days: { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false },
      },
      quietHours: { urgentPasses: false },
      pausedUntil: "never",
    },
  },
  preferences: {
    interface_settings: {
      theme: "system",
      language: "en",
      direction: "auto",
      density: "comfortable",
      reduceMotion: false,
      fontScale: 100,
    },
    data_preferences: {
      dateFormat: "auto",
      timeFormat: "auto",
      firstDayOfWeek: "auto",
      currency: "USD",
      numberFormat: "auto",
      timezone: "UTC",
    },
    feature_preferences: { betaFeatures: false, quickKeys: true, leadAge: true, debugMode: false },
    integration_settings: {
      calendly: { enabled: false, autoSync: true, defaultMeetingType: "", bookingNotifications: true },
      whatsapp: {
        enabled: false,
        messageSync: true,
        templates: { language: "lead", firstContact: "", followUp: "" },
      },
      email: { provider: "none", from: "", signature: "" },
    },
  },
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

  it("has beyond the seed's notifications exactly what the design adds", () => {
    const expected = new Map([...valuesOf(seed.notifications), ...valuesOf(beyond.notifications)]);
    expect(Object.fromEntries(standing(notifications))).toEqual(Object.fromEntries(expected));
  });

  it("has exactly the design's preferences", () => {
    const expected = valuesOf(beyond.preferences);
    expect(Object.fromEntries(standing(preferences))).toEqual(Object.fromEntries(expected));
  });

  it("has beyond the seed's dashboard a place for every widget on every grid, and nothing else", () => {
    const added = [...standing(dashboard).keys()].filter((path) => !valuesOf(seed.dashboard).has(path));
    const places = ["lg", "md", "sm"].flatMap((grid) =>
      widgets.flatMap((widget) =>
        ["x", "y", "w", "h", "collapsed"].map((part) => `widget_layout.${grid}.${widget}.${part}`),
      ),
    );
    expect(added.toSorted()).toEqual(places.toSorted());
  });
});
