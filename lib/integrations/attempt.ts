import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { seal, unseal, type KeyRing } from "./vault/seal";

/** A person is on their way to a provider and back (RFC 6749, 7636). */
const attempt = z.strictObject({ state: z.string(), verifier: z.string(), at: z.number() });

/** As long as a code of the provider is good. */
export const attemptSeconds = 600;

const random = () => randomBytes(32).toString("base64url");
const placeOf = (userId: string, provider: string) => ({ column: "attempt", userId, provider });

/**
 * What is sent along (`state`, and the hash of the verifier), and what the browser keeps until the person is back: in a
 * cookie, encrypted, and good for this person, this provider and ten minutes only. So nobody can finish in a browser what
 * was begun in another.
 */
export function beginAttempt(ring: KeyRing, userId: string, provider: string, now: number) {
  const made = { state: random(), verifier: random(), at: now };
  return {
    state: made.state,
    challenge: createHash("sha256").update(made.verifier).digest("base64url"),
    kept: seal(ring, JSON.stringify(made), placeOf(userId, provider)),
  };
}

/** The verifier of an attempt; null where the person, the provider, the state or the time is another. */
export function finishAttempt(
  ring: KeyRing,
  userId: string,
  provider: string,
  given: Readonly<{ kept: string | undefined; state: string | null; now: number }>,
): string | null {
  const text = unseal(ring, given.kept ?? "", placeOf(userId, provider));
  const read = attempt.safeParse(text === null ? null : JSON.parse(text));
  if (!read.success || given.state === null) return null;
  const { state, verifier, at } = read.data;
  if (given.now - at > attemptSeconds * 1_000) return null;
  return isSame(state, given.state) ? verifier : null;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
