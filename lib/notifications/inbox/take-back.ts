import type { ChangeMark } from "@/lib/notifications/notification";
import type { InboxRow } from "./inbox-row";
import { isAsleep } from "./shown";

/** The changes after which these rows are as they are now. */
export function takeBack(rows: readonly InboxRow[], now: Date): ChangeMark[] {
  const marks = new Map<string, ChangeMark>();
  for (const row of rows) {
    const change = {
      archived: row.archived_at !== null,
      read: row.read_at !== null,
      snoozed_until: isAsleep(row, now) ? row.snoozed_until : null,
    };
    const key = JSON.stringify(change);
    marks.set(key, { change, ids: [...(marks.get(key)?.ids ?? []), row.id] });
  }
  return [...marks.values()];
}

/** The database changes so many at once. */
const mostAtOnce = 1000;

/** The same change in as many calls as it needs. */
export function inCalls({ ids, change }: ChangeMark): ChangeMark[] {
  const calls = Math.ceil(ids.length / mostAtOnce);
  return Array.from({ length: calls }, (_, call) => ({
    change,
    ids: ids.slice(call * mostAtOnce, (call + 1) * mostAtOnce),
  }));
}
