import { createECDH } from "node:crypto";

/**
 * The push services of the browsers. A subscription's endpoint is an address that a browser hands in and the server
 * then sends requests to: any other host could be one of our own network. A name with a leading dot stands for all
 * hosts under it.
 */
const services = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  ".push.services.mozilla.com",
  "web.push.apple.com",
  ".push.apple.com",
  ".notify.windows.com",
] as const;

/** The longest endpoint that is stored; those of today have up to about 600 characters. */
const longest = 2_048;

/**
 * The endpoint of a push subscription where it may be sent to: https, on a push service, at its usual port, without a
 * name or password in it. Null for any other. `more`: further hosts with their ports, such as `127.0.0.1:3007`, which
 * the environment allows, and nothing else of that host.
 */
export function pushEndpoint(address: string, more: readonly string[] = []): URL | null {
  if (address.length > longest || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username || url.password) return null;
  if (more.includes(url.host)) return url;
  const isService = services.some((name) =>
    name.startsWith(".") ? url.hostname.endsWith(name) : url.hostname === name,
  );
  return isService && url.port === "" ? url : null;
}

/** Whether a message can be encrypted for these keys: a point of P-256 and 16 bytes, both base64url (RFC 8291). */
export function areUsableKeys(keys: { p256dh: string; auth: string }): boolean {
  const point = bytesOf(keys.p256dh);
  if (point?.length !== 65 || bytesOf(keys.auth)?.length !== 16) return false;
  try {
    const own = createECDH("prime256v1");
    own.generateKeys();
    own.computeSecret(point);
    return true;
  } catch {
    return false;
  }
}

const bytesOf = (text: string): Buffer | null =>
  /^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, "base64url") : null;
