import { createHmac } from "node:crypto";

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
  "slowReceiver",
  "lost",
] as const;
export type Mode = (typeof modes)[number];

/** A signal of an abort after so many milliseconds. */
export type Limit = (ms: number) => AbortSignal;

export type Message = Readonly<{
  url: string;
  key: string;
  body: string;
  /** Unix milliseconds, which the signature names. */
  at: number;
  mode: Mode;
}>;

/** So long the service waits for an answer. */
const readMs = 15_000;
const awaySeconds = 4 * 60;

/**
 * Sends a message signed as Calendly signs; answers the status, null where none came in time. In the mode
 * `slowReceiver` the message arrives, and its answer comes too late.
 */
export async function send({ url, key, body, at, mode }: Message, limit: Limit): Promise<number | null> {
  const away = mode === "staleTimestamp" ? -awaySeconds : mode === "futureTimestamp" ? awaySeconds : 0;
  const seconds = Math.floor(at / 1_000) + away;
  const signed = createHmac("sha256", mode === "wrongKey" ? "another" : key).update(`${seconds}.${body}`);
  const hex = mode === "badSignature" ? "0".repeat(64) : signed.digest("hex");
  const signature = { "calendly-webhook-signature": `t=${seconds},v1=${hex}` };
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(mode !== "missingSignature" && signature) },
    body: mode === "tamperedBody" ? `${body} ` : body,
    // A redirect counts as a failure.
    redirect: "manual",
    signal: limit(readMs),
  }).then(
    ({ status }) => (mode === "slowReceiver" ? null : status),
    () => null,
  );
}
