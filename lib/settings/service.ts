import "server-only";
import { describeError, log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import type { SessionClient } from "@/lib/supabase/session";
import { dashboard, type DashboardPatch, type DashboardSettings } from "./dashboard";
import type { JsonObject } from "./json";
import { layersOf, rowOf } from "./layers";
import type { Saved } from "./outbox";
import { patchSchema } from "./patch-schema";
import { resolve, type Provenance } from "./resolve";
import { createSettingsStore, type ChangeSource, type NewNotification, type SettingsStore } from "./store";

/** `defaults`: the settings could not be read, so this is what everyone starts with. It must never be saved whole. */
export type DashboardReading = {
  value: DashboardSettings;
  provenance: Provenance;
  /** Of the row that a write to this scope would touch; 0 where there is none. */
  version: number;
  status: "fresh" | "defaults";
};

type Change = { opId?: string; base?: JsonObject | null; source?: ChangeSource };

type ServiceDeps = {
  store: SettingsStore;
  userId: string;
  /** A store under the service role, for what no browser may do; null where no secret key is configured. */
  privileged(): Pick<SettingsStore, "createNotification"> | null;
  onReadFailure(thrown: unknown): void;
};

/** The settings of one person, on the server. Made for one request and never shared between people. */
export function createUserSettingsService({ store, userId, privileged, onReadFailure }: ServiceDeps) {
  return {
    /** Never fails: a dashboard without its settings is still a dashboard. */
    async getDashboardSettings(projectId: string | null): Promise<DashboardReading> {
      try {
        const rows = await store.readDashboard(userId, projectId);
        const { version } = rowOf(rows, projectId);
        return { ...resolve(dashboard, layersOf(rows, projectId)), version, status: "fresh" };
      } catch (thrown) {
        onReadFailure(thrown);
        return { ...resolve(dashboard, []), version: 0, status: "defaults" };
      }
    },

    /**
     * Changes what is given and leaves the rest alone; null at a setting goes back to inherited. Throws a ZodError
     * for a patch that is not valid, and the refusals of the store.
     */
    async updateDashboardSettings(
      settings: DashboardPatch,
      projectId: string | null,
      change: Change = {},
    ): Promise<Saved> {
      const { opId = crypto.randomUUID(), base = null, source = "ui" } = change;
      const patch = patchSchema(dashboard).parse(settings);
      return store.patchDashboard({ scope: projectId, patch, opId, base, source });
    },

    /** Tells the person something, or somebody else under `userId`. Throws where no secret key is configured. */
    async createNotification(notification: Omit<NewNotification, "userId"> & { userId?: string }) {
      const privilegedStore = privileged();
      if (!privilegedStore) throw new Error("SUPABASE_SECRET_KEY is not set: notifications cannot be made");
      return privilegedStore.createNotification({ userId, ...notification });
    },
  };
}

/** The service of a verified person on the real store. */
export function userSettingsService({ userId, client }: { userId: string; client: SessionClient }) {
  return createUserSettingsService({
    store: createSettingsStore(client),
    userId,
    // The secret key is for createNotification alone: no person may insert one, not even for themselves.
    privileged: () => {
      const admin = adminClient();
      return admin && createSettingsStore(admin);
    },
    onReadFailure: (thrown) => log.error("settings could not be read", describeError(thrown)),
  });
}
