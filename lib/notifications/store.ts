import type { JsonObject } from "@/lib/settings/json";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { batchAnswer, feedAnswer, madeAnswer, markAnswer, toldAnswer } from "./answers";
import { subscriptionsAnswer, type Subscription, type SubscriptionChange } from "./subscription";
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

/**
 * Something of a kind, told to people. `params` has the kind and its facts (lib/notifications/kinds). Of a project only
 * those are told who are in it; nobody is told the same `dedupeKey` twice.
 */
export type Telling = {
  people: string[];
  params: JsonObject & { kind: string };
  projectId?: string;
  leadId?: string;
  dedupeKey?: string;
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
    /** What the person mutes and follows now, of a project, or of all they are in. */
    async subscriptions(projectId?: string): Promise<Subscription[]> {
      const asked = projectId === undefined ? {} : { project_id: projectId };
      const answer = await client.rpc("get_notification_subscriptions", asked);
      return subscriptionsAnswer.parse(dataOf(answer));
    },
    /** Mutes or follows; `state` null takes it back. Answers what holds of the project then. */
    async subscribe({
      projectId,
      leadId,
      state,
      until,
    }: Omit<SubscriptionChange, "userId">): Promise<Subscription[]> {
      const given = {
        project_id: projectId,
        ...(leadId !== null && { lead_id: leadId }),
        ...(state !== null && { state }),
        ...(until !== null && { until }),
      };
      return subscriptionsAnswer.parse(dataOf(await client.rpc("set_notification_subscription", given)));
    },
    /** How many were told. Granted to the service role only. PT400 where the kind or one of its facts is missing. */
    async tell({ people, params, projectId, leadId, dedupeKey }: Telling): Promise<number> {
      const answer = await client.rpc("tell_people", {
        people,
        params,
        ...(projectId !== undefined && { project_id: projectId }),
        ...(leadId !== undefined && { lead_id: leadId }),
        ...(dedupeKey !== undefined && { dedupe_key: dedupeKey }),
      });
      return toldAnswer.parse(dataOf(answer)).told;
    },
    /** Granted to the service role only: a browser can forge nothing. */
    async create({ userId, ...notification }: NewNotification): Promise<MadeNotification> {
      const answer = await client.rpc("create_notification", { user_id: userId, ...notification });
      return madeAnswer.parse(dataOf(answer));
    },
  };
}

export type NotificationStore = ReturnType<typeof createNotificationStore>;
