import "server-only";
import { answering } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { fail, type Result } from "@/lib/result";
import { readTimeoutMs, sessionClient } from "@/lib/supabase/session";
import type { ActivityPage } from "./event";
import type { ActivityFilter } from "./filter";
import { createAuditStore } from "./store";

/** The newest page of the person who asks; `unavailable` after 2 s. */
export async function loadActivity(filter: ActivityFilter): Promise<Result<ActivityPage>> {
  const identity = await getIdentity();
  if (!identity) return fail("unauthenticated");
  if (identity.expired) return fail("unavailable");
  const client = sessionClient(identity.accessToken, readTimeoutMs);
  return answering(() => createAuditStore(client).events(filter));
}
