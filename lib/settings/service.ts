import "server-only";
import { describeError, log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import type { SessionClient } from "@/lib/supabase/session";
import type { EditSource } from "./change-source";
import {
  completeAtomic,
  isPartial,
  type DashboardGiven,
  type NotificationsGiven,
  type PreferencesGiven,
} from "./complete-atomic";
import { dashboard } from "./dashboard";
import type { FieldGroup, ValueOf } from "./fields";
import type { JsonObject } from "./json";
import { layersOf, rowOf, rowsOf, type SectionRow } from "./layers";
import { notifications } from "./notifications";
import { openingPatchSchema, setsHours } from "./opening-hours";
import type { Saved } from "./outbox/outbox";
import { patchSchema } from "./patch-schema";
import { preferences } from "./preferences";
import type { SettingsSectionName } from "./registry";
import { resolve, type Layer, type Provenance } from "./resolve";
import type { Section } from "./sections";
import { session, type SessionState, type SessionStatePatch } from "./session";
import { createSettingsStore, type NewNotification, type SettingsStore } from "./store";

/** `defaults`: the settings could not be read, so this is what everyone starts with. It must never be saved whole. */
export type Reading<Value> = {
  value: Value;
  provenance: Provenance;
  /** Of the row that a write to this scope would touch; 0 where there is none. Session state has no versions. */
  version: number;
  status: "fresh" | "defaults";
};

type Change = { opId?: string; base?: JsonObject | null; source?: EditSource };

type ServiceDeps = {
  store: SettingsStore;
  userId: string;
  /** A store under the service role, for what no browser may do; null where no secret key is configured. */
  privileged(): Pick<SettingsStore, "createNotification"> | null;
  onReadFailure(thrown: unknown): void;
};

/** Reading never fails: a page without its settings is still a page. */
const createReader = ({ store, onReadFailure }: ServiceDeps) => {
  async function read<C extends FieldGroup>(
    section: Section<C>,
    load: () => Promise<{ layers: Layer[]; version: number }>,
  ): Promise<Reading<ValueOf<C>>> {
    try {
      const { layers, version } = await load();
      return { ...resolve(section, layers), version, status: "fresh" };
    } catch (thrown) {
      onReadFailure(thrown);
      return { ...resolve(section, []), version: 0, status: "defaults" };
    }
  }
  return {
    rows: <C extends FieldGroup>(section: Section<C>, scope: string | null) =>
      read(section, async () => {
        const rows = rowsOf(section, await store.readSettings(scope));
        return { layers: layersOf(rows, scope), version: rowOf(rows, scope).version };
      }),
    session: (sessionId: string) =>
      read(session, async () => ({
        layers: [ownLayer((await store.readSession(sessionId)) ?? {})],
        version: 0,
      })),
  };
};

/**
 * Changes what is given and leaves the rest alone; null at a setting goes back to inherited. Throws a ZodError for a
 * patch that is not valid, and the refusals of the store. A value given in part is never completed from a guess: where
 * the settings cannot be read, it is not stored. Hours under which nothing would ever be open are refused, but for an
 * edit with a `base`: its author has not seen what it merges with, and it must not be lost.
 */
const createWriter =
  ({ store }: ServiceDeps) =>
  async (
    section: Section<FieldGroup, SettingsSectionName>,
    given: JsonObject,
    scope: string | null,
    { opId = crypto.randomUUID(), base = null, source = "ui" }: Change = {},
  ): Promise<Saved> => {
    const seesHours = base === null && setsHours(section, given);
    const shown =
      seesHours || isPartial(section, given)
        ? effective(section, await store.readSettings(scope), scope)
        : null;
    const whole = shown ? completeAtomic(section, given, shown) : given;
    const schema = seesHours && shown ? openingPatchSchema(section, shown) : patchSchema(section);
    schema.parse(whole);
    return store.patch({ section: section.name, scope, patch: whole, opId, base, source });
  };

/** The settings of one person, on the server. Made for one request and never shared between people. */
export function createUserSettingsService(deps: ServiceDeps) {
  const { store, userId, privileged } = deps;
  const read = createReader(deps);
  const write = createWriter(deps);
  return {
    getDashboardSettings: (projectId: string | null) => read.rows(dashboard, projectId),
    updateDashboardSettings: (settings: DashboardGiven, projectId: string | null, change?: Change) =>
      write(dashboard, settings, projectId, change),

    getNotificationSettings: () => read.rows(notifications, null),
    updateNotificationSettings: (settings: NotificationsGiven, change?: Change) =>
      write(notifications, settings, null, change),

    getAppPreferences: () => read.rows(preferences, null),
    updateAppPreferences: (settings: PreferencesGiven, change?: Change) =>
      write(preferences, settings, null, change),

    /** Where the person was on a device, by the id in its cookie. */
    getSessionState: read.session,
    async updateSessionState(state: SessionStatePatch, sessionId: string): Promise<SessionState> {
      const stored = await store.patchSession(sessionId, patchSchema(session).parse(state));
      return resolve(session, [ownLayer(stored)]).value;
    },

    /** Tells the person something, or somebody else under `userId`. Throws where no secret key is configured. */
    async createNotification(notification: Omit<NewNotification, "userId"> & { userId?: string }) {
      const privilegedStore = privileged();
      if (!privilegedStore) throw new Error("SUPABASE_SECRET_KEY is not set: notifications cannot be made");
      return privilegedStore.createNotification({ userId, ...notification });
    },
  };
}

const ownLayer = (overrides: JsonObject): Layer => ({ source: "user", overrides, version: 0 });

const effective = (section: Section, rows: readonly SectionRow[], scope: string | null): JsonObject =>
  resolve(section, layersOf(rowsOf(section, rows), scope)).value;

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
