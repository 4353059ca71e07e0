import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";
/** For so long both secrets sign after a change, so that the other side can change its own when it likes. */
const overlapMs = 24 * 60 * 60 * 1_000;

const newSecret = (): string => prefix + randomBytes(32).toString("base64");

/** Secrets as they are kept: the one in use, and after a blank the one before it, up to an instant (Unix milliseconds). */
export const firstSecret = newSecret;
export const changedSecret = (kept: string, now: number): string =>
  `${newSecret()} ${shownSecret(kept)}@${now + overlapMs}`;

/** The one in use, as its owner is shown it once. */
export const shownSecret = (kept: string): string => kept.split(" ", 1)[0] ?? "";

const secretsAt = (kept: string, now: number): string[] =>
  kept.split(" ").flatMap((entry) => {
    const [secret = "", until] = entry.split("@");
    return until === undefined || Number(until) > now ? [secret] : [];
  });

/** The headers of one attempt (standardwebhooks.com): what is signed is the id, the second and the body. */
export function signedHeaders(
  kept: string,
  { id, body, now }: Readonly<{ id: string; body: string; now: number }>,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const signed = (secret: string) =>
    createHmac("sha256", Buffer.from(secret.slice(prefix.length), "base64"))
      .update(`${id}.${timestamp}.${body}`)
      .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secretsAt(kept, now)
      .map((secret) => `v1,${signed(secret)}`)
      .join(" "),
  };
}
