import type { Claim } from "./answers";
import { createCompletions } from "./completions";
import { decide } from "./decide";
import { groupsOf, type Item } from "./group";
import { planOf, unreadablePlan } from "./plan";
import { faulty, type MessageParts, placeOf, prepare } from "./prepare";
import { attempted, decided, givenBack } from "./results";
import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { interruptionsOf } from "./interruptions";
import type { Interruption } from "./situation";
import { recipientsOf, situationOf, type Recipient } from "./situations";
import type { DeliveryStore, Result } from "./store";
import type { Decision } from "./verdict";

export type WorkerParts = MessageParts &
  Readonly<{
    store: DeliveryStore;
    /** Milliseconds of a clock that never goes back: how long a claim has been held. */
    elapsed: () => number;
    /** From 0 to 1, for the spread of what is tried again. */
    random: () => number;
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

async function planNew({ store, senders, report }: WorkerParts): Promise<number> {
  const { at, taken, notices, people } = await store.takeUnrouted(200);
  if (taken.length === 0) return 0;
  const recipients = recipientsOf(people);
  const rows = new Map(notices.map((row) => [row.id, row]));
  const isConfigured = (channel: OutgoingChannel) => senders[channel] !== undefined;
  const plans = taken.map((id) => {
    try {
      const row = rows.get(id);
      const recipient = row && recipients.get(row.user_id);
      if (!recipient) throw new Error("a notification or its person cannot be read");
      return planOf(row, recipient, isConfigured, at);
    } catch (thrown) {
      report(`notification ${id} could not be planned`, thrown);
      return unreadablePlan(id, outgoingChannels.filter(isConfigured), at);
    }
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
  const { wanted, settled } = decideClaim(claim, parts);
  completions.add(settled);
  const ready = await Promise.all(groupsOf(wanted).map((group) => prepare(group, parts, claim.at)));
  // Asked as late as can be, once for all: what the person changed since the claim is obeyed.
  const ids = wanted.map(({ delivery }) => delivery.id);
  const begun = new Set(ids.length > 0 && isOurs() ? await parts.store.begin(claim.lease, ids) : []);
  await Promise.all(
    ready.map(async ({ rows, send }) => {
      if (!isOurs()) return;
      // A message has all of its rows or is made anew without those that may no longer be sent.
      if (!rows.every(({ id }) => begun.has(id))) return completions.add(rows.map(givenBack));
      const outcome = await send(AbortSignal.timeout(limits.sendMs));
      completions.add(attempted(rows, outcome, claim.at, parts.random()));
    }),
  );
  await completions.done();
  return claim.deliveries.length;
}

type Wanted = Item & Readonly<{ recipient: Recipient }>;

/** What of a claim is to be sent now, and what became of the rest. A row that cannot be decided concerns no other. */
function decideClaim(claim: Claim, parts: WorkerParts): { wanted: Wanted[]; settled: Result[] } {
  const recipients = recipientsOf(claim.people);
  const rows = new Map(claim.notices.map((row) => [row.id, row]));
  const interruptions = interruptionsOf(claim);
  const wanted: Wanted[] = [];
  const settled = claim.deliveries.flatMap((delivery): Result[] => {
    try {
      const [row, recipient] = [rows.get(delivery.notification_id), recipients.get(delivery.user_id)];
      if (!row || !recipient) throw new Error("a notification or its person cannot be read");
      const item = { delivery, row, recipient };
      const decision = decideAgain(item, parts, interruptions.before(item), claim.at);
      if (decision.outcome !== "send") return [decided(item, decision, claim.at)];
      interruptions.add(item);
      wanted.push(item);
      return [];
    } catch (thrown) {
      parts.report(`delivery ${delivery.id} could not be decided`, thrown);
      return attempted([delivery], faulty, claim.at, parts.random());
    }
  });
  return { wanted, settled };
}

/** By the settings that came with the claim. What changes after them is heard of before it is sent. */
function decideAgain(
  item: Wanted,
  { senders }: WorkerParts,
  interruptions: readonly Interruption[],
  now: string,
): Decision {
  const { channel } = item.delivery;
  const configured = senders[channel] !== undefined;
  const situation = situationOf(
    item.row,
    item.recipient,
    channel,
    placeOf(item.delivery, item.recipient),
    configured,
  );
  return decide({ ...situation, interruptions }, now);
}
