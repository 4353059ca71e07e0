import "server-only";
import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import { isJsonObject, type JsonObject } from "./json";
import type { ScopedRow } from "./layers";
import type { Saved } from "./outbox";

const overrides = z.custom<JsonObject>(isJsonObject);
const version = z.int().min(0);

const dashboardRow = z.object({
  project_id: z.uuid().nullable(),
  widget_visibility: overrides,
  widget_layout: overrides,
  dashboard_preferences: overrides,
  version,
});

const conflict = z.object({ path: z.string(), base: z.json(), mine: z.json(), theirs: z.json() });
const saved = z.object({ overrides, version, conflicts: z.array(conflict) });
const made = z.object({ id: z.uuid(), seq: z.int() });

/** Where a change is recorded to come from. */
export type ChangeSource = "ui" | "undo" | "import" | "template" | "team" | "api" | "system";

export type DashboardChange = {
  scope: string | null;
  patch: JsonObject;
  /** The same id again answers the first answer again. */
  opId: string;
  /** Dotted path -> value the person saw; null: apply whatever is stored. */
  base: JsonObject | null;
  source: ChangeSource;
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

/** What the database keeps of a person's settings, under the rights of `client`. Refusals are thrown. */
export function createSettingsStore(client: SessionClient) {
  return {
    /** The person's row for all projects and, where asked for, that project's. A row that is not there is left out. */
    async readDashboard(userId: string, projectId: string | null): Promise<ScopedRow[]> {
      const scopes =
        projectId === null ? "project_id.is.null" : `project_id.is.null,project_id.eq.${projectId}`;
      const rows = await client
        .from("user_dashboard_settings")
        .select("project_id, widget_visibility, widget_layout, dashboard_preferences, version")
        .eq("user_id", userId)
        .or(scopes);
      return z
        .array(dashboardRow)
        .parse(dataOf(rows))
        .map(({ project_id: scope, version, ...columns }) => ({ scope, version, overrides: columns }));
    },
    async patchDashboard({ scope, patch, opId, base, source }: DashboardChange): Promise<Saved> {
      const answer = await client.rpc("patch_dashboard_settings", {
        scope: { project_id: scope },
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
  };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;
