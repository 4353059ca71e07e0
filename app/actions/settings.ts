"use server";

import { headers } from "next/headers";
import { action } from "@/lib/action";
import { fail } from "@/lib/result";
import { patchRequest } from "@/lib/settings/patch-request";
import { requestsAtOnce } from "@/lib/settings/wire";
import { userSettingsService } from "@/lib/user-settings/service";
import { deviceAsking } from "@/lib/vocabulary/device-name";

/** Merges a patch into the person's row of a section and scope. Answers the merged row and the paths left unchanged. */
const patchOne = action(patchRequest, async ({ input: { userId, ...change }, client }) => {
  const device = deviceAsking(await headers());
  return userSettingsService({ userId, client, device }).storePatch(change);
});

/**
 * Stores the patches of a device for several rows in one round trip. Each request is checked and stored by itself;
 * answers have the order of the requests. Anything but a list of at most `requestsAtOnce` gets a single `invalid`.
 */
export async function patchSettings(requests: unknown) {
  if (!Array.isArray(requests) || requests.length > requestsAtOnce) return [fail("invalid")];
  return Promise.all(requests.map(patchOne));
}
