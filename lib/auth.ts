import "server-only";
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from "jose";
import { cookies } from "next/headers";
import { cache } from "react";
import { z } from "zod";
import { environment, serverEnv } from "./env";
import { readStoredSession } from "./session-cookie";

/**
 * The person who makes a request. Only this file decides it, without asking the platform: this process checks the
 * signature of the cookie's access token, so that a stopped platform never delays a page.
 * `expired`: the token expired and could not be refreshed. For `graceMs` an expired identity opens the shell with the
 * device's data; it reads and writes nothing on the platform.
 */
export type Identity = {
  userId: string;
  email: string;
  accessToken: string;
  /** Unix time in milliseconds. */
  expiresAt: number;
  expired: boolean;
};

const graceMs = 24 * 60 * 60 * 1000;

const claims = z.object({
  sub: z.uuid(),
  email: z.string().default(""),
  role: z.literal("authenticated"),
  exp: z.number(),
});

let publishedKeys: ReturnType<typeof createRemoteJWKSet> | undefined;

async function verifiedPayload(token: string): Promise<JWTPayload> {
  const { jwtSecret, supabaseUrl } = serverEnv();
  if (jwtSecret) return (await jwtVerify(token, new TextEncoder().encode(jwtSecret))).payload;
  const address = new URL(`${supabaseUrl}/auth/v1/.well-known/jwks.json`);
  publishedKeys ??= createRemoteJWKSet(address, { timeoutDuration: 1_500 });
  return (await jwtVerify(token, publishedKeys)).payload;
}

type Claims = z.infer<typeof claims>;

/** A browser sends the same token for an hour: its signature is checked once by each process, its end every time. */
const genuine = new Map<string, Claims>();
const mostGenuine = 1_000;

/** Null for a token that is forged, malformed or of another role. */
async function claimsOf(token: string): Promise<Claims | null> {
  const payload = await verifiedPayload(token).catch((thrown: unknown) =>
    // jose checks the signature before the dates: an expired token that gets here is genuine.
    thrown instanceof errors.JWTExpired ? thrown.payload : null,
  );
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return null;
  if (genuine.size >= mostGenuine) genuine.clear();
  genuine.set(token, parsed.data);
  return parsed.data;
}

/**
 * The identity of an access token at `now` (Unix ms); null if it is forged, malformed, of another role or long expired.
 */
export async function identityOf(accessToken: string, now: number): Promise<Identity | null> {
  const claimed = genuine.get(accessToken) ?? (await claimsOf(accessToken));
  if (!claimed) return null;
  const { sub, email, exp } = claimed;
  const expiresAt = exp * 1000;
  if (now - expiresAt > graceMs) return null;
  return { userId: sub, email, accessToken, expiresAt, expired: expiresAt <= now };
}

/** The identity of the present request, computed once per request. */
export const getIdentity = cache(async (): Promise<Identity | null> => {
  if (!environment().ok) return null;
  const store = await cookies();
  const session = await readStoredSession((name) => store.get(name)?.value);
  return session ? identityOf(session.access_token, Date.now()) : null;
});
