import "server-only";
import { cache } from "react";
import { answering } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { fail, type Result } from "@/lib/result";
import { dataOf } from "@/lib/supabase/refusal";
import { readTimeoutMs, sessionClient } from "@/lib/supabase/session";
import { bootstrapSchema, type Bootstrap } from "./bootstrap";

/**
 * Everything a page needs of the person, in one round trip; `sessionId` is the device's. The layout and the page of one
 * request share the answer.
 * `unavailable` after 2 s: the page then shows what the device knows.
 */
export const loadBootstrap = cache(
  async (projectId: string | null, sessionId: string | null = null): Promise<Result<Bootstrap>> => {
    const identity = await getIdentity();
    if (!identity) return fail("unauthenticated");
    if (identity.expired) return fail("unavailable");
    return answering(async () => {
      const client = sessionClient(identity.accessToken, readTimeoutMs);
      const asked = { project_id: projectId ?? undefined, session_id: sessionId ?? undefined };
      return bootstrapSchema.parse(dataOf(await client.rpc("get_bootstrap", asked)));
    });
  },
);
