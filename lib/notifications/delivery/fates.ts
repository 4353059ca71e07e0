import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { DeliveryState } from "@/lib/vocabulary/delivery-states";

/**
 * What became of one notification at one destination, as `get_deliveries` answers it. `reason` is a key of
 * `notifications.reasons`; `not_before` is known while it waits; `at` is when it was done or last decided. Instants are
 * ISO 8601.
 */
export type DeliveryFate = Readonly<{
  channel: OutgoingChannel;
  /** The address, or the name of the browser; null where there was none, or where it was removed. */
  destination: string | null;
  status: DeliveryState;
  reason: string;
  not_before: string | null;
  /** What the provider said after it took the message. */
  provider_status: string | null;
  at: string | null;
}>;

/**
 * A state with its words in `notifications.explain.fates`. `reason` null: the state says it all; `gaveUp`: it was tried
 * until there were no tries left.
 */
export type FateLine = Readonly<{
  state: "waits" | "due" | "sent" | "bundled" | "returned" | "notSent" | "late" | "failed";
  at: string | null;
  reason: string | null;
}>;

/** What a provider says of a message that it took and that did not arrive. */
const returned = new Set(["undelivered", "failed", "bounced"]);
/** Reasons that end by saying that it is tried again: of what was given up they are no longer true. */
const triedAgain = new Set([
  "network",
  "timeout",
  "rateLimited",
  "providerDown",
  "mailboxFull",
  "quotaExceeded",
  "fault",
]);

/** Reasons that say no more than that it was sent. */
const plain = new Set(["sent", "due", "wanted"]);

/** How a fate reads at the instant `now` (ISO 8601). What is claimed, or due already, is on its way. */
export function fateLine(fate: DeliveryFate, now: string): FateLine {
  const { status, reason, not_before: until, at } = fate;
  switch (status) {
    case "pending": {
      const waits = until !== null && Date.parse(until) > Date.parse(now);
      return waits ? { state: "waits", at: until, reason } : { state: "due", at: null, reason: null };
    }
    case "sent":
    case "bundled":
      return {
        state: returned.has(fate.provider_status ?? "") ? "returned" : status,
        at,
        reason: plain.has(reason) ? null : reason,
      };
    case "suppressed":
      return { state: "notSent", at: null, reason };
    case "expired":
      return { state: "late", at: null, reason };
    case "dead":
      return { state: "failed", at: null, reason: triedAgain.has(reason) ? "gaveUp" : reason };
  }
}
