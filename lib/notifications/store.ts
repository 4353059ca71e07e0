import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import type { FeedAnswer, MarkAnswer } from "./notification";

const notification = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  category: z.string(),
  type: z.string(),
  priority: z.string(),
  title: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()),
  action_url: z.string().nullable(),
  project_id: z.uuid().nullable(),
  lead_id: z.uuid().nullable(),
  created_at: z.string(),
  occurred_at: z.string(),
  read_at: z.string().nullable(),
  seen_at: z.string().nullable(),
});

const counted = z.object({ head: z.number().int(), unread: z.number().int(), at: z.string() });
const feedAnswer = counted.extend({ rows: z.array(notification) });

/** What the database keeps of a person's notifications, under the rights of `client`. Refusals are thrown. */
export function createNotificationStore(client: SessionClient) {
  return {
    /** The newest page, and everything after `afterSeq` that the database's limit admits. */
    async read(afterSeq: number): Promise<FeedAnswer> {
      return feedAnswer.parse(dataOf(await client.rpc("get_notifications", { after_seq: afterSeq })));
    },
    /** `ids` null: all. */
    async mark(ids: string[] | null, read: boolean): Promise<MarkAnswer> {
      const given = { read, ...(ids && { ids }) };
      return counted.parse(dataOf(await client.rpc("mark_notifications_read", given)));
    },
  };
}
