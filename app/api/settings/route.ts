import { z } from "zod";
import { readRoute } from "@/lib/read-route";
import { createSettingsStore } from "@/lib/settings/store";

const query = z
  .strictObject({ user: z.uuid(), project: z.uuid().optional() })
  .transform(({ user, project }) => ({ userId: user, projectId: project ?? null }));

/** The person's rows as they are now, of all sections: for all projects and, where asked for, for one. */
export const GET = readRoute(query, async ({ input: { projectId }, client }) => ({
  rows: await createSettingsStore(client).readSettings(projectId),
}));
