import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import { feedAnswer, markAnswer } from "./answers";
import type { FeedAnswer, MarkAnswer } from "./notification";

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
      return markAnswer.parse(dataOf(await client.rpc("mark_notifications_read", given)));
    },
  };
}
