import "server-only";
import { cache } from "react";
import { readAsPerson } from "@/lib/action";
import { dataOf } from "@/lib/supabase/refusal";
import { bootstrapSchema } from "./bootstrap";

/**
 * Reads a page's data of the person in one round trip; `sessionId` is the device's id. Layout and page of one request
 * share the answer. If it is `unavailable`, the page shows the device's data.
 */
export const loadBootstrap = cache((projectId: string | null, sessionId: string | null = null) =>
  readAsPerson(async (client) => {
    const asked = { project_id: projectId ?? undefined, session_id: sessionId ?? undefined };
    return bootstrapSchema.parse(dataOf(await client.rpc("get_bootstrap", asked)));
  }),
);
