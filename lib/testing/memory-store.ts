import type { JsonObject } from "@/lib/settings/json";
import type { SectionRow } from "@/lib/settings/layers";
import { mergeObject } from "@/lib/settings/patch";
import { createUserSettingsService } from "@/lib/settings/service";
import type { NewNotification, SettingsChange, SettingsStore } from "@/lib/settings/store";

/** A store in memory that fails on demand and remembers what it was asked. */
export function memoryStore(rows: SectionRow[] = []) {
  const changes: SettingsChange[] = [];
  const asked: (string | null)[] = [];
  const sessions = new Map<string, JsonObject>();
  let failure: Error | null = null;
  const store: SettingsStore = {
    async readSettings(projectId) {
      asked.push(projectId);
      if (failure) throw failure;
      return rows;
    },
    async patch(change) {
      if (failure) throw failure;
      changes.push(change);
      return { overrides: change.patch, version: 1, conflicts: [] };
    },
    async createNotification() {
      throw new Error("permission denied");
    },
    async readSession(sessionId) {
      if (failure) throw failure;
      return sessions.get(sessionId) ?? null;
    },
    async patchSession(sessionId, patch) {
      const state = mergeObject(sessions.get(sessionId) ?? {}, patch);
      sessions.set(sessionId, state);
      return state;
    },
    async clearSession(sessionId) {
      sessions.delete(sessionId);
    },
  };
  return { store, changes, asked, fail: (error: Error) => void (failure = error) };
}

export function serviceOf(
  memory: ReturnType<typeof memoryStore>,
  privileged: NewNotification[] | null = null,
) {
  const failures: unknown[] = [];
  const service = createUserSettingsService({
    store: memory.store,
    userId: "ann",
    privileged: () =>
      privileged && {
        createNotification: async (notification) => ({ id: "n", seq: privileged.push(notification) }),
      },
    onReadFailure: (thrown) => void failures.push(thrown),
  });
  return { service, failures };
}
