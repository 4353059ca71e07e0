import type { Notification } from "./notification";

export type DayGroup = { key: "today" | "earlier"; rows: Notification[] };

/** Splits at the reader's own midnight. Keeps the order given; leaves out an empty group. */
export function groupByDay(rows: readonly Notification[], now: Date): DayGroup[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const isToday = (row: Notification) => Date.parse(row.occurred_at) >= midnight;
  const groups: DayGroup[] = [
    { key: "today", rows: rows.filter(isToday) },
    { key: "earlier", rows: rows.filter((row) => !isToday(row)) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}
