import { fail, ok, type Result } from "@/lib/result";
import type { DashboardGiven, NotificationsGiven, PreferencesGiven } from "@/lib/settings/complete-atomic";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { DocumentRef } from "@/lib/settings/document";
import type { Json, JsonObject } from "@/lib/settings/json";
import type { NotificationSettings } from "@/lib/settings/notifications";
import { setAt } from "@/lib/settings/patch";
import { patchSchema } from "@/lib/settings/patch-schema";
import type { AppPreferences } from "@/lib/settings/preferences";
import { settingsSections } from "@/lib/settings/registry";
import { parse } from "@/lib/settings/resolve";
import { leaves } from "@/lib/settings/sections";
import { session, type SessionState, type SessionStatePatch } from "@/lib/settings/session";
import { known } from "./known";
import type { SettingsClient } from "./settings-client";
import { createEditor, problemIn } from "./whole-value-editor";

/** How session state is read and stored. It is no preference and does not wait in the outbox. */
type SessionTransport = {
  read(sessionId: string): Promise<Result<JsonObject>>;
  save(sessionId: string, patch: JsonObject): Promise<Result<unknown>>;
};

const rowForAll = (section: DocumentRef["section"]): DocumentRef => ({ section, projectId: null });

/**
 * The settings service as a component uses it: names and contract of the server's service, but reads answer the plain
 * value, and edits go through the outbox (the README has an example).
 */
export function createBrowserSettingsService(client: SettingsClient, transport: SessionTransport) {
  const { views } = client;
  const editor = createEditor(client);
  return {
    /** Waits until the server or the device has told of the settings. */
    async getDashboardSettings(projectId: string | null): Promise<DashboardSettings> {
      await known(client, projectId);
      return editor.given({ section: "dashboard", projectId }, views.dashboard(projectId).value);
    },
    /** Resolves when the change is kept on this device; a missing key is left alone, null goes back to inherited. */
    updateDashboardSettings: (settings: DashboardGiven, projectId: string | null) =>
      editor.editDifference({ section: "dashboard", projectId }, settings),

    async getNotificationSettings(): Promise<NotificationSettings> {
      await known(client, null);
      return editor.given(rowForAll("notifications"), views.notifications().value);
    },
    updateNotificationSettings: (settings: NotificationsGiven) =>
      editor.editDifference(rowForAll("notifications"), settings),

    async getAppPreferences(): Promise<AppPreferences> {
      await known(client, null);
      return editor.given(rowForAll("preferences"), views.preferences().value);
    },
    updateAppPreferences: (settings: PreferencesGiven) =>
      editor.editDifference(rowForAll("preferences"), settings),

    /** Makes a value the person's own, also where it equals the inherited one. */
    async setField(path: string, value: Json, projectId: string | null = null): Promise<Result<void>> {
      const section = settingsSections.find((candidate) => leaves(candidate).has(path));
      if (!section) return fail("invalid", { path });
      const row = section.name === "dashboard" ? projectId : null;
      return editor.edit({ section: section.name, projectId: row }, setAt({}, path, value));
    },

    /** Where the person was on a device; the defaults where that cannot be read. */
    async getSessionState(sessionId: string): Promise<SessionState> {
      const answer = await transport.read(sessionId);
      return parse(session, answer.ok ? answer.value : {});
    },
    async updateSessionState(state: SessionStatePatch, sessionId: string): Promise<Result<void>> {
      const problem = problemIn(patchSchema(session), state);
      if (problem) return problem;
      const answer = await transport.save(sessionId, state);
      return answer.ok ? ok(undefined) : answer;
    },
  };
}
