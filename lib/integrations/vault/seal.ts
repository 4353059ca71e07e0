import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key under the id by which ciphertexts name it. */
export type Key = Readonly<{ id: string; key: Buffer }>;
/** The first encrypts, all of them decrypt. */
export type KeyRing = readonly Key[];

/** Where a ciphertext belongs. Anywhere else it cannot be decrypted, so that nobody gains by moving one. */
export type Place = Readonly<{ column: string; userId: string; provider: string }>;

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;
const form = /^v1:([\w-]{1,24}):([\w-]+):([\w-]+):([\w-]+)$/;

const bindingOf = ({ column, userId, provider }: Place) =>
  Buffer.from(JSON.stringify(["v1", column, userId, provider]));

/**
 * `text` as `v1:<id of the key>:<iv>:<ciphertext>:<tag>`, in base64url (AES-256-GCM, a random iv of 96 bits: a key is
 * good for 2^32 of them, NIST SP 800-38D 8.3). Throws without a key.
 */
export function seal(ring: KeyRing, text: string, place: Place): string {
  const [first] = ring;
  if (!first) throw new Error("INTEGRATION_KEYS is not set: nothing can be encrypted");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, first.key, iv, { authTagLength: tagBytes });
  cipher.setAAD(bindingOf(place));
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return ["v1", first.id, ...parts].join(":");
}

/** What was sealed; null where its key is gone, it belongs elsewhere, or a bit of it is not as it was written. */
export function unseal(ring: KeyRing, sealed: string, place: Place): string | null {
  const [, id, ...encoded] = form.exec(sealed) ?? [];
  const known = ring.find((one) => one.id === id);
  const [iv, ciphertext, tag] = encoded.map((part) => Buffer.from(part, "base64url"));
  if (!known || iv?.length !== ivBytes || !ciphertext || tag?.length !== tagBytes) return null;
  const decipher = createDecipheriv(algorithm, known.key, iv, { authTagLength: tagBytes });
  decipher.setAAD(bindingOf(place));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Whether the key in use made it: the others are about to go. */
export const isOfPrimary = ([first]: KeyRing, sealed: string): boolean =>
  first !== undefined && form.exec(sealed)?.[1] === first.id;
