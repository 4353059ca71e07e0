import { civilDay } from "@/lib/time/civil-days";
import type { Zone } from "@/lib/time/zone";
import type { InboxRow } from "./inbox-row";
import { placedAt } from "./shown";

export const groupings = ["day", "lead"] as const;
export type Grouping = (typeof groupings)[number];

/** Rows under one heading. `at`: the time of the first, for the name of a day; `lead`: null for what is of none. */
export type InboxGroup = { key: string; at: string; lead: string | null; rows: InboxRow[] };

const nameOfLead = ({ params }: InboxRow) => (typeof params.lead_name === "string" ? params.lead_name : null);

/** Splits rows, in their order, by the reader's day or by lead; a group stands where its first row does. */
export function groupInbox(rows: readonly InboxRow[], by: Grouping, now: Date, zone: Zone): InboxGroup[] {
  const groups = new Map<string, InboxGroup>();
  for (const row of rows) {
    const at = placedAt(row, now);
    const key = by === "day" ? `day ${civilDay(at, zone)}` : `lead ${row.lead_id ?? ""}`;
    const group = groups.get(key) ?? { key, at, lead: row.lead_id && nameOfLead(row), rows: [] };
    groups.set(key, { ...group, rows: [...group.rows, row] });
  }
  return [...groups.values()];
}
