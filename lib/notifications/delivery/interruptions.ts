import type { Claim } from "./answers";
import type { Item } from "./group";
import type { Interruption } from "./situation";
import { interrupts } from "./time-rules";

/**
 * The interruptions of each person as the rows of a claim are decided one after the other: what this claim is about to
 * send counts for the rows after it. One message interrupts once, on however many devices; and a notification is not held
 * by itself, though it waited for another bundle on another channel.
 */
export function interruptionsOf({ at, people }: Pick<Claim, "at" | "people">) {
  const known = new Map(people.map((person) => [person.user_id, person.interruptions]));
  /** Of each person the messages that are about to go, and the notifications in each. */
  const coming = new Map<string, Map<string, string[]>>();
  const messageOf = ({ delivery }: Item) => delivery.bundle ?? delivery.notification_id;
  const comingTo = (userId: string) => coming.get(userId) ?? new Map<string, string[]>();
  return {
    /** Ascending, without those of the bundle that the row belongs to. */
    before(item: Item): Interruption[] {
      const { user_id: userId, notification_id: own } = item.delivery;
      const others = [...comingTo(userId)].filter(
        ([message, told]) => message !== messageOf(item) && !told.includes(own),
      );
      return [...(known.get(userId) ?? []), ...others.map(([of]) => ({ at, of }))];
    },
    add(item: Item) {
      const { user_id: userId, notification_id: id, channel } = item.delivery;
      if (!interrupts(channel)) return;
      const messages = comingTo(userId);
      messages.set(messageOf(item), [...(messages.get(messageOf(item)) ?? []), id]);
      coming.set(userId, messages);
    },
  };
}
