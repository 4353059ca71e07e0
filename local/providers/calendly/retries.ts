import { send, type Limit } from "./sending";
import type { Delivery, State, Subscription } from "./state";

const dayMs = 24 * 60 * 60_000;
/** That the waits grow and end after a day is documented; where they begin is not. */
const firstWaitMs = 60_000;

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
    const now = state.now();
    if (now >= delivery.began + dayMs) return end(subscription);
    subscription.retryStarted ??= now;
    const wait = firstWaitMs * 2 ** delivery.tried;
    const next = Math.min(now + wait, delivery.began + dayMs);
    deliveries.push({ ...delivery, tried: delivery.tried + 1, next });
  }

  /** Tries what is due at `until` first of all; answers whether there was any. */
  async function retryNext(until: number): Promise<boolean> {
    const [delivery] = deliveries
      .filter(({ next }) => next <= until)
      .sort((one, other) => one.next - other.next);
    if (!delivery) return false;
    deliveries.splice(deliveries.indexOf(delivery), 1);
    state.advance(Math.max(0, delivery.next - state.now()) / 1_000);
    const subscription = subscriptions.find(({ uri }) => uri === delivery.subscription);
    if (subscription?.state !== "active") return true;
    const at = state.signing.anew ? state.now() : delivery.signed;
    const { url, key } = subscription;
    judge(subscription, delivery, await send({ url, key, body: delivery.body, at, mode: "normal" }, limit));
    return true;
  }

  return {
    judge,
    /** Sends again what is due by now. */
    async retryDue(): Promise<void> {
      while (await retryNext(state.now()));
    },
    /** Lets time pass, with all that the service sends again in it, in its order. */
    async pass(seconds: number): Promise<void> {
      const until = state.now() + seconds * 1_000;
      while (await retryNext(until));
      state.advance(Math.max(0, until - state.now()) / 1_000);
    },
  };
}

export type Retries = ReturnType<typeof createRetries>;
