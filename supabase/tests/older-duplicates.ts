import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { createUser } from "@/local/test-people";
import { insertRow, wholeDashboard } from "./older-documents";

/** `twice` has several rows for each scope, `undated` two that do not say when; both have a device of the same id. */
export type Duplicates = Readonly<{ twice: string; undated: string }>;

export async function fillDuplicates(pool: pg.Pool): Promise<Duplicates> {
  const twice = await createUser(pool);
  const undated = await createUser(pool);
  await insertRows(pool, "user_dashboard_settings", dashboards(twice));
  await insertRows(pool, "user_notification_settings", notificationSettings(twice));
  await insertRows(pool, "user_notification_settings", [
    { user_id: undated, email_notifications: { leadUpdates: false, meetingReminders: false } },
    { user_id: undated, email_notifications: { leadUpdates: true, heatProgressions: false } },
  ]);
  await insertRows(pool, "user_session_state", sessions(twice, undated));
  return { twice, undated };
}

async function insertRows(pool: pg.Pool, table: string, rows: readonly JsonObject[]): Promise<void> {
  for (const row of rows) await insertRow(pool, table, row);
}

const dashboards = (user_id: string): JsonObject[] => [
  {
    user_id,
    ...wholeDashboard({ widget_visibility: { metrics: false } }),
    updated_at: "2026-01-01T00:00:00Z",
  },
  { user_id, widget_visibility: { insights: false, metrics: null }, updated_at: "2026-01-03T00:00:00Z" },
  {
    user_id,
    widget_visibility: {},
    dashboard_preferences: { defaultView: "compact" },
    updated_at: "2026-01-02T00:00:00Z",
  },
];

const notificationSettings = (user_id: string): JsonObject[] => [
  {
    // The column was a text: the same person, written otherwise.
    user_id: user_id.toUpperCase(),
    email_notifications: { leadUpdates: true, meetingReminders: false, bantQualifications: false },
    sms_notifications: { leadUpdates: true },
    notification_schedule: {
      workingHours: { start: "10:00", end: "18:00" },
      quietHours: { enabled: true, start: "21:00", end: "06:00" },
    },
    updated_at: "2026-01-02T00:00:00",
  },
  {
    user_id,
    email_notifications: { leadUpdates: false, meetingReminders: true },
    notification_schedule: { workingHours: { start: "07:00", end: "15:00" } },
    updated_at: "2026-01-03T00:00:00",
  },
  {
    user_id,
    email_notifications: { bantQualifications: true, calendlyBookings: false },
    notification_schedule: { timezone: "Asia/Jerusalem" },
    updated_at: null,
  },
];

const sessions = (twice: string, undated: string): JsonObject[] => {
  const at = { user_id: twice, session_id: "device-twice" };
  return [
    { ...at, current_context: { path: "/first" }, ui_state: { a: 1 }, updated_at: "2026-01-01T00:00:00Z" },
    { ...at, current_context: { path: "/last" }, updated_at: "2026-01-03T00:00:00Z" },
    {
      ...at,
      current_context: { path: "/second", b: 2 },
      ui_state: { c: 3 },
      updated_at: "2026-01-02T00:00:00Z",
    },
    { ...at, current_context: { path: "/third" }, updated_at: null, created_at: "2026-01-02T12:00:00Z" },
    { ...at, current_context: { path: "/undated" }, updated_at: null, created_at: null },
    { ...at, session_id: "device-other", current_context: { path: "/other" } },
    { ...at, user_id: undated, current_context: { path: "/theirs" } },
  ];
};
