import { rulesOf } from "../kinds";
import type { NoticeRow } from "./answers";
import { decide } from "./decide";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Situation } from "./situation";
import { situationOf, type Recipient } from "./situations";
import type { Decision, Step } from "./verdict";

/** A row of private.deliveries as it is first decided. Instants are ISO 8601. */
export type PlannedDelivery = {
  channel: OutgoingChannel;
  destination_id: string | null;
  status: "pending" | "suppressed" | "expired" | "dead";
  reason: string;
  trace: Step[];
  not_before: string;
  urgent: boolean;
  bundle: string | null;
};

export type Plan = { notification_id: string; deliveries: PlannedDelivery[] };

/**
 * Plans one notification: a delivery for each channel of its kind and each destination of the person there. A channel
 * without one says so; of apps nobody asks why one that they never connected was not told.
 */
export function planOf(
  row: NoticeRow,
  recipient: Recipient,
  configured: (channel: OutgoingChannel) => boolean,
  now: string,
): Plan {
  const deliveries = rulesOf(row.params).channels.flatMap((channel) => {
    const places = recipient.person.destinations.filter((each) => each.channel === channel);
    return (places.length > 0 || channel === "apps" ? places : [null]).map((destination) =>
      planned(situationOf(row, recipient, channel, destination, configured(channel)), now),
    );
  });
  return { notification_id: row.id, deliveries };
}

/**
 * What becomes of a notification that cannot be read, or over which the rules break: dead on each channel, so that it
 * neither waits for ever nor holds up others, and an admin can have it planned again.
 */
export const unreadablePlan = (id: string, channels: readonly OutgoingChannel[], now: string): Plan => ({
  notification_id: id,
  deliveries: channels.map((channel) => ({
    channel,
    destination_id: null,
    status: "dead",
    reason: "unreadable",
    trace: [],
    not_before: now,
    urgent: false,
    bundle: null,
  })),
});

function planned(situation: Situation, now: string): PlannedDelivery {
  const decision = decide(situation, now);
  return {
    channel: situation.channel,
    destination_id: situation.place?.id ?? null,
    ...stateOf(decision, now),
    reason: decision.reason,
    trace: decision.trace,
    urgent: situation.notice.priority === "urgent" || situation.notice.priority === "high",
  };
}

/** How a decision stands in a row. What is to be sent is due at once: the worker decides again as it claims it. */
export function stateOf(decision: Decision, now: string) {
  switch (decision.outcome) {
    case "send":
      return { status: "pending", not_before: now, bundle: null } as const;
    case "hold":
      return { status: "pending", not_before: decision.until, bundle: decision.bundle } as const;
    case "suppress":
      return { status: "suppressed", not_before: now, bundle: null } as const;
    case "expire":
      return { status: "expired", not_before: now, bundle: null } as const;
  }
}
