import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { PUBLISHABLE_KEY, SECRET_KEY } from "../keys";

/** The owner of a connection's or channel's rights. */
export type Caller = Readonly<{
  role: string;
  /** The token's claims, for row policies. */
  claims: Readonly<Record<string, unknown>>;
  /** Unix seconds; null for an API key, which does not expire. */
  expiresAt: number | null;
}>;

export type TokenCheck = { ok: true; caller: Caller } | { ok: false; reason: string; expired: boolean };

const required = z.looseObject({ role: z.string(), exp: z.number() });

/** Reads an API key or an access token. The reasons of a refusal are the real server's, word for word. */
export async function readToken(token: string, jwtSecret: string): Promise<TokenCheck> {
  if (token === PUBLISHABLE_KEY) return { ok: true, caller: keyHolder("anon") };
  if (token === SECRET_KEY) return { ok: true, caller: keyHolder("service_role") };
  try {
    const secret = new TextEncoder().encode(jwtSecret);
    const { payload } = await jwtVerify(token, secret, { algorithms: ["HS256"] });
    const claims = required.safeParse(payload);
    if (!claims.success) {
      return refused("InvalidJWTToken: Fields `role` and `exp` are required in JWT");
    }
    return { ok: true, caller: { role: claims.data.role, claims: payload, expiresAt: claims.data.exp } };
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      return {
        ok: false,
        reason: `InvalidJWTToken: ${expiredMessage(error.payload.exp ?? 0)}`,
        expired: true,
      };
    }
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return refused("JwtSignatureError: Failed to validate JWT signature");
    }
    return refused("MalformedJWT: The token provided is not a valid JWT");
  }
}

export function expiredMessage(expiresAt: number): string {
  const seconds = Math.max(0, Math.floor(Date.now() / 1000) - expiresAt);
  return `Token has expired ${seconds} seconds ago`;
}

function keyHolder(role: string): Caller {
  return { role, claims: { role }, expiresAt: null };
}

function refused(reason: string): TokenCheck {
  return { ok: false, reason, expired: false };
}
