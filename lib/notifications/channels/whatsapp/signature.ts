import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Meta signed these bytes: `X-Hub-Signature-256: sha256=` and the HMAC of the raw body under the app's secret,
 * in hex. Meta writes letters beyond ASCII as \uXXXX: a body that was read and written anew has another signature.
 */
export function isSignedByMeta(body: Uint8Array, header: string | null, appSecret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(header ?? "")?.[1];
  if (!given) return false;
  const expected = createHmac("sha256", appSecret).update(body).digest();
  return timingSafeEqual(Buffer.from(given, "hex"), expected);
}

/** Whether two secrets are the same, in a time that says nothing of how much of them is. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
