import { randomUUID } from "node:crypto";
import type { JsonObject } from "@/lib/settings/json";
import type { SettingsSectionName } from "@/lib/settings/registry";
import type { ActionInput } from "./action-ground";
import { settingsTables } from "./settings-client";

/** A patch of a section by somebody of whom nothing is stored, and who saw that of `unset`. */
const patchOf = (
  section: SettingsSectionName,
  patch: JsonObject,
  { unset, inProject = false }: { unset: string; inProject?: boolean },
): ActionInput => ({
  action: "patchSettings",
  takesList: true,
  async prepare({ beNewMember, world }) {
    const userId = await beNewMember();
    const projectId = inProject ? world.projectId : null;
    const request = { userId, section, projectId, patch, base: { [unset]: null } };
    return { caller: userId, input: { ...request, opId: randomUUID(), source: "ui" } };
  },
  writes: [settingsTables[section], "public.settings_events", "private.settings_operations"],
  keeps: ["patch"],
});

/** By action and section; `preferences` with all the sentences that a person may write. */
export const settingsInputs: Readonly<Record<string, ActionInput>> = {
  saveSessionState: {
    action: "saveSessionState",
    async prepare({ beNewMember }) {
      const userId = await beNewMember();
      const current_context = { device: "Chrome on Linux", path: "/leads", projectId: "" };
      return {
        caller: userId,
        input: { userId, patch: { current_context, ui_state: { openPanels: { debug: true } } } },
      };
    },
    writes: ["public.user_session_state"],
    keeps: ["patch"],
  },
  "patchSettings, dashboard": patchOf(
    "dashboard",
    {
      widget_visibility: { insights: false },
      dashboard_preferences: { refreshInterval: 60_000 },
    },
    { unset: "widget_visibility.insights", inProject: true },
  ),
  "patchSettings, notifications": patchOf(
    "notifications",
    {
      email_notifications: { meetingReminders: false },
      notification_schedule: {
        quietHours: { enabled: true, start: "21:00", end: "07:00", urgentPasses: false },
      },
    },
    { unset: "email_notifications.meetingReminders" },
  ),
  "patchSettings, preferences": patchOf(
    "preferences",
    {
      interface_settings: { language: "he", fontScale: 115 },
      data_preferences: { timezone: "Asia/Jerusalem" },
      integration_settings: {
        calendly: { enabled: true, defaultMeetingType: "Introduction" },
        whatsapp: { templates: { firstContact: "hello", followUp: "still_there" } },
        email: { from: "The bakery", signature: "Yours,\nthe bakery" },
      },
    },
    { unset: "integration_settings.email.signature" },
  ),
};
