import type { FeedAnswer, MarkAnswer, Notification } from "@/lib/notifications/notification";

type Stored = Notification & { hidden: boolean };

/** PostgreSQL's way of writing an instant: microseconds without trailing zeros. */
function written(at: number): string {
  const seconds = new Date(Math.floor(at / 1_000_000) * 1000).toISOString().slice(0, 19);
  const fraction = String(at % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${seconds}${fraction && `.${fraction}`}+00:00`;
}

/** The promises of the database about notifications, kept in memory. `micros` is its clock. */
export function fakeNotificationServer(micros: () => number, pageSize = 30) {
  let rows: Stored[] = [];
  let head = 0;
  let ticks = 0;

  // Two transactions never share a microsecond here.
  const stamp = () => written(micros() + ticks++);
  const visible = () => rows.filter((row) => !row.hidden).sort((a, b) => b.seq - a.seq);
  const count = (at: string): MarkAnswer => ({
    head,
    unread: visible().filter((row) => row.read_at === null).length,
    at,
  });
  const strip = ({ hidden: _hidden, ...row }: Stored): Notification => row;

  return {
    insert(hidden = false): number {
      head += 1;
      const id = `00000000-0000-4000-8000-${String(head).padStart(12, "0")}`;
      const at = stamp();
      rows = [...rows, { ...emptyRow, id, seq: head, created_at: at, occurred_at: at, hidden }];
      return head;
    },
    /** The person left the project, or the row expired. No hint tells of it. */
    hide(seq: number) {
      rows = rows.map((row) => (row.seq === seq ? { ...row, hidden: true } : row));
    },
    /** Prepares the deed at this instant; it becomes visible to others when `commit` is called. */
    mark(ids: readonly string[] | null, read: boolean) {
      const at = stamp();
      return {
        commit(): MarkAnswer {
          rows = rows.map((row) => {
            const chosen = !row.hidden && (ids === null || ids.includes(row.id));
            if (!chosen || read === (row.read_at !== null)) return row;
            return { ...row, read_at: read ? at : null };
          });
          return count(at);
        },
      };
    },
    read(afterSeq: number): FeedAnswer {
      const shown = visible();
      const page = shown.filter((row, index) => index < pageSize || row.seq > afterSeq);
      return { rows: page.map(strip), ...count(stamp()) };
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
};
