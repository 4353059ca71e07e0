import type { Meeting } from "./meetings";

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
  /** Who did it; null: the system, or somebody who is in no project of the reader any more. */
  actor_name: string | null;
};

/** The server counts unread notifications up to this number, which stands for "more than 99". */
export const countedUnread = 100;

/**
 * The server's state at the instant `at`: `rows`, the newest page of visible notifications; `head`, the person's
 * highest seq (visible or not); `unread`, the count of visible unread notifications, at most `countedUnread`; `meetings`,
 * during which the bell is silent: left out where it waits for none; `wakes`, when the next of what was put to sleep
 * wakes: left out where nothing sleeps.
 */
export type FeedAnswer = {
  rows: Notification[];
  head: number;
  unread: number;
  at: string;
  meetings?: readonly Meeting[] | undefined;
  wakes?: string | undefined;
};

/** The server's state after a mark. */
export type MarkAnswer = Omit<FeedAnswer, "rows" | "meetings" | "wakes">;

/**
 * The server's state after one batch of "all read". All batches share `marked_at`, by which they are taken back; `next`
 * is where the next one begins, null after the last.
 */
export type BatchAnswer = MarkAnswer & { marked_at: string; next: number | null };

/** Marks these. */
export type Mark = { ids: string[]; read: boolean };

/**
 * What becomes of notifications. Done is read, and what is put to sleep until an instant wakes unread, unless `read` says
 * otherwise. Left out: as it is.
 */
export type NotificationChange = { archived?: boolean; read?: boolean; snoozed_until?: string | null };

/** Changes these. */
export type ChangeMark = { ids: string[]; change: NotificationChange };

/**
 * Marks all up to the seq `through`, a batch of them. `markedAt`: as the first batch answered it, null in the first;
 * with `read` false only what was marked at that moment becomes unread again.
 */
export type BatchMark = { through: number; read: boolean; markedAt: string | null };
