import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * Tokens of links in messages: what the link is about, and our signature. `purpose` has a key of its own: a secret that
 * signs two kinds of things would let one pass for the other.
 */
const macBytes = 16;

const macOf = (purpose: string, content: Buffer, secret: string): Buffer => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  return createHmac("sha256", key).update(content).digest().subarray(0, macBytes);
};

/** Letters that stand in an address as they are. */
export const signToken = (purpose: string, content: Buffer, secret: string): string =>
  Buffer.concat([content, macOf(purpose, content, secret)]).toString("base64url");

/** What a token is about; null where none of the secrets signed it for this purpose. */
export function openToken(purpose: string, token: string, secrets: readonly string[]): Buffer | null {
  if (!/^[\w-]{40,200}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  // The last letter has bits that no byte has: each token is written in one way only.
  if (bytes.toString("base64url") !== token) return null;
  const [content, mac] = [bytes.subarray(0, -macBytes), bytes.subarray(-macBytes)];
  const isSigned = secrets.some((secret) => timingSafeEqual(macOf(purpose, content, secret), mac));
  return isSigned ? content : null;
}

export const uuidBytes = 16;

export const bytesOfUuid = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

export const uuidOfBytes = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
