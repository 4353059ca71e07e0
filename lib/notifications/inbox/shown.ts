import { edited, microseconds, type Edit, type SettledEdit } from "@/lib/notifications/bell/edits";
import type { InboxRow } from "./inbox-row";
import type { InboxView } from "./query";

type Clocked = Pick<InboxRow, "snoozed_until">;

const wakes = ({ snoozed_until: until }: Clocked) => (until === null ? -Infinity : Date.parse(until));

/** What sleeps is told nowhere until its time. The clock decides, no stored state. */
export const isAsleep = (row: Clocked, now: Date): boolean => wakes(row) > now.getTime();

/** Slept, and is back: its place is the time it woke at. */
export const hasWoken = (row: Clocked, now: Date): boolean =>
  row.snoozed_until !== null && !isAsleep(row, now);

/** The time by which a row is sorted and grouped: when it was told, or last woke. */
export const placedAt = (row: Pick<InboxRow, "created_at" | "snoozed_until">, now: Date): string =>
  hasWoken(row, now) && wakes(row) > Date.parse(row.created_at) ? (row.snoozed_until ?? "") : row.created_at;

/** Whether a row belongs to a view. The database decides the same (get_inbox). */
export function belongs(row: InboxRow, view: InboxView, now: Date): boolean {
  if (view === "kept" || row.kept_away !== null) return view === "kept" && row.kept_away !== null;
  if (view === "done") return row.archived_at !== null;
  if (row.archived_at !== null || isAsleep(row, now) !== (view === "snoozed")) return false;
  return view !== "unread" || row.read_at === null;
}

type Listed = { rows: readonly InboxRow[]; at: string };
type Done = { edits: readonly Edit[]; settled: readonly SettledEdit[] };
/** `opened`: the id of a row that an address leads to: it is shown in whatever view it is. */
type Shown = { view: InboxView; now: Date; opened?: string | undefined };

/**
 * The rows of a list with what was done here since it was read, as far as they belong to the view, in their order. What is
 * done in the bell, which is the same store, shows here in the same moment.
 */
export function shownInbox(
  { rows, at }: Listed,
  { edits, settled }: Done,
  { view, now, opened }: Shown,
): InboxRow[] {
  const readAt = microseconds(at);
  const since = settled.filter((one) => microseconds(one.at) > readAt);
  const shown = rows.map((row) => {
    const known = since.reduce((state, one) => edited(state, [one.edit], one.at), row);
    return edited(known, edits, at);
  });
  const place = (row: InboxRow) => microseconds(placedAt(row, now));
  return shown
    .filter((row) => row.id === opened || belongs(row, view, now))
    .sort((a, b) => place(b) - place(a) || b.seq - a.seq);
}
