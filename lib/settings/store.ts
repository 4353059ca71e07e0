import "server-only";
import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import type { EditSource } from "./change-source";
import { isJsonObject, type JsonObject } from "./json";
import type { SectionRow } from "./layers";
import type { Saved } from "./outbox/outbox";
import type { SettingsSectionName } from "./registry";
import { session } from "./session";

const overrides = z.custom<JsonObject>(isJsonObject);
const version = z.int().min(0);

const sectionRow = z.object({ section: z.string(), scope: z.uuid().nullable(), overrides, version });
const answeredRows = z.object({ rows: z.array(sectionRow) });
const conflict = z.object({ path: z.string(), base: z.json(), mine: z.json(), theirs: z.json() });
const saved = z.object({ overrides, version, conflicts: z.array(conflict) });
const made = z.object({ id: z.uuid(), seq: z.int() });
const sessionState = z.record(z.string(), overrides);
const sessionColumns = Object.keys(session.columns).join(", ");
const savedSession = z.object({ state: sessionState });

export type SettingsChange = {
  section: SettingsSectionName;
  /** Null but for the dashboard of one project. */
  scope: string | null;
  patch: JsonObject;
  /** The same id again answers the first answer again. */
  opId: string;
  /** Dotted path -> value the person saw; null: apply whatever is stored. */
  base: JsonObject | null;
  source: EditSource;
};

/** The seed's notification, for the person `userId`. `metadata` must hold nothing sensitive. */
export type NewNotification = {
  userId: string;
  title: string;
  message?: string;
  type?: "success" | "info" | "warning" | "error";
  category?: string;
  priority?: string;
  /** A path inside the app. */
  action_url?: string;
  metadata?: JsonObject;
  params?: JsonObject;
  project_id?: string;
  lead_id?: string;
  /** A second notification of a person under the same key is not made; the first is answered. */
  dedupe_key?: string;
};

const patchFunctions = {
  dashboard: "patch_dashboard_settings",
  notifications: "patch_notification_settings",
  preferences: "patch_app_preferences",
} as const;

/** What the database keeps of a person's settings, under the rights of `client`. Refusals are thrown. */
export function createSettingsStore(client: SessionClient) {
  return {
    /** All rows for all projects and, where asked for, those of that project. A row that is not there is left out. */
    async readSettings(projectId: string | null): Promise<SectionRow[]> {
      const answer = await client.rpc("get_settings", { project_id: projectId ?? undefined });
      return answeredRows.parse(dataOf(answer)).rows;
    },
    async patch({ section, scope, patch, opId, base, source }: SettingsChange): Promise<Saved> {
      const answer = await client.rpc(patchFunctions[section], {
        scope: section === "dashboard" ? { project_id: scope } : {},
        patch,
        op_id: opId,
        base,
        source,
      });
      return saved.parse(dataOf(answer));
    },
    /** Granted to the service role only: a browser can forge nothing. */
    async createNotification({
      userId,
      ...notification
    }: NewNotification): Promise<{ id: string; seq: number }> {
      const answer = await client.rpc("create_notification", { user_id: userId, ...notification });
      return made.parse(dataOf(answer));
    },

    /** Where the person was on a device; null where nothing is known or it has expired. */
    async readSession(sessionId: string): Promise<JsonObject | null> {
      const rows = await client
        .from("user_session_state")
        .select(sessionColumns)
        .eq("session_id", sessionId)
        .gt("expires_at", new Date().toISOString());
      return z.array(sessionState).parse(dataOf(rows))[0] ?? null;
    },
    /** Merges into the device's state and lets it live seven days more. */
    async patchSession(sessionId: string, patch: JsonObject): Promise<JsonObject> {
      const answer = await client.rpc("patch_session_state", { scope: { session_id: sessionId }, patch });
      return savedSession.parse(dataOf(answer)).state;
    },
    async clearSession(sessionId: string): Promise<void> {
      const { error, status } = await client.rpc("clear_session_state", { session_id: sessionId });
      dataOf({ data: true, error, status });
    },
  };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;
