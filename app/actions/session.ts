"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { keepHere } from "@/lib/session/service";
import { patchSchema } from "@/lib/settings/patch-schema";
import { session } from "@/lib/settings/session";
import { readTimeoutMs } from "@/lib/supabase/session";

const request = z.strictObject({ userId: z.uuid(), patch: patchSchema(session) });

/**
 * Keeps where the person is on this device; which device that is, its own cookie says. It waits for the platform no
 * longer than a page does: Next sends one action at a time, and what a person saves may stand behind this one.
 */
export async function saveSessionState(raw: unknown) {
  const deed = action(request, ({ input, client }) => keepHere(client, input.patch), readTimeoutMs);
  return deed(raw);
}
