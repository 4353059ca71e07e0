import type { Retries } from "./retries";
import type { Limit } from "./posting";
import { answersOf, send, type Mode } from "./sending";
import { toldOf } from "./shown";
import type { Invitee, State } from "./state";

/** As the service sends: what of it is not taken comes again. The other modes are somebody else's messages. */
const own: readonly Mode[] = [
  "normal",
  "duplicate",
  "unicodeBody",
  "bigBody",
  "slowReceiver",
  "shutReceiver",
];

/**
 * Tells the subscriptions of an invitee's host; answers the statuses. Whoever answers 410 is told nothing more: the
 * subscription goes at once.
 */
export function createWebhooks(state: State, retries: Retries, limit: Limit) {
  return async function tell(
    name: string,
    invitee: Invitee,
    mode: Mode = "normal",
  ): Promise<(number | null)[]> {
    const { payload, ...told } = toldOf(state, name, invitee);
    const body = JSON.stringify({ ...told, payload: { ...payload, ...answersOf(mode) } });
    const statuses: (number | null)[] = [];
    if (mode === "lost") return statuses;
    for (const subscription of [...state.subscriptions]) {
      const { user, events, url, key, uri } = subscription;
      if (user !== told.created_by || subscription.state !== "active" || !events.includes(name)) continue;
      for (let left = mode === "duplicate" ? 2 : 1; left > 0; left -= 1) {
        const at = state.now();
        const status = await send({ url, key, body, at, mode }, limit);
        statuses.push(status);
        const delivery = { subscription: uri, body, signed: at, began: at, tried: 0, next: at };
        if (own.includes(mode) || status === 410) retries.judge(subscription, delivery, status);
      }
    }
    return statuses;
  };
}
