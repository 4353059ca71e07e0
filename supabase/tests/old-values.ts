import type { Json, JsonObject } from "@/lib/settings/json";
import type { SectionName } from "./old-rows";

/** What a row says, and what is in effect at section.column.key after the set-up. */
export type OldValue = Readonly<{ section: SectionName; row: JsonObject; at: string; means: Json }>;

export const interfaceOf = (settings: JsonObject, key: string, means: Json): OldValue => ({
  section: "preferences",
  row: { interface_settings: settings },
  at: `preferences.interface_settings.${key}`,
  means,
});
export const dataOf = (settings: JsonObject, key: string, means: Json): OldValue => ({
  section: "preferences",
  row: { data_preferences: settings },
  at: `preferences.data_preferences.${key}`,
  means,
});
export const scheduleOf = (settings: JsonObject, key: string, means: Json): OldValue => ({
  section: "notifications",
  row: { notification_schedule: settings },
  at: `notifications.notification_schedule.${key}`,
  means,
});
export const dashboardOf = (settings: JsonObject, key: string, means: Json): OldValue => ({
  section: "dashboard",
  row: { dashboard_preferences: settings },
  at: `dashboard.dashboard_preferences.${key}`,
  means,
});

const everyDay = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
const workingDays = { ...everyDay, sun: false, sat: false };
export const quiet = (enabled: boolean, start: string, end: string) => ({
  enabled,
  start,
  end,
  urgentPasses: false,
});

/** Values that a person chose, in the words of documents. */
export const chosenValues: readonly OldValue[] = [
  interfaceOf({ theme: "dark" }, "theme", "dark"),
  interfaceOf({ theme: "light" }, "theme", "light"),
  interfaceOf({ language: "he" }, "language", "he"),
  interfaceOf({ density: "compact" }, "density", "compact"),
  interfaceOf({ density: "spacious" }, "density", "comfortable"),
  interfaceOf({ language: "he", rtl: true }, "direction", "auto"),
  interfaceOf({ language: "ar", rtl: true }, "direction", "auto"),
  interfaceOf({ language: "en", rtl: true }, "direction", "rtl"),
  interfaceOf({ rtl: true }, "direction", "rtl"),
  interfaceOf({ rtl: true }, "language", "en"),
  dataOf({ dateFormat: "DD/MM/YYYY" }, "dateFormat", "dmy"),
  dataOf({ dateFormat: "YYYY-MM-DD" }, "dateFormat", "ymd"),
  dataOf({ timeFormat: "24h" }, "timeFormat", "h23"),
  dataOf({ numberFormat: "he-IL" }, "numberFormat", "comma"),
  dataOf({ currency: "ILS" }, "currency", "ILS"),
  dataOf({ timezone: "Asia/Jerusalem" }, "timezone", "Asia/Jerusalem"),
  scheduleOf({ timezone: "Asia/Jerusalem" }, "timezone", "Asia/Jerusalem"),
  scheduleOf({ workingHours: { start: "08:00", end: "17:00" }, weekends: false }, "workingHours", {
    start: "08:00",
    end: "17:00",
    days: workingDays,
  }),
  scheduleOf({ workingHours: { start: "9:30", end: "16:00:00" }, weekends: true }, "workingHours", {
    start: "09:30",
    end: "16:00",
    days: everyDay,
  }),
  scheduleOf({ weekends: true }, "workingHours", { start: "09:00", end: "18:00", days: everyDay }),
  scheduleOf(
    { quietHours: { enabled: false, start: "22:00", end: "08:00" } },
    "quietHours",
    quiet(false, "22:00", "08:00"),
  ),
  dashboardOf({ defaultView: "minimal" }, "defaultView", "compact"),
  dashboardOf({ defaultView: "compact" }, "defaultView", "compact"),
  dashboardOf({ defaultView: "detailed" }, "defaultView", "enhanced"),
  dashboardOf({ autoRefresh: false }, "autoRefresh", false),
  dashboardOf({ refreshInterval: 600_000 }, "refreshInterval", 600_000),
  dashboardOf({ compactMode: true }, "compactMode", true),
  {
    section: "dashboard",
    row: { dashboard_preferences: { animationsEnabled: false } },
    at: "preferences.interface_settings.reduceMotion",
    means: true,
  },
  {
    section: "dashboard",
    row: { widget_visibility: { metrics: false } },
    at: "dashboard.widget_visibility.metrics",
    means: false,
  },
  {
    section: "preferences",
    row: { integration_settings: { whatsapp: { enabled: true, autoSync: false } } },
    at: "preferences.integration_settings.whatsapp.messageSync",
    means: false,
  },
  {
    section: "preferences",
    row: { integration_settings: { calendly: { enabled: true } } },
    at: "preferences.integration_settings.calendly.enabled",
    means: true,
  },
];

/** What a program stored for everybody: nobody chose it. */
export const writtenValues: readonly OldValue[] = [
  interfaceOf({ theme: "system" }, "theme", "system"),
  interfaceOf({ language: "en" }, "language", "en"),
  interfaceOf({ rtl: false }, "direction", "auto"),
  interfaceOf({ density: "comfortable" }, "density", "comfortable"),
  dataOf({ dateFormat: "MM/DD/YYYY" }, "dateFormat", "auto"),
  dataOf({ timeFormat: "12h" }, "timeFormat", "auto"),
  dataOf({ numberFormat: "en-US" }, "numberFormat", "auto"),
  dataOf({ currency: "USD" }, "currency", "USD"),
  dataOf({ timezone: "UTC" }, "timezone", "UTC"),
  dataOf({ date_format: "MM/DD/YYYY" }, "dateFormat", "auto"),
  scheduleOf({ timezone: "UTC" }, "timezone", "UTC"),
  ...["17:00", "18:00"].map((end) =>
    scheduleOf({ workingHours: { start: "09:00", end }, weekends: false }, "workingHours", {
      start: "09:00",
      end: "18:00",
      days: workingDays,
    }),
  ),
  scheduleOf(
    { quietHours: { enabled: true, start: "22:00", end: "08:00" } },
    "quietHours",
    quiet(true, "22:00", "08:00"),
  ),
  dashboardOf({ defaultView: "enhanced" }, "defaultView", "enhanced"),
  dashboardOf({ default_view: "overview" }, "defaultView", "enhanced"),
  dashboardOf({ refresh_interval: 300 }, "refreshInterval", 300_000),
  {
    section: "dashboard",
    row: { dashboard_preferences: { animationsEnabled: true } },
    at: "preferences.interface_settings.reduceMotion",
    means: false,
  },
  ...["leadUpdates", "meetingReminders"].map((category): OldValue => ({
    section: "notifications",
    row: {},
    at: `notifications.push_notifications.${category}`,
    means: false,
  })),
  ...["calendly.enabled", "whatsapp.enabled"].map((key): OldValue => ({
    section: "preferences",
    row: {},
    at: `preferences.integration_settings.${key}`,
    means: false,
  })),
  ...["calendly.autoSync", "whatsapp.messageSync"].map((key): OldValue => ({
    section: "preferences",
    row: {},
    at: `preferences.integration_settings.${key}`,
    means: true,
  })),
];
