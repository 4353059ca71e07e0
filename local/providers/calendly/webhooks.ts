import { createHmac } from "node:crypto";
import { toldOf } from "./shown";
import type { Invitee, State } from "./state";

/** How a message differs from one that the service would send. */
export const modes = [
  "normal",
  "duplicate",
  "badSignature",
  "wrongKey",
  "missingSignature",
  "staleTimestamp",
  "futureTimestamp",
  "tamperedBody",
  "lost",
] as const;
export type Mode = (typeof modes)[number];

const awaySeconds = 4 * 60;

/**
 * Tells the subscriptions of an invitee's host, signed as Calendly signs; answers the statuses. Whoever answers 410 is
 * told nothing more: the subscription goes at once.
 */
export function createWebhooks(state: State) {
  async function post(url: string, key: string, body: string, mode: Mode): Promise<number | null> {
    const away = mode === "staleTimestamp" ? -awaySeconds : mode === "futureTimestamp" ? awaySeconds : 0;
    const at = Math.floor(state.now() / 1_000) + away;
    const signed = createHmac("sha256", mode === "wrongKey" ? "another" : key).update(`${at}.${body}`);
    const hex = mode === "badSignature" ? "0".repeat(64) : signed.digest("hex");
    const signature = { "calendly-webhook-signature": `t=${at},v1=${hex}` };
    return fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(mode !== "missingSignature" && signature) },
      body: mode === "tamperedBody" ? `${body} ` : body,
      // A redirect counts as a failure.
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    }).then(
      ({ status }) => status,
      () => null,
    );
  }

  return async function tell(
    name: string,
    invitee: Invitee,
    mode: Mode = "normal",
  ): Promise<(number | null)[]> {
    const told = toldOf(state, name, invitee);
    const statuses: (number | null)[] = [];
    if (mode === "lost") return statuses;
    for (const subscription of [...state.subscriptions]) {
      const { user, events, url, key } = subscription;
      if (user !== told.created_by || subscription.state !== "active" || !events.includes(name)) continue;
      for (let left = mode === "duplicate" ? 2 : 1; left > 0; left -= 1)
        statuses.push(await post(url, key, JSON.stringify(told), mode));
      if (statuses.at(-1) === 410) state.subscriptions.splice(state.subscriptions.indexOf(subscription), 1);
    }
    return statuses;
  };
}
