import { daysBetween } from "@/lib/time/civil-days";
import type { Zone } from "@/lib/time/zone";
import type { Notification } from "@/lib/notifications/notification";

export type DayGroup = { key: "today" | "earlier"; rows: Notification[] };

/** Splits at midnight of the reader's zone. Keeps the order given; leaves out an empty group. */
export function groupByDay(rows: readonly Notification[], now: Date, zone: Zone): DayGroup[] {
  const isToday = (row: Notification) => daysBetween(row.occurred_at, now, zone) <= 0;
  const groups: DayGroup[] = [
    { key: "today", rows: rows.filter(isToday) },
    { key: "earlier", rows: rows.filter((row) => !isToday(row)) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}
