import { createHmac, timingSafeEqual } from "node:crypto";

/** What Twilio may sign by: the account's token, and a shared key where a webhook rule names one. */
export type SigningKeys = Readonly<{ authToken: string; sharedKey?: string }>;

type Signed = Readonly<{
  /** The public address that Twilio was given, with the query as it arrived: never what a proxy made of it. */
  url: string;
  /** The raw form of a POST. */
  body: string;
  headers: Headers;
}>;

/**
 * Whether Twilio signed this request (twilio.com/docs/usage/security): base64 of an HMAC of the address followed by all
 * fields in order of their names. SHA-1 by the token, or what X-Twilio-Webhooks-Signature-Settings announces, by the
 * shared key; an algorithm that we do not know is no signature.
 */
export function isSignedByTwilio({ url, body, headers }: Signed, keys: SigningKeys): boolean {
  const given = headers.get("x-twilio-signature");
  const way = wayOf(headers.get("x-twilio-webhooks-signature-settings"), keys);
  if (!given || !way) return false;
  const fields = fieldsOf(body);
  return addressesOf(url).some((address) => {
    const digest = createHmac(way.hash, way.key).update(`${address}${fields}`).digest("base64");
    return isSame(given, digest);
  });
}

const hashes: Readonly<Record<string, string>> = { HMAC_SHA1: "sha1", HMAC_SHA256: "sha256" };

/** Such as `key=SK…,algorithm=HMAC_SHA256`. */
function wayOf(settings: string | null, { authToken, sharedKey }: SigningKeys) {
  if (settings === null) return { hash: "sha1", key: authToken };
  const algorithm = /(?:^|,)\s*algorithm=([\w-]+)\s*(?:,|$)/i.exec(settings)?.[1]?.toUpperCase() ?? "";
  const hash = Object.hasOwn(hashes, algorithm) ? hashes[algorithm] : undefined;
  return hash && sharedKey ? { hash, key: sharedKey } : null;
}

/** Names and values without anything between, by name; a name that comes twice has each value once, in order. */
function fieldsOf(body: string): string {
  const given = new URLSearchParams(body);
  return [...new Set(given.keys())]
    .sort()
    .flatMap((name) => [...new Set(given.getAll(name))].sort().map((value) => `${name}${value}`))
    .join("");
}

/** Twilio writes the usual port into some addresses and leaves it out of others. */
function addressesOf(url: string): string[] {
  const [, origin, rest] = /^(https?:\/\/[^/?#]+)(.*)$/.exec(url) ?? [];
  if (origin === undefined || rest === undefined) return [];
  const usual = origin.startsWith("https:") ? ":443" : ":80";
  const bare = origin.endsWith(usual) ? origin.slice(0, -usual.length) : origin;
  return /:\d+$/.test(bare) ? [url] : [`${bare}${rest}`, `${bare}${usual}${rest}`];
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
