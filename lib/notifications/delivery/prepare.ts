import type { Outcome, OutgoingMessage, Send } from "@/lib/notifications/channels/channel";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { DeliveryRow } from "./answers";
import type { Group } from "./group";
import type { Recipient } from "./situations";

/** What a fault of ours does to a message: it is tried again, and dead after the last attempt. */
export const faulty: Outcome = { outcome: "retry", reason: "fault", afterSeconds: null };

export const placeOf = (delivery: DeliveryRow, { person }: Recipient) =>
  person.destinations.find(({ id }) => id === delivery.destination_id) ?? null;

/** What a message is made and sent with. */
export type MessageParts = Readonly<{
  /** How each channel sends; a channel that is missing is not set up on this platform. */
  senders: Partial<Readonly<Record<OutgoingChannel, Send>>>;
  /** The text of a message, in the language of its reader. */
  compose: (group: Group, channel: OutgoingChannel) => Promise<OutgoingMessage>;
  /** Told of what should not happen; never with an address or a text. */
  report: (fault: string, thrown: unknown) => void;
}>;

/** A message that only has to be sent. */
type Ready = Readonly<{ rows: readonly DeliveryRow[]; send: (signal: AbortSignal) => Promise<Outcome> }>;

/** Makes the message of a group ahead, so that nothing but sending it is left to do. A message that cannot be made is faulty. */
export async function prepare(group: Group, parts: MessageParts, now: string): Promise<Ready> {
  const rows = group.items.map(({ delivery }) => delivery);
  const [{ delivery }] = group.items;
  const place = placeOf(delivery, group.recipient);
  const sender = parts.senders[delivery.channel];
  if (!place || !sender)
    return { rows, send: async () => ({ outcome: "retry", reason: "notConfigured", afterSeconds: null }) };
  const { id, address, keys, window_until: until } = place;
  const windowOpen = Date.parse(until ?? "") > Date.parse(now);
  const failed = (thrown: unknown): Outcome => {
    parts.report("a message could not be made or sent", thrown);
    return faulty;
  };
  try {
    const message = await parts.compose(group, delivery.channel);
    const triedSince = triedSinceOf(group);
    const dispatch = { id: group.id, destination: { id, address, keys, windowOpen }, message, triedSince };
    const send = async (signal: AbortSignal) => {
      try {
        return await sender(dispatch, signal);
      } catch (thrown) {
        return failed(thrown);
      }
    };
    return { rows, send };
  } catch (thrown) {
    const outcome = failed(thrown);
    return { rows, send: async () => outcome };
  }
}

/** When the message was first tried. The attempts of workers that died are counted by their claims. */
function triedSinceOf({ items }: Group): string | undefined {
  const [{ delivery: first }] = items;
  const byHand = items.map(({ delivery }) => delivery.tried_since).find((at) => at !== null);
  return byHand ?? (items.some(({ delivery }) => delivery.attempts > 1) ? first.carried_at : undefined);
}
