import { seal, unseal, type KeyRing, type Place } from "./seal";

export type OldCiphertext = Readonly<{ connectionId: string; place: Place; sealed: string }>;

export type RotationParts = Readonly<{
  ring: KeyRing;
  /** Ciphertexts of other keys than the first, by connection, after the one of that id. */
  list(after: string, most: number): Promise<readonly OldCiphertext[]>;
  /** Puts one in the place of another; false where that was replaced meanwhile. */
  replace(connectionId: string, before: string, after: string): Promise<boolean>;
}>;

/** `lost`: connections whose ciphertext no key of the ring opens; they have to be connected again. */
export type Rotation = Readonly<{ renewed: number; overtaken: number; lost: readonly string[] }>;

const nil = "00000000-0000-0000-0000-000000000000";

/**
 * Encrypts everything anew with the first key of the ring, a batch at a time. Readers go on: what they read is either
 * the old ciphertext or the new one, and both can be opened. A token that is renewed meanwhile stays the newer one, which
 * the first key has made.
 */
export async function rotateKeys({ ring, list, replace }: RotationParts, most = 100): Promise<Rotation> {
  let [renewed, overtaken] = [0, 0];
  const lost: string[] = [];
  for (let [after, going] = [nil, true]; going;) {
    const batch = await list(after, most);
    for (const { connectionId, place, sealed } of batch) {
      const text = unseal(ring, sealed, place);
      if (text === null) lost.push(connectionId);
      else if (await replace(connectionId, sealed, seal(ring, text, place))) renewed += 1;
      else overtaken += 1;
    }
    after = batch.at(-1)?.connectionId ?? after;
    going = batch.length > 0;
  }
  return { renewed, overtaken, lost };
}
