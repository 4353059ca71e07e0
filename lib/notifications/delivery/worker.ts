import type { Outcome, OutgoingMessage, Send } from "@/lib/notifications/channels/channel";
import type { Claim } from "./answers";
import { createCompletions } from "./completions";
import { decide } from "./decide";
import { groupsOf, type Group, type Item } from "./group";
import { planOf } from "./plan";
import { attempted, decided } from "./results";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { interruptionsOf } from "./interruptions";
import { recipientsOf, situationOf, type Recipient } from "./situations";
import type { DeliveryStore } from "./store";
import type { Decision } from "./verdict";

export type WorkerParts = Readonly<{
  store: DeliveryStore;
  /** How each channel sends; a channel that is missing is not set up on this platform. */
  senders: Partial<Readonly<Record<OutgoingChannel, Send>>>;
  /** The text of a message, in the language of its reader. */
  compose: (group: Group, channel: OutgoingChannel) => Promise<OutgoingMessage>;
  /** Milliseconds of a clock that never goes back: how long a claim has been held. */
  elapsed: () => number;
  /** From 0 to 1, for the spread of what is tried again. */
  random: () => number;
  /** Told of what should not happen; never with an address or a text. */
  report: (fault: string, thrown: unknown) => void;
}>;

export type WorkerLimits = Readonly<{
  /** Rows claimed and messages sent at once. */
  batch: number;
  /** How long a worker that died keeps its rows from others. */
  leaseSeconds: number;
  /** How long a provider may take for one message; less than the lease. */
  sendMs: number;
}>;

/** What a run did: notifications planned, and rows claimed. */
export type Run = Readonly<{ planned: number; claimed: number }>;

/**
 * Plans what is not routed yet and sends what is due, until nothing is left or `goesOn` says no. Any number of workers
 * may run at once, and each may be killed anywhere: what it held comes back when its lease ends. Throws what the store
 * throws: a database that cannot be read decides nothing.
 */
export async function runWorker(
  parts: WorkerParts,
  limits: WorkerLimits,
  goesOn: () => boolean,
): Promise<Run> {
  let planned = 0;
  let claimed = 0;
  for (let busy = true; busy && goesOn();) {
    const routed = await planNew(parts);
    const sent = await sendDue(parts, limits);
    planned += routed;
    claimed += sent;
    busy = routed > 0 || sent > 0;
  }
  return { planned, claimed };
}

async function planNew({ store, senders }: WorkerParts): Promise<number> {
  const { at, notices, people } = await store.takeUnrouted(200);
  if (notices.length === 0) return 0;
  const recipients = recipientsOf(people);
  const configured = (channel: OutgoingChannel) => senders[channel] !== undefined;
  const plans = notices.flatMap((row) => {
    const recipient = recipients.get(row.user_id);
    return recipient ? [planOf(row, recipient, configured, at)] : [];
  });
  return store.storePlans(plans);
}

async function sendDue(parts: WorkerParts, limits: WorkerLimits): Promise<number> {
  const asked = parts.elapsed();
  const claim = await parts.store.claim(limits.batch, limits.leaseSeconds);
  if (claim.lease === null) return 0;
  // A worker that was frozen finds its rows with another one: what cannot end within the lease is not begun.
  const isOurs = () => parts.elapsed() - asked < limits.leaseSeconds * 1_000 - limits.sendMs;
  const completions = createCompletions(parts.store, claim.lease);
  const wanted: (Item & { recipient: Recipient })[] = [];
  const interruptions = interruptionsOf(claim);
  for (const item of itemsOf(claim)) {
    const decision = decideAgain(item, parts, interruptions.before(item), claim.at);
    if (decision.outcome === "send") {
      interruptions.add(item);
      wanted.push(item);
    } else completions.add([decided(item, decision, claim.at)]);
  }
  await Promise.all(
    groupsOf(wanted).map(async (group) => {
      if (!isOurs()) return;
      const outcome = await send(group, parts, limits, claim.at);
      completions.add(attempted(group, outcome, claim.at, parts.random()));
    }),
  );
  await completions.done();
  return claim.deliveries.length;
}

/** Claimed rows with what they are about. What has no notification or person any more goes with them, by cascade. */
function itemsOf({ deliveries, notices, people }: Claim): (Item & { recipient: Recipient })[] {
  const recipients = recipientsOf(people);
  const rows = new Map(notices.map((row) => [row.id, row]));
  return deliveries.flatMap((delivery) => {
    const [row, recipient] = [rows.get(delivery.notification_id), recipients.get(delivery.user_id)];
    return row && recipient ? [{ delivery, row, recipient }] : [];
  });
}

const placeOf = ({ delivery, recipient }: { delivery: Item["delivery"]; recipient: Recipient }) =>
  recipient.person.destinations.find(({ id }) => id === delivery.destination_id) ?? null;

/** By the settings that came with the claim: a switch turned off a second ago is obeyed. */
function decideAgain(
  item: Item & { recipient: Recipient },
  { senders }: WorkerParts,
  interruptions: readonly string[],
  now: string,
): Decision {
  const { channel } = item.delivery;
  const configured = senders[channel] !== undefined;
  const situation = situationOf(item.row, item.recipient, channel, placeOf(item), configured);
  return decide({ ...situation, interruptions }, now);
}

async function send(
  group: Group,
  parts: WorkerParts,
  { sendMs }: WorkerLimits,
  now: string,
): Promise<Outcome> {
  const [{ delivery }] = group.items;
  const place = placeOf({ delivery, recipient: group.recipient });
  const sender = parts.senders[delivery.channel];
  if (!place || !sender) return { outcome: "retry", reason: "notConfigured", afterSeconds: null };
  const { id, address, keys, window_until: until } = place;
  const windowOpen = Date.parse(until ?? "") > Date.parse(now);
  try {
    const message = await parts.compose(group, delivery.channel);
    const dispatch = { id: group.id, destination: { id, address, keys, windowOpen }, message };
    return await sender(dispatch, AbortSignal.timeout(sendMs));
  } catch (thrown) {
    parts.report("a message could not be made or sent", thrown);
    return { outcome: "retry", reason: "fault", afterSeconds: null };
  }
}
