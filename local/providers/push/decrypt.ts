import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";

/** The keys of a browser for one subscription, each base64url. */
export type SubscriptionKeys = Readonly<{ privateKey: string; publicKey: string; auth: string }>;

const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

const derived = (salt: Buffer, secret: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/**
 * The text of a message as a browser decrypts it (RFC 8291 on one record of RFC 8188). Throws what is wrong with it:
 * a push service cannot look inside, but a browser drops such a message without a word.
 */
export function decrypt(body: Buffer, keys: SubscriptionKeys): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.length > 20 ? body.readUInt32BE(16) : 0;
  const idLength = body[20] ?? 0;
  if (idLength !== 65) throw new Error(`the sender's key has ${idLength} bytes instead of 65`);
  const sender = body.subarray(21, 86);
  const record = body.subarray(86);
  if (record.length > recordSize || record.length < 18) throw new Error("not one record of its size");
  const browser = createECDH("prime256v1");
  browser.setPrivateKey(keys.privateKey, "base64url");
  const info = bytes("WebPush: info\0", Buffer.from(keys.publicKey, "base64url"), sender);
  const secret = derived(Buffer.from(keys.auth, "base64url"), browser.computeSecret(sender), info, 32);
  const key = derived(salt, secret, bytes("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(salt, secret, bytes("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = bytes(decipher.update(record.subarray(0, -16)), decipher.final());
  const end = padded.findLastIndex((byte) => byte !== 0);
  // The last record ends with 2, then only padding.
  if (padded[end] !== 2) throw new Error("the last record does not end with the delimiter 2");
  return padded.subarray(0, end).toString();
}
