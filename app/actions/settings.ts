"use server";

import { action } from "@/lib/action";
import { fail } from "@/lib/result";
import { requestsAtOnce } from "@/lib/settings/outbox/sender";
import { patchRequest } from "@/lib/settings/patch-request";
import { createSettingsStore } from "@/lib/settings/store";

/** Merges a patch into the person's row of a section and scope. Answers the row as it is now and what was left alone. */
const patchOne = action(patchRequest, ({ input: { userId: _, projectId: scope, ...change }, client }) =>
  createSettingsStore(client).patch({ ...change, scope }),
);

/**
 * All rows that a device has something for, in one round trip. Each request is judged and stored by itself, and its
 * answer stands in its place; what is no list of them, or too long a one, is answered by one `invalid`.
 */
export async function patchSettings(requests: unknown) {
  if (!Array.isArray(requests) || requests.length > requestsAtOnce) return [fail("invalid")];
  return Promise.all(requests.map(patchOne));
}
