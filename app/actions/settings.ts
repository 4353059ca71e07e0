"use server";

import { action } from "@/lib/action";
import { fail } from "@/lib/result";
import { patchRequest } from "@/lib/settings/patch-request";
import { requestsAtOnce } from "@/lib/settings/wire";
import { userSettingsService } from "@/lib/user-settings/service";

/** Merges a patch into one row of the person. Answers the row as it is now and the paths that were left alone. */
const patchOne = action(patchRequest, ({ input: { userId, ...change }, client }) =>
  userSettingsService({ userId, client }).storePatch(change),
);

/**
 * All rows that a device has something for, in one round trip. Each request is judged and stored by itself, and its
 * answer stands in its place; what is no list of them, or too long a one, is answered by one `invalid`.
 */
export async function patchSettings(requests: unknown) {
  if (!Array.isArray(requests) || requests.length > requestsAtOnce) return [fail("invalid")];
  return Promise.all(requests.map(patchOne));
}
