import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { noticeRow, personRow } from "./answers";
import { mostReplayed, replayedDays, type History } from "./history";

const row = noticeRow.omit({ title: true, message: true, project: true, actor: true });
const subscriptions = personRow.shape.subscriptions;

const dayMs = 86_400_000;
const timeOf = (each: { occurred_at: string }) => Date.parse(each.occurred_at);

/** What a replay of the person's last days needs, by row-level security alone. `now`: Unix ms. Throws refusals. */
export async function readHistory(client: PersonClient, userId: string, now: number): Promise<History> {
  const [told, standing] = await Promise.all([
    client
      .from("notifications")
      .select(
        "id, user_id, seq, category, type, priority, params, action_url, project_id, lead_id, collapse_key, created_at, occurred_at, expires_at, seen_at, read_at, archived_at, snoozed_until, collapsed_at",
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
  ]);
  // The limit bounds the read, whatever is older: what happened before is left out here.
  const rows = z
    .array(row)
    .parse(dataOf(told))
    .filter((each) => timeOf(each) > now - replayedDays * dayMs);
  return {
    rows: rows.sort((one, other) => timeOf(one) - timeOf(other)),
    subscriptions: subscriptions.parse(dataOf(standing)),
  };
}
