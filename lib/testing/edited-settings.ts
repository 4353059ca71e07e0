import type { DocumentRef } from "@/lib/settings/document";
import type { Json } from "@/lib/settings/json";

export type EditedSetting = { ref: DocumentRef; path: string; values: readonly Json[] };

const quiet = (start: string, urgentPasses: boolean): Json => ({
  enabled: true,
  start,
  end: "06:30",
  urgentPasses,
});
const at = (
  section: DocumentRef["section"],
  projectId: string | null,
  path: string,
  values: Json[],
): EditedSetting => ({
  ref: { section, projectId },
  path,
  values,
});

/** Settings of all sections, for all projects and for one; few, so that devices meet on them. One has several parts. */
export const editedSettings: readonly EditedSetting[] = [
  at("dashboard", null, "widget_visibility.metrics", [true, false]),
  at("dashboard", "p1", "widget_visibility.metrics", [true, false]),
  at("notifications", null, "email_notifications.leadUpdates", [true, false]),
  at("notifications", null, "notification_schedule.quietHours", [
    quiet("21:00", false),
    quiet("23:00", true),
  ]),
  at("preferences", null, "interface_settings.theme", ["dark", "contrast"]),
  at("preferences", null, "integration_settings.whatsapp.templates.language", ["he", "ar"]),
];
