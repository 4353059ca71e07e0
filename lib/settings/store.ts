import "server-only";
import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { overridesSchema, settingsRowSchema, versionSchema } from "./row-schema";
import type { PatchAnswer, SettingsPatch, SettingsRow } from "./wire";

const rowsSchema = z.object({ rows: z.array(settingsRowSchema) });
const conflictSchema = z.object({ path: z.string(), base: z.json(), mine: z.json(), theirs: z.json() });
const answerSchema = z.object({
  overrides: overridesSchema,
  version: versionSchema,
  conflicts: z.array(conflictSchema),
});

const patchFunctions = {
  dashboard: "patch_dashboard_settings",
  notifications: "patch_notification_settings",
  preferences: "patch_app_preferences",
} as const;

/**
 * What the database keeps of a person's settings, under the rights of `client`. Refusals are thrown. `device`: what the
 * record calls the browser that asks; empty where that is not known.
 */
export function createSettingsStore(client: PersonClient, device = "") {
  return {
    /** The rows for all projects and, where one is named, those of that project. A row that does not exist is left out. */
    async readSettings(projectId: string | null): Promise<SettingsRow[]> {
      const answer = await client.rpc("get_settings", { project_id: projectId ?? undefined });
      return rowsSchema.parse(dataOf(answer)).rows;
    },
    async storePatch({ section, projectId, opId, ...patch }: SettingsPatch): Promise<PatchAnswer> {
      const scope = section === "dashboard" ? { project_id: projectId } : {};
      const answer = await client.rpc(patchFunctions[section], {
        ...patch,
        scope,
        op_id: opId,
        ...(device ? { device } : {}),
      });
      return answerSchema.parse(dataOf(answer));
    },
  };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;
