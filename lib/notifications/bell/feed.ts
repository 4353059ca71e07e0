import type { FeedAnswer, MarkAnswer, Notification } from "@/lib/notifications/notification";

/** When something was true: by highest seq, then by the server's clock. */
type Stamp = { head: number; at: string };

/** Reads the person made here and the server has not confirmed. `ids` null: everything up to `through`. */
export type ReadEdit = { key: string; ids: readonly string[] | null; through: number; read: boolean };

/**
 * What one browser knows of a person's notifications. The rows are the newest page and nothing else: each answer covers
 * all of it, so a row that was read, hidden or removed elsewhere cannot linger.
 */
export type Feed = {
  rows: ReadonlyMap<string, Notification>;
  rowsAt: Stamp | null;
  unread: number;
  unreadAt: Stamp | null;
  /** Every seq up to here is settled: shown, or known to be hidden. */
  cursor: number;
  /** The highest seq anybody spoke of. Above the cursor: something is missing. */
  heard: number;
  edits: readonly ReadEdit[];
};

export const feedPageSize = 30;

export const emptyFeed: Feed = {
  rows: new Map(),
  rowsAt: null,
  unread: 0,
  unreadAt: null,
  cursor: 0,
  heard: 0,
  edits: [],
};

/** PostgreSQL writes microseconds and drops trailing zeros; `Date` keeps milliseconds. */
function microseconds(at: string): number {
  const fraction = /\.(\d+)/.exec(at)?.[1] ?? "";
  const wholeSeconds = Math.floor(Date.parse(at) / 1000);
  return wholeSeconds * 1_000_000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}

const isOlder = (a: Stamp, b: Stamp | null) =>
  b !== null && (a.head !== b.head ? a.head < b.head : microseconds(a.at) < microseconds(b.at));

const newestFirst = (rows: Iterable<Notification>) => [...rows].sort((a, b) => b.seq - a.seq);

const hears = (feed: Feed, seq: number): Feed => (seq > feed.heard ? { ...feed, heard: seq } : feed);

/** A hint: the server has, or has changed, a notification with this seq. */
export const hearHint = (feed: Feed, seq: number): Feed => hears(feed, seq);

export const hasHole = (feed: Feed): boolean => feed.heard > feed.cursor;

function withUnread(feed: Feed, { head, unread, at }: MarkAnswer): Feed {
  const stamp = { head, at };
  return isOlder(stamp, feed.unreadAt) ? feed : { ...feed, unread, unreadAt: stamp };
}

/** Takes an answer in. An older one changes nothing, in whatever order answers arrive; the same one twice is once. */
export function applyAnswer(feed: Feed, answer: FeedAnswer): Feed {
  const counted = hears(withUnread(feed, answer), answer.head);
  const stamp = { head: answer.head, at: answer.at };
  if (isOlder(stamp, feed.rowsAt)) return counted;
  const page = newestFirst(answer.rows).slice(0, feedPageSize);
  return {
    ...counted,
    rows: new Map(page.map((row) => [row.id, row])),
    rowsAt: stamp,
    cursor: Math.max(feed.cursor, answer.head),
  };
}

const touches = (edit: ReadEdit, row: Notification) =>
  edit.ids === null ? row.seq <= edit.through : edit.ids.includes(row.id);

const readAt = (row: Notification, read: boolean, at: string): Notification =>
  read === (row.read_at !== null) ? row : { ...row, read_at: read ? at : null };

const edited = (row: Notification, edits: readonly ReadEdit[], at: string) =>
  edits.reduce((shown, edit) => (touches(edit, row) ? readAt(shown, edit.read, at) : shown), row);

/** Shows a read at once. `ids` null: all that is known now; what arrives later stays unread. */
export const beginRead = (
  feed: Feed,
  { key, ids, read }: { key: string; ids: readonly string[] | null; read: boolean },
): Feed => ({ ...feed, edits: [...feed.edits, { key, ids, read, through: feed.heard }] });

/** The server refused or could not be reached: what was shown before is shown again. */
export const cancelRead = (feed: Feed, key: string): Feed => ({
  ...feed,
  edits: feed.edits.filter((edit) => edit.key !== key),
});

/**
 * The server did it. The rows take the stamp of the deed, so that an answer that was on its way before it cannot show them
 * unread again. A catch-up must follow: such an answer may have carried new rows.
 */
export function confirmRead(feed: Feed, key: string, answer: MarkAnswer): Feed {
  const done = feed.edits.filter((edit) => edit.key === key);
  const stamp = { head: answer.head, at: answer.at };
  const rest = hears(withUnread(cancelRead(feed, key), answer), answer.head);
  if (isOlder(stamp, feed.rowsAt)) return rest;
  const rows = [...feed.rows].map(([id, row]) => [id, edited(row, done, answer.at)] as const);
  return { ...rest, rows: new Map(rows), rowsAt: stamp };
}

/** What to show, newest first. */
export const shownRows = (feed: Feed): Notification[] =>
  newestFirst(feed.rows.values()).map((row) => edited(row, feed.edits, row.created_at));

/** The number on the bell: the server's count, corrected by the reads it has not confirmed. */
export function shownUnread(feed: Feed): number {
  const shown = shownRows(feed).filter((row) => row.read_at === null).length;
  if (feed.edits.some((edit) => edit.ids === null && edit.read)) return shown;
  const known = [...feed.rows.values()].filter((row) => row.read_at === null).length;
  return Math.max(shown, feed.unread - known + shown);
}
