import { createResending, nextAttempt } from "../resending";
import type { Limit } from "./posting";
import { send } from "./sending";
import type { Delivery, State, Subscription } from "./state";

const dayMs = 24 * 60 * 60_000;

const isTaken = (status: number | null) => status !== null && status >= 200 && status < 300;

/** What waits to be sent again to a subscription goes. */
function forget(deliveries: Delivery[], uri: string): void {
  for (let at = deliveries.length - 1; at >= 0; at -= 1)
    if (deliveries[at]?.subscription === uri) deliveries.splice(at, 1);
}

/**
 * What the service does with a message that was not taken: it sends it again and again for 24 hours, each wait twice as
 * long as the one before. Then the subscription is disabled, and nobody is told.
 */
export function createRetries(state: State, limit: Limit) {
  const { deliveries, subscriptions } = state;
  function end(subscription: Subscription): void {
    subscription.state = "disabled";
    forget(deliveries, subscription.uri);
  }

  /** What the answer to an attempt means: it is done, it comes again, or the subscription ends. */
  function judge(subscription: Subscription, delivery: Delivery, status: number | null): void {
    if (status === 410) {
      const place = subscriptions.indexOf(subscription);
      if (place >= 0) subscriptions.splice(place, 1);
      return forget(deliveries, subscription.uri);
    }
    if (isTaken(status)) {
      const waits = deliveries.some((one) => one.subscription === subscription.uri);
      if (!waits && subscription.state === "active") subscription.retryStarted = null;
      return;
    }
    const next = nextAttempt(delivery, state.now(), dayMs);
    if (next === null) return end(subscription);
    subscription.retryStarted ??= state.now();
    deliveries.push(next);
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const subscription = subscriptions.find(({ uri }) => uri === delivery.subscription);
    if (subscription?.state !== "active") return;
    const at = state.habits.signsAnew ? state.now() : delivery.signed;
    const { url, key } = subscription;
    judge(subscription, delivery, await send({ url, key, body: delivery.body, at, mode: "normal" }, limit));
  }

  return { judge, ...createResending(deliveries, state, attempt) };
}

export type Retries = ReturnType<typeof createRetries>;
