import { z } from "zod";
import type { Tokens } from "./contract/duties";
import { seal, unseal, type KeyRing } from "./vault/seal";

const tokens = z.strictObject({
  accessToken: z.string().min(1),
  refreshToken: z.string().nullable(),
  expiresAt: z.string().nullable(),
  scopes: z.array(z.string()).nullable(),
  webhookKey: z.string().nullable(),
});

type Owner = Readonly<{ userId: string; provider: string }>;

const placeOf = ({ userId, provider }: Owner) => ({ column: "tokens", userId, provider });

/** Tokens as they are stored. */
export const sealTokens = (ring: KeyRing, owner: Owner, given: Tokens): string =>
  seal(ring, JSON.stringify(given), placeOf(owner));

/** Null where no key of the ring opens them, or they are not the owner's. */
export function unsealTokens(ring: KeyRing, owner: Owner, sealed: string): Tokens | null {
  const text = unseal(ring, sealed, placeOf(owner));
  return text === null ? null : tokens.parse(JSON.parse(text));
}

/** Where a stored ciphertext belongs. */
export const placeOfTokens = placeOf;
