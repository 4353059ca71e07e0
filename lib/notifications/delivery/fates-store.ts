import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { outgoingChannels } from "@/lib/vocabulary/channels";
import type { DeliveryFate } from "./fates";

/** The answer of `get_deliveries`; the trace of each decision stays on the server. */
const fates = z.array(
  z.object({
    channel: z.enum(outgoingChannels),
    destination: z.string().nullable(),
    status: z.enum(["pending", "sent", "bundled", "suppressed", "expired", "dead"]),
    reason: z.string(),
    not_before: z.string().nullable(),
    provider_status: z.string().nullable(),
    at: z.string().nullable(),
  }),
);

/**
 * What became of one notification of the person whose rights `client` has, by channel and destination. Empty for what is
 * not planned yet, and for what is not theirs. Throws refusals.
 */
export async function readFates(client: PersonClient, notificationId: string): Promise<DeliveryFate[]> {
  const answer = await client.rpc("get_deliveries", { notification_ids: [notificationId] });
  const found = fates.parse(dataOf(answer));
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ channel }: DeliveryFate) => outgoingChannels.indexOf(channel);
