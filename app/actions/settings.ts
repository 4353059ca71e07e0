"use server";

import { action } from "@/lib/action";
import { dashboardPatchRequest } from "@/lib/settings/patch-request";
import { userSettingsService } from "@/lib/settings/service";

/** Merges a patch into the person's row of a scope. Answers the row as it is now and what was left alone. */
export async function patchDashboardSettings(input: unknown) {
  return action(dashboardPatchRequest, ({ input: { userId, projectId, patch, ...change }, client }) =>
    userSettingsService({ userId, client }).updateDashboardSettings(patch, projectId, change),
  )(input);
}
