import {
  countedUnread,
  type BatchMark,
  type ChangeMark,
  type FeedAnswer,
  type Mark,
  type MarkAnswer,
  type Notification,
  type NotificationChange,
} from "@/lib/notifications/notification";

type Stored = Notification & { hidden: boolean; archived_at: string | null; snoozed_until: string | null };

/** PostgreSQL's way of writing an instant: microseconds without trailing zeros. */
function written(at: number): string {
  const seconds = new Date(Math.floor(at / 1_000_000) * 1000).toISOString().slice(0, 19);
  const fraction = String(at % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${seconds}${fraction && `.${fraction}`}+00:00`;
}

const pageSize = 30;
/** Small, so that a test of a few notifications has several batches. */
const batchSize = 8;

const countUnread = (rows: Stored[]): number =>
  Math.min(rows.filter((row) => row.read_at === null).length, countedUnread);

function batchOf(rows: Stored[], { through, read, markedAt }: BatchMark): Stored[] {
  const fits = (row: Stored) =>
    row.seq <= through && (read ? row.read_at === null : row.read_at === markedAt);
  return rows.filter(fits).slice(0, batchSize);
}

const awake = { archived_at: null, snoozed_until: null };

function changed(
  row: Stored,
  { archived, read, snoozed_until: until }: NotificationChange,
  at: string,
): Stored {
  const wasUnread = archived === false && row.read_at === row.archived_at;
  const isRead = read ?? (archived || (row.read_at !== null && !until && !wasUnread));
  const isDone = archived ?? (row.archived_at !== null && !until);
  return {
    ...row,
    read_at: isRead ? (row.read_at ?? at) : null,
    archived_at: isDone ? (row.archived_at ?? at) : null,
    snoozed_until: until === undefined ? row.snoozed_until : until,
  };
}

const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`;

const strip = ({
  hidden: _hidden,
  archived_at: _done,
  snoozed_until: _asleep,
  ...row
}: Stored): Notification => row;

const seqAfter = (batch: Stored[]): number | null =>
  batch.length === batchSize ? (batch.at(-1)?.seq ?? 0) - 1 : null;

/** Microseconds at which the row wakes. */
const wakesAt = ({ snoozed_until: until }: Stored) => (until === null ? 0 : Date.parse(until) * 1000);
const isCurrent = (row: Stored) => !row.hidden && !row.archived_at;

/** What the bell shows at `now` (microseconds), newest first. */
const awakeOf = (rows: Stored[], now: number) =>
  rows.filter((row) => isCurrent(row) && wakesAt(row) <= now).sort((a, b) => b.seq - a.seq);

function nextWaking(rows: Stored[], now: number) {
  const sleeping = rows.filter((row) => isCurrent(row) && wakesAt(row) > now);
  const [soonest] = sleeping.sort((a, b) => wakesAt(a) - wakesAt(b));
  return soonest?.snoozed_until ? { wakes: soonest.snoozed_until } : {};
}

/** The promises of the database about notifications, kept in memory. `micros` is its clock. */
export function fakeNotificationServer(micros: () => number) {
  let rows: Stored[] = [];
  let [head, ticks] = [0, 0];

  // Two transactions never share a microsecond here.
  const stamp = () => written(micros() + ticks++);
  const visible = () => awakeOf(rows, micros());
  const count = (at: string): MarkAnswer => ({ head, unread: countUnread(visible()), at });
  const write = (fits: (row: Stored) => boolean, read_at: string | null) => {
    rows = rows.map((row) => (!row.hidden && fits(row) ? { ...row, read_at } : row));
  };

  /** A deed of one instant, done when it is committed. */
  const within = <Answer>(deed: (at: string) => Answer) => {
    const at = stamp();
    return { commit: () => deed(at) };
  };

  return {
    insert(hidden = false): number {
      head += 1;
      const [id, at] = [idOf(head), stamp()];
      rows = [...rows, { ...emptyRow, id, seq: head, created_at: at, occurred_at: at, hidden, ...awake }];
      return head;
    },
    /** The person left the project, or the row expired. No hint tells of it. */
    hide(seq: number) {
      rows = rows.map((row) => (row.seq === seq ? { ...row, hidden: true } : row));
    },
    /** Prepares the deed at this instant; it becomes visible to others when `commit` is called. */
    mark: ({ ids, read }: Mark) =>
      within((at) => {
        write((row) => ids.includes(row.id) && read !== (row.read_at !== null), read ? at : null);
        return count(at);
      }),
    /** As `mark`, for one batch of "all read". */
    markBatch: ({ through, read, markedAt }: BatchMark) =>
      within((at) => {
        const moment = markedAt ?? at;
        const batch = batchOf(visible(), { through, read, markedAt: moment });
        write((row) => batch.includes(row), read ? moment : null);
        return { ...count(at), marked_at: moment, next: seqAfter(batch) };
      }),
    /** As `mark`. What is put to sleep wakes by the clock, and no hint tells of it. */
    change: ({ ids, change }: ChangeMark) =>
      within((at) => {
        rows = rows.map((row) => (!row.hidden && ids.includes(row.id) ? changed(row, change, at) : row));
        return count(at);
      }),
    read(afterSeq: number): FeedAnswer {
      const shown = visible();
      const page = shown.filter((row, index) => index < pageSize || row.seq > afterSeq);
      return { rows: page.map(strip), ...count(stamp()), ...nextWaking(rows, micros()) };
    },
    ids: () => visible().map(({ id }) => id),
    head: () => head,
  };
}

export const emptyRow: Notification = {
  id: "",
  seq: 0,
  category: "heatProgressions",
  type: "info",
  priority: "normal",
  title: "Dana Levi turned burning",
  message: "From hot to burning",
  params: { kind: "lead.heat", lead_name: "Dana Levi", from: "hot", to: "burning" },
  action_url: "/leads/7a1c6ad8-7d8b-4f0c-9f3e-0d3a4b5c6d7e",
  project_id: null,
  lead_id: null,
  created_at: "2026-11-22T10:00:00+00:00",
  occurred_at: "2026-11-22T10:00:00+00:00",
  read_at: null,
  seen_at: null,
  actor_name: null,
};
