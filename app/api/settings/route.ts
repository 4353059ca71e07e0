import { z } from "zod";
import { readRoute } from "@/lib/read-route";
import { createSettingsStore } from "@/lib/settings/store";

const query = z
  .strictObject({ user: z.uuid(), project: z.uuid().optional() })
  .transform(({ user, project }) => ({ userId: user, projectId: project ?? null }));

/** The person's present rows of all sections: for all projects and, with `project`, for that one. */
export const GET = readRoute(query, async ({ input: { projectId }, client }) => ({
  rows: await createSettingsStore(client).readSettings(projectId),
}));
