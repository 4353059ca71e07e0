import type {
  BatchMark,
  ChangeMark,
  Mark,
  Notification,
  NotificationChange,
} from "@/lib/notifications/notification";

/** What was done here: a mark, a batch of "all read" or a change. `key`: unique in this tab. */
export type Edit = (Mark | BatchMark | ChangeMark) & { key: string };

/** An edit that the server has confirmed, and when, by its clock. */
export type SettledEdit = { edit: Edit; at: string };

/** What an edit changes of a row. */
export type EditedState = Pick<Notification, "id" | "seq" | "read_at"> & {
  archived_at: string | null;
  snoozed_until: string | null;
};

function touches(edit: Edit, row: EditedState): boolean {
  if ("ids" in edit) return edit.ids.includes(row.id);
  return row.seq <= edit.through && (edit.read || row.read_at === edit.markedAt);
}

const since = (at: string, known: string | null, wanted: boolean) => (wanted ? (known ?? at) : null);

/** As `change_notifications` of the database does it. */
function changed<Row extends EditedState>(row: Row, change: NotificationChange, at: string): Row {
  const { archived, read, snoozed_until: until } = change;
  const sleeps = typeof until === "string";
  const wasReadByDone = archived === false && row.read_at === row.archived_at;
  const isRead = read ?? (archived || (row.read_at !== null && !sleeps && !wasReadByDone));
  const isDone = archived ?? (row.archived_at !== null && !sleeps);
  return {
    ...row,
    read_at: since(at, row.read_at, isRead),
    archived_at: since(at, row.archived_at, isDone),
    snoozed_until: until === undefined ? row.snoozed_until : until,
  };
}

/** The row after these edits, in their order. `at`: the time they are shown as. */
export const edited = <Row extends EditedState>(row: Row, edits: readonly Edit[], at: string): Row =>
  edits.reduce((shown, edit) => {
    if (!touches(edit, shown)) return shown;
    if ("change" in edit) return changed(shown, edit.change, at);
    return { ...shown, read_at: since(at, shown.read_at, edit.read) };
  }, row);

/** PostgreSQL writes microseconds and drops trailing zeros; `Date` keeps milliseconds. */
export function microseconds(at: string): number {
  const fraction = /\.(\d+)/.exec(at)?.[1] ?? "";
  const wholeSeconds = Math.floor(Date.parse(at) / 1000);
  return wholeSeconds * 1_000_000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}
