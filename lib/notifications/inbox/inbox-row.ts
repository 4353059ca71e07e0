import type { MarkAnswer, Notification } from "@/lib/notifications/notification";

/** A notification as `get_inbox` answers it. */
export type InboxRow = Notification & {
  archived_at: string | null;
  snoozed_until: string | null;
  actor_id: string | null;
  project_name: string | null;
  /** Why the app did not tell it; null: it did. */
  kept_away: string | null;
};

/**
 * A page: `next` is where the one after it begins, null after the last. The count, `head` and `at` are the bell's.
 */
export type InboxAnswer = MarkAnswer & { rows: InboxRow[]; next: number | null };
