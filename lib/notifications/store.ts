import type { JsonObject } from "@/lib/settings/json";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { batchAnswer, feedAnswer, madeAnswer, markAnswer } from "./answers";
import type { BatchAnswer, BatchMark, FeedAnswer, Mark, MarkAnswer } from "./notification";

/** A notification of the original design, for the person `userId`. `metadata` must hold nothing sensitive. */
export type NewNotification = {
  userId: string;
  title: string;
  message?: string;
  type?: "success" | "info" | "warning" | "error";
  category?: string;
  priority?: string;
  /** A path inside the app. */
  action_url?: string;
  metadata?: JsonObject;
  params?: JsonObject;
  project_id?: string;
  lead_id?: string;
  /** A second notification of a person under the same key is not made; the first is answered. */
  dedupe_key?: string;
};

/** Where a notification stands in its person's sequence. */
export type MadeNotification = { id: string; seq: number };

/** Reads and marks a person's notifications with the rights of `client`. Throws refusals. */
export function createNotificationStore(client: PersonClient) {
  return {
    /** The newest page, and every later row than `afterSeq` up to the database's limit. */
    async read(afterSeq: number): Promise<FeedAnswer> {
      return feedAnswer.parse(dataOf(await client.rpc("get_notifications", { after_seq: afterSeq })));
    },
    async mark({ ids, read }: Mark): Promise<MarkAnswer> {
      return markAnswer.parse(dataOf(await client.rpc("mark_notifications_read", { ids, read })));
    },
    /** One transaction, which holds the rows of one batch. */
    async markBatch({ through, read, markedAt }: BatchMark): Promise<BatchAnswer> {
      const given = { up_to_seq: through, read, ...(markedAt && { marked_at: markedAt }) };
      return batchAnswer.parse(dataOf(await client.rpc("mark_notifications_through", given)));
    },
    /** Granted to the service role only: a browser can forge nothing. */
    async create({ userId, ...notification }: NewNotification): Promise<MadeNotification> {
      const answer = await client.rpc("create_notification", { user_id: userId, ...notification });
      return madeAnswer.parse(dataOf(answer));
    },
  };
}

export type NotificationStore = ReturnType<typeof createNotificationStore>;
