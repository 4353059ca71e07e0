import { isoOf } from "@/lib/time/wall-time";
import type { Outcome } from "@/lib/notifications/channels/channel";
import type { DeliveryRow } from "./answers";
import type { Item } from "./group";
import { stateOf } from "./plan";
import { mostAttempts, retryDelayMs } from "./retry";
import type { Result } from "./store";
import type { Decision } from "./verdict";

/** What a row becomes that is not sent now. */
export function decided({ delivery }: Item, decision: Decision, now: string): Result {
  return {
    id: delivery.id,
    ...stateOf(decision, now),
    reason: decision.reason,
    trace: decision.trace,
    attempted: false,
  };
}

/** What a row becomes that may no longer be sent as it was decided: it waits, and is decided anew at once. */
export const givenBack = ({ id, reason, bundle }: DeliveryRow): Result => ({
  id,
  status: "pending",
  reason,
  bundle,
  attempted: false,
});

/**
 * What the rows of a message become by what its provider said. Of several rows the first was sent, and the others went
 * with it. `chance` (0 to 1) spreads what is tried again.
 */
export function attempted(
  deliveries: readonly DeliveryRow[],
  outcome: Outcome,
  now: string,
  chance: number,
): Result[] {
  const each = (
    state: (delivery: DeliveryRow, index: number) => Omit<Result, "id" | "attempted" | "bundle">,
  ): Result[] =>
    deliveries.map((delivery, index) => ({
      id: delivery.id,
      bundle: delivery.bundle,
      attempted: true,
      ...state(delivery, index),
    }));
  switch (outcome.outcome) {
    case "sent":
      return each((delivery, index) => ({
        status: index === 0 ? "sent" : "bundled",
        reason: wasHeld(delivery) ? delivery.reason : "sent",
        provider_id: outcome.providerId,
      }));
    case "failed":
      return each(() => ({ status: "dead", reason: outcome.reason }));
    case "gone":
      return each(() => ({ status: "suppressed", reason: outcome.reason, disable: outcome.reason }));
    case "retry":
    case "broken": {
      const after = outcome.outcome === "retry" ? outcome.afterSeconds : null;
      return each((delivery) =>
        delivery.attempts >= mostAttempts
          ? { status: "dead", reason: outcome.reason }
          : {
              status: "pending",
              reason: outcome.reason,
              not_before: isoOf(Date.parse(now) + retryDelayMs(delivery.attempts, chance, after)),
            },
      );
    }
  }
}

/** Rules that made it wait, but the grace, for which everything waits; the reason is kept, so that a sent line can say what it waited for. */
const waits = new Set(["pause", "quiet", "workingHours", "meeting", "frequency", "budget", "escalation"]);
const wasHeld = ({ reason }: DeliveryRow): boolean => waits.has(reason);
