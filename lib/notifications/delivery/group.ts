import type { DeliveryRow, NoticeRow } from "./answers";
import type { Recipient } from "./situations";

/** A claimed row with what it is about. */
export type Item = Readonly<{ delivery: DeliveryRow; row: NoticeRow }>;

/** What goes out as one message: the rows of one carrier, to one destination of one person. */
export type Group = Readonly<{ id: string; recipient: Recipient; items: readonly [Item, ...Item[]] }>;

/** Rows by the carrier that the claim gave them, oldest first. */
export function groupsOf(items: readonly (Item & { recipient: Recipient })[]): Group[] {
  const groups = new Map<string, { recipient: Recipient; items: [Item, ...Item[]] }>();
  for (const { recipient, delivery, row } of items) {
    const item = { delivery, row };
    const group = groups.get(delivery.carrier_id);
    if (group) group.items.push(item);
    else groups.set(delivery.carrier_id, { recipient, items: [item] });
  }
  return [...groups].map(([id, group]) => ({ id, ...group }));
}
