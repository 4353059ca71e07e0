import { z } from "zod";
import { deliveryStates } from "@/lib/vocabulary/delivery-states";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { isoOf } from "@/lib/time/wall-time";
import { outgoingChannels } from "@/lib/vocabulary/channels";
import { noticeRow, personRow } from "../answers";
import type { DeliveryFate } from "../fates";
import { mostReplayed, replayedDays, type History } from "../history";

/** The answer of `get_deliveries`; the trace of each decision stays on the server. */
const fates = z.array(
  z.object({
    channel: z.enum(outgoingChannels),
    destination: z.string().nullable(),
    status: z.enum(deliveryStates),
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

const row = noticeRow.omit({ title: true, message: true, project: true, actor: true });
const { subscriptions, meetings } = personRow.shape;

const dayMs = 86_400_000;
const timeOf = (each: { occurred_at: string }) => Date.parse(each.occurred_at);

/** What a replay of the person's last days needs, by row-level security alone. `now`: Unix ms. Throws refusals. */
export async function readHistory(client: PersonClient, userId: string, now: number): Promise<History> {
  const [told, standing, known] = await Promise.all([
    client
      .from("notifications")
      .select(
        "id, user_id, seq, category, type, priority, params, action_url, project_id, lead_id, collapse_key, created_at, occurred_at, expires_at, seen_at, read_at, archived_at, snoozed_until, collapsed_at, kept_away",
      )
      .eq("user_id", userId)
      .order("seq", { ascending: false })
      .limit(mostReplayed)
      .retry(false),
    client
      .from("notification_subscriptions")
      .select("project_id, lead_id, state, until")
      .eq("user_id", userId)
      .retry(false),
    client.rpc("get_own_meetings", { since: isoOf(now - replayedDays * dayMs) }),
  ]);
  // The limit bounds the read, whatever is older: what happened before is left out here.
  const rows = z
    .array(row)
    .parse(dataOf(told))
    .filter((each) => timeOf(each) > now - replayedDays * dayMs);
  return {
    rows: rows.sort((one, other) => timeOf(one) - timeOf(other)),
    subscriptions: subscriptions.parse(dataOf(standing)),
    meetings: meetings.parse(dataOf(known)),
  };
}
