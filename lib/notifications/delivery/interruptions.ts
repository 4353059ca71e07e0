import type { Claim } from "./answers";
import type { Item } from "./group";
import type { Interruption } from "./situation";
import { interrupts } from "./time-rules";

/**
 * The interruptions of each person as the rows of a claim are decided one after the other: what this claim is about to
 * send counts for the rows after it. One message interrupts once, on however many devices.
 */
export function interruptionsOf({ at, people }: Pick<Claim, "at" | "people">) {
  const known = new Map(people.map((person) => [person.user_id, person.interruptions]));
  const coming = new Map<string, Set<string>>();
  const messageOf = ({ delivery }: Item) => delivery.bundle ?? delivery.notification_id;
  const comingTo = (userId: string) => coming.get(userId) ?? new Set<string>();
  return {
    /** Ascending, without those of the bundle that the row belongs to. */
    before(item: Item): Interruption[] {
      const others = [...comingTo(item.delivery.user_id)].filter((message) => message !== messageOf(item));
      return [...(known.get(item.delivery.user_id) ?? []), ...others.map((of) => ({ at, of }))];
    },
    add(item: Item) {
      if (!interrupts(item.delivery.channel)) return;
      coming.set(item.delivery.user_id, comingTo(item.delivery.user_id).add(messageOf(item)));
    },
  };
}
