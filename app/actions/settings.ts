"use server";

import { action } from "@/lib/action";
import { patchRequest } from "@/lib/settings/patch-request";
import { createSettingsStore } from "@/lib/settings/store";

/** Merges a patch into the person's row of a section and scope. Answers the row as it is now and what was left alone. */
export async function patchSettings(input: unknown) {
  return action(patchRequest, ({ input: { userId: _, projectId: scope, ...change }, client }) =>
    createSettingsStore(client).patch({ ...change, scope }),
  )(input);
}
