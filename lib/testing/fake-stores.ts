import type { NewNotification } from "@/lib/notifications/store";
import type { SessionStore } from "@/lib/session/store";
import type { JsonObject } from "@/lib/settings/json";
import { mergeObject } from "@/lib/settings/patch";
import type { SettingsStore } from "@/lib/settings/store";
import type { SettingsPatch, SettingsRow } from "@/lib/settings/wire";
import { createUserSettingsService } from "@/lib/user-settings/service";

/** Stores in memory that fail on demand and remember what they were asked. */
export function fakeStores(rows: SettingsRow[] = []) {
  const patches: SettingsPatch[] = [];
  const asked: (string | null)[] = [];
  const sessions = new Map<string, JsonObject>();
  let failure: Error | null = null;
  const failing = () => {
    if (failure) throw failure;
  };
  const settings: SettingsStore = {
    async readSettings(projectId) {
      asked.push(projectId);
      failing();
      return rows;
    },
    async storePatch(patch) {
      failing();
      patches.push(patch);
      return { overrides: patch.patch, version: 1, conflicts: [] };
    },
  };
  const session: Pick<SessionStore, "readState" | "storePatch"> = {
    async readState(sessionId) {
      failing();
      return sessions.get(sessionId) ?? null;
    },
    async storePatch(sessionId, patch) {
      const state = mergeObject(sessions.get(sessionId) ?? {}, patch);
      sessions.set(sessionId, state);
      return state;
    },
  };
  return { settings, session, patches, asked, fail: (error: Error) => void (failure = error) };
}

export function serviceOf(
  { settings, session }: ReturnType<typeof fakeStores>,
  made: NewNotification[] | null = null,
) {
  const failures: unknown[] = [];
  const service = createUserSettingsService({
    userId: "ann",
    settings,
    session,
    privileged: () => made && { create: async (notification) => ({ id: "n", seq: made.push(notification) }) },
    onReadFailure: (thrown) => void failures.push(thrown),
  });
  return { service, failures };
}
