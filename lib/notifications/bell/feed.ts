import { edited, microseconds, type Edit, type SettledEdit } from "./edits";
import {
  countedUnread,
  type BatchAnswer,
  type FeedAnswer,
  type MarkAnswer,
  type Notification,
} from "@/lib/notifications/notification";
import type { Meeting } from "@/lib/notifications/meetings";

/** The age of an answer: its highest seq, then the server's clock. */
type Stamp = { head: number; at: string };

/**
 * A browser's knowledge of a person's notifications. `rows` is the newest page alone: each answer replaces it whole, so
 * a row that was read, hidden or removed elsewhere cannot linger.
 */
export type Feed = {
  rows: ReadonlyMap<string, Notification>;
  rowsAt: Stamp | null;
  /** As `rows` were read. */
  meetings: readonly Meeting[];
  /** When the next of what was put to sleep wakes (ISO); null: nothing sleeps. */
  wakes: string | null;
  unread: number;
  unreadAt: Stamp | null;
  /** Every seq up to the cursor is settled: shown, or known to be hidden. */
  cursor: number;
  /** The highest seq that a hint or an answer named. Above the cursor: a row is missing. */
  heard: number;
  /** Those that the server has not confirmed. */
  edits: readonly Edit[];
  /** The last that it has, oldest first: what was read before them does not show them yet. */
  settled: readonly SettledEdit[];
};

export const feedPageSize = 30;

export const emptyFeed: Feed = {
  rows: new Map(),
  rowsAt: null,
  meetings: [],
  wakes: null,
  unread: 0,
  unreadAt: null,
  cursor: 0,
  heard: 0,
  edits: [],
  settled: [],
};

/** As many as a person does in the time that a read takes, with plenty to spare. */
const rememberedEdits = 50;

const isOlder = (a: Stamp, b: Stamp | null) =>
  b !== null && (a.head !== b.head ? a.head < b.head : microseconds(a.at) < microseconds(b.at));

const newestFirst = (rows: Iterable<Notification>) => [...rows].sort((a, b) => b.seq - a.seq);

const hears = (feed: Feed, seq: number): Feed => (seq > feed.heard ? { ...feed, heard: seq } : feed);

/** Takes in a hint: the server added or changed the notification with this seq. */
export const hearHint = (feed: Feed, seq: number): Feed => hears(feed, seq);

export const hasHole = (feed: Feed): boolean => feed.heard > feed.cursor;

function withUnread(feed: Feed, { head, unread, at }: MarkAnswer): Feed {
  const stamp = { head, at };
  return isOlder(stamp, feed.unreadAt) ? feed : { ...feed, unread, unreadAt: stamp };
}

/** Takes in an answer. Answers may arrive in any order and repeatedly: an older one changes nothing. */
export function applyAnswer(feed: Feed, answer: FeedAnswer): Feed {
  const counted = hears(withUnread(feed, answer), answer.head);
  const stamp = { head: answer.head, at: answer.at };
  if (isOlder(stamp, feed.rowsAt)) return counted;
  const page = newestFirst(answer.rows).slice(0, feedPageSize);
  return {
    ...counted,
    rows: new Map(page.map((row) => [row.id, row])),
    rowsAt: stamp,
    meetings: answer.meetings ?? [],
    wakes: answer.wakes ?? null,
    cursor: Math.max(feed.cursor, answer.head),
  };
}

/** Shows a mark at once. */
export const beginRead = (feed: Feed, edit: Edit): Feed => ({ ...feed, edits: [...feed.edits, edit] });

/** Takes a mark back that the server refused or did not answer. */
export const cancelRead = (feed: Feed, key: string): Feed => ({
  ...feed,
  edits: feed.edits.filter((edit) => edit.key !== key),
});

/**
 * Confirms a mark that the server stored. The rows take the stamp of the mark, so that an answer the server gave before
 * it cannot show them unread again. A catch-up must follow: such an answer may have held new rows.
 */
export function confirmRead(feed: Feed, key: string, answer: MarkAnswer | BatchAnswer): Feed {
  const done = feed.edits.filter((edit) => edit.key === key);
  const stamp = { head: answer.head, at: answer.at };
  const counted = hears(withUnread(cancelRead(feed, key), answer), answer.head);
  const settled = [...feed.settled, ...done.map((edit) => ({ edit, at: answer.at }))].slice(-rememberedEdits);
  const rest = { ...counted, settled };
  if (isOlder(stamp, feed.rowsAt)) return rest;
  const readAt = "marked_at" in answer ? answer.marked_at : answer.at;
  const rows = [...feed.rows].flatMap(([id, row]) => {
    const left = current(row, done, readAt);
    return left ? [[id, left] as const] : [];
  });
  return { ...rest, rows: new Map(rows), rowsAt: stamp };
}

/** The row after edits; null where it is done or asleep by them. */
function current(row: Notification, edits: readonly Edit[], at: string): Notification | null {
  const state = { ...row, archived_at: null, snoozed_until: null };
  const { archived_at, snoozed_until, ...left } = edited(state, edits, at);
  return archived_at === null && snoozed_until === null ? left : null;
}

/** The rows with unconfirmed marks applied, newest first. */
export const shownRows = (feed: Feed): Notification[] =>
  newestFirst(feed.rows.values()).flatMap((row) => current(row, feed.edits, row.created_at) ?? []);

/**
 * The number on the bell: the server's count, corrected by unconfirmed marks. Where the server stopped counting, a few
 * less may be as many: the number stands until the server counts again.
 */
export function shownUnread(feed: Feed): number {
  const shown = shownRows(feed).filter((row) => row.read_at === null).length;
  if (feed.edits.some((edit) => "through" in edit && edit.read)) return shown;
  if (feed.unread >= countedUnread) return countedUnread;
  const known = [...feed.rows.values()].filter((row) => row.read_at === null).length;
  return Math.max(shown, feed.unread - known + shown);
}
