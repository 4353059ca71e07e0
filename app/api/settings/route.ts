import { z } from "zod";
import { readRoute } from "@/lib/read-route";
import { createSettingsStore } from "@/lib/settings/store";
import type { SettingsRows } from "@/lib/settings/wire";

const query = z.strictObject({ userId: z.uuid(), projectId: z.uuid().optional() });

/** The person's present rows of all sections: for all projects and, with `projectId`, for that one. */
export const GET = readRoute(
  query,
  async ({ input: { projectId = null }, client }): Promise<SettingsRows> => ({
    rows: await createSettingsStore(client).readSettings(projectId),
  }),
);
