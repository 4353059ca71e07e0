/** One notification as `get_notifications` answers it. `seq` is given at insert and never changes. */
export type Notification = {
  id: string;
  seq: number;
  category: string;
  type: string;
  priority: string;
  /** English, for channels that know no better; a screen renders `params` in the reader's language. */
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
 * What the server knew at the instant `at`: the newest page of visible notifications, the highest seq of the person
 * (visible or not) and how many visible ones are unread.
 */
export type FeedAnswer = { rows: Notification[]; head: number; unread: number; at: string };

/** The answer to marking: the count afterwards. */
export type MarkAnswer = Omit<FeedAnswer, "rows">;
