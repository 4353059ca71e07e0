import "server-only";
import { describeError, log } from "@/lib/log";
import { createNotification, type Privileged } from "@/lib/notifications/service";
import type { NewNotification } from "@/lib/notifications/store";
import { createSessionService } from "@/lib/session/service";
import { createSessionStore, type SessionStore } from "@/lib/session/store";
import type { DashboardGiven, NotificationsGiven, PreferencesGiven } from "@/lib/settings/complete-atomic";
import { dashboard } from "@/lib/settings/dashboard";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import type { OnReadFailure } from "@/lib/settings/reading";
import { createSettingsService } from "@/lib/settings/service";
import { createSettingsStore, type SettingsStore } from "@/lib/settings/store";
import type { SettingsPatch } from "@/lib/settings/wire";
import { withCleanSignature } from "./clean-signature";
import type { PersonClient } from "@/lib/supabase/session";

/** What a caller may say of its change; by default it is new, made by hand, and applies to whatever is stored. */
type Origin = Partial<Pick<SettingsPatch, "opId" | "base" | "source">>;

type PersonAsking = { userId: string; client: PersonClient; device?: string };

type Deps = {
  userId: string;
  settings: SettingsStore;
  session: Pick<SessionStore, "readState" | "storePatch">;
  onReadFailure: OnReadFailure;
  privileged?: Privileged;
};

/**
 * The settings of one person on the server, under the names of the original design. Made for one request and never
 * shared between people. Every change, the browser's too, is judged and stored by `storePatch`.
 */
export function createUserSettingsService({ userId, settings, session, onReadFailure, privileged }: Deps) {
  const { read, ...service } = createSettingsService({ store: settings, onReadFailure });
  const storePatch = (change: SettingsPatch) => service.storePatch(withCleanSignature(change));
  const sessions = createSessionService({ store: session, onReadFailure });
  const update = (change: Pick<SettingsPatch, "section" | "projectId" | "patch">, origin?: Origin) =>
    storePatch({ opId: crypto.randomUUID(), base: null, source: "ui", ...change, ...origin });
  return {
    storePatch,

    getDashboardSettings: (projectId: string | null) => read(dashboard, projectId),
    updateDashboardSettings: (patch: DashboardGiven, projectId: string | null, origin?: Origin) =>
      update({ section: "dashboard", projectId, patch }, origin),

    getNotificationSettings: () => read(notifications, null),
    updateNotificationSettings: (patch: NotificationsGiven, origin?: Origin) =>
      update({ section: "notifications", projectId: null, patch }, origin),

    getAppPreferences: () => read(preferences, null),
    updateAppPreferences: (patch: PreferencesGiven, origin?: Origin) =>
      update({ section: "preferences", projectId: null, patch }, origin),

    /** Where the person was on a device, by the id in its cookie. */
    getSessionState: sessions.read,
    updateSessionState: sessions.storePatch,

    /** Tells the person something, or somebody else under `userId`. */
    createNotification: (notification: Omit<NewNotification, "userId"> & { userId?: string }) =>
      createNotification({ userId, ...notification }, privileged),
  };
}

/** The service of a verified person on the real stores. `device`: as for `createSettingsStore`. */
export const userSettingsService = ({ userId, client, device = "" }: PersonAsking) =>
  createUserSettingsService({
    userId,
    settings: createSettingsStore(client, device),
    session: createSessionStore(client),
    onReadFailure: (thrown) => log.error("settings could not be read", describeError(thrown)),
  });
