/** One notification as `get_notifications` answers it. `seq` is set at insert and never changes. */
export type Notification = {
  id: string;
  seq: number;
  category: string;
  type: string;
  priority: string;
  /** English, for channels without the reader's language; screens render `params` in it. */
  title: string;
  message: string;
  params: Readonly<Record<string, unknown>>;
  action_url: string | null;
  project_id: string | null;
  lead_id: string | null;
  created_at: string;
  occurred_at: string;
  read_at: string | null;
  seen_at: string | null;
};

/**
 * The server's state at the instant `at`: `rows`, the newest page of visible notifications; `head`, the person's
 * highest seq (visible or not); `unread`, the count of visible unread notifications.
 */
export type FeedAnswer = { rows: Notification[]; head: number; unread: number; at: string };

/** The server's state after a mark. */
export type MarkAnswer = Omit<FeedAnswer, "rows">;
