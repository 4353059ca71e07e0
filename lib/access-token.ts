import "server-only";
import type { createRemoteJWKSet, JWTPayload } from "jose";
import { serverEnv } from "./env";

/**
 * What the signature of an access token says, whether it has expired or not. `forged`: the token is malformed or of
 * another key. `unknown`: the platform's keys could not be read, or none of them is the token's.
 */
export type Verdict = { is: "genuine"; payload: JWTPayload } | { is: "forged" } | { is: "unknown" };

let publishedKeys: ReturnType<typeof createRemoteJWKSet> | undefined;

// Read where there is a token: a new process answers whoever is not signed in without it.
const jose = () => import("jose");

async function verify(token: string): Promise<JWTPayload> {
  const { createRemoteJWKSet, jwtVerify } = await jose();
  const { jwtSecret, supabaseUrl } = serverEnv();
  if (jwtSecret) return (await jwtVerify(token, new TextEncoder().encode(jwtSecret))).payload;
  const address = new URL(`${supabaseUrl}/auth/v1/.well-known/jwks.json`);
  publishedKeys ??= createRemoteJWKSet(address, { timeoutDuration: 1_500 });
  return (await jwtVerify(token, publishedKeys)).payload;
}

const forgeries = [
  "JWSSignatureVerificationFailed",
  "JWSInvalid",
  "JWTInvalid",
  "JOSEAlgNotAllowed",
  "JOSENotSupported",
] as const;

/** Checks the signature in this process, so that a stopped platform never delays a page. */
export async function verifyAccessToken(token: string): Promise<Verdict> {
  try {
    return { is: "genuine", payload: await verify(token) };
  } catch (thrown) {
    const { errors } = await jose();
    // jose checks the signature before the dates: an expired token that gets here is genuine.
    if (thrown instanceof errors.JWTExpired) return { is: "genuine", payload: thrown.payload };
    return { is: forgeries.some((forgery) => thrown instanceof errors[forgery]) ? "forged" : "unknown" };
  }
}
