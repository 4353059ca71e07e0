import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { UnsubscribeLink } from "./link";

/** A mail service waits ten seconds for its answer. */
const timeoutMs = 5_000;

/**
 * Turns off what a link is about, or with `undo` on again. With the secret key: who follows a link is not signed in.
 * Throws refusals; without a secret key, an error.
 */
export async function storeUnsubscribe(link: UnsubscribeLink, undo: boolean): Promise<void> {
  const admin = adminClient();
  if (!admin) throw new Error("SUPABASE_SECRET_KEY is not set: the links of messages cannot be followed");
  const { userId: user_id, channel, category } = link;
  const asked = admin.rpc("unsubscribe", { user_id, channel, category, undo });
  dataOf(await asked.abortSignal(AbortSignal.timeout(timeoutMs)));
}
