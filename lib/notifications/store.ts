import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import { feedAnswer, markAnswer } from "./answers";
import type { FeedAnswer, MarkAnswer } from "./notification";

/** Reads and marks a person's notifications with the rights of `client`. Throws refusals. */
export function createNotificationStore(client: SessionClient) {
  return {
    /** The newest page, and every later row than `afterSeq` up to the database's limit. */
    async read(afterSeq: number): Promise<FeedAnswer> {
      return feedAnswer.parse(dataOf(await client.rpc("get_notifications", { after_seq: afterSeq })));
    },
    /** `ids` null: all. */
    async mark(ids: string[] | null, read: boolean): Promise<MarkAnswer> {
      const given = { read, ...(ids && { ids }) };
      return markAnswer.parse(dataOf(await client.rpc("mark_notifications_read", given)));
    },
  };
}
