import "server-only";
import { cache } from "react";
import { reading } from "@/lib/action";
import { dataOf } from "@/lib/supabase/refusal";
import { bootstrapSchema } from "./bootstrap";

/**
 * Everything a page needs of the person, in one round trip; `sessionId` is the device's. The layout and the page of one
 * request share the answer. Where it is `unavailable`, the page shows what the device knows.
 */
export const loadBootstrap = cache((projectId: string | null, sessionId: string | null = null) =>
  reading(async (client) => {
    const asked = { project_id: projectId ?? undefined, session_id: sessionId ?? undefined };
    return bootstrapSchema.parse(dataOf(await client.rpc("get_bootstrap", asked)));
  }),
);
