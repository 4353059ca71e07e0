"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { keepHere } from "@/lib/session/service";
import { patchSchema } from "@/lib/settings/patch-schema";
import { session } from "@/lib/settings/session";
import { readTimeoutMs } from "@/lib/supabase/time-limits";

const request = z.strictObject({ userId: z.uuid(), patch: patchSchema(session) });

/**
 * Stores where the person is on this device, which a cookie identifies. Waits for the platform only as long as a page's
 * read: Next sends one action at a time, and a save may be queued behind this one.
 */
export async function saveSessionState(raw: unknown) {
  const deed = action(request, ({ input, client }) => keepHere(client, input.patch), readTimeoutMs);
  return deed(raw);
}
