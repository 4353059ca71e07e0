import "server-only";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";

/** A provider waits fifteen seconds for its answer. */
const timeoutMs = 8_000;

/**
 * Switches addresses off because the provider says so; false where it said so before. With the secret key: it is
 * nobody's doing here. Throws refusals; without a secret key, an error.
 */
export async function disableAddresses(
  eventId: string,
  addresses: readonly string[],
  reason: string,
): Promise<boolean> {
  const admin = adminClient();
  if (!admin) throw new Error("SUPABASE_SECRET_KEY is not set: what the mail provider tells cannot be kept");
  const asked = admin.rpc("disable_after_event", {
    provider: "resend",
    event_id: eventId,
    channel: "email",
    addresses: [...addresses],
    reason,
  });
  return dataOf(await asked.abortSignal(AbortSignal.timeout(timeoutMs)));
}
