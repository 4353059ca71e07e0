import { dashboardOf, dataOf, interfaceOf, quiet, scheduleOf, type OldValue } from "./old-values";

/** Values that a person chose, in flat keys, within a document or in columns of their own. */
export const flatValues: readonly OldValue[] = [
  { ...interfaceOf({}, "theme", "dark"), row: { data_preferences: { theme: "dark" } } },
  { ...interfaceOf({}, "theme", "dark"), row: { theme: "dark" } },
  { ...interfaceOf({}, "theme", "light"), row: { theme: "dark", interface_settings: { theme: "light" } } },
  { ...interfaceOf({}, "language", "he"), row: { language: "he" } },
  {
    ...dataOf({}, "timezone", "Asia/Jerusalem"),
    row: { interface_settings: { timezone: "Asia/Jerusalem" } },
  },
  { ...dataOf({}, "timezone", "Asia/Jerusalem"), row: { timezone: "Asia/Jerusalem" } },
  dataOf({ date_format: "DD/MM/YYYY" }, "dateFormat", "dmy"),
  { ...dataOf({}, "dateFormat", "ymd"), row: { date_format: "YYYY-MM-DD" } },
  dataOf({ time_format: "24h" }, "timeFormat", "h23"),
  { ...dataOf({}, "timeFormat", "h23"), row: { time_format: "24h" } },
  { ...dataOf({}, "currency", "ILS"), row: { currency: "ILS" } },
  {
    section: "preferences",
    row: { interface_settings: { show_debug_info: true } },
    at: "preferences.feature_preferences.debugMode",
    means: true,
  },
  scheduleOf(
    { quiet_hours_enabled: true, quiet_hours_start: "21:00", quiet_hours_end: "07:00" },
    "quietHours",
    quiet(true, "21:00", "07:00"),
  ),
  scheduleOf({ quiet_hours_enabled: false }, "quietHours", quiet(false, "22:00", "08:00")),
  {
    ...scheduleOf({}, "quietHours", quiet(false, "20:30", "06:00")),
    row: { quiet_hours_enabled: false, quiet_hours_start: "20:30:00", quiet_hours_end: "06:00:00" },
  },
  dashboardOf({ default_view: "minimal" }, "defaultView", "compact"),
  { ...dashboardOf({}, "defaultView", "compact"), row: { default_view: "compact" } },
  dashboardOf({ refresh_interval: 60 }, "refreshInterval", 60_000),
  { ...dashboardOf({}, "refreshInterval", 900_000), row: { refresh_interval: 900 } },
  {
    section: "preferences",
    row: { data_preferences: { auto_refresh: false } },
    at: "dashboard.dashboard_preferences.autoRefresh",
    means: false,
  },
  {
    section: "preferences",
    row: { data_preferences: { refresh_interval: 30 } },
    at: "dashboard.dashboard_preferences.refreshInterval",
    means: 30_000,
  },
];
