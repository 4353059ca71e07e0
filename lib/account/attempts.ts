import "server-only";
import { createHmac } from "node:crypto";
import { headers } from "next/headers";
import { clientAddress } from "@/lib/client-address";
import { serverEnv } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { networkOf } from "./network";
import * as store from "./store";

/**
 * Limits in front of Auth, counted in the database for all servers together: by the network of the browser, and by the
 * account, whether there is one or not. What is stored is a keyed hash, so that no address can be read from it, nor be
 * tried out by whoever reads it. Without SUPABASE_SECRET_KEY nothing is counted: only Auth's own limits hold.
 */
const hash = (secret: string, kind: string, value: string) =>
  createHmac("sha256", secret).update(`limits of signing in:${kind}:${value}`).digest("hex");

/** `email` as the schemas of lib/account/credentials.ts give it: in small letters, without blanks around it. */
const accountKey = (secret: string, email: string) => hash(secret, "account", email);

/**
 * Takes one attempt. `rate_limited` says when the next is there. `unavailable` where nobody can count: a database that
 * does not answer lets nobody guess.
 */
export async function countAttempt(deed: store.Deed, email: string): Promise<Result<void>> {
  const { secretKey } = serverEnv();
  if (!secretKey) return ok(undefined);
  const address = clientAddress(await headers());
  const keys = {
    account: accountKey(secretKey, email),
    address: address ? hash(secretKey, "address", networkOf(address)) : undefined,
  };
  try {
    const retryAfter = await store.takeAttempt(deed, keys);
    return retryAfter > 0 ? fail("rate_limited", { retryAfter }) : ok(undefined);
  } catch (thrown) {
    log.error("an attempt could not be counted", describeError(thrown));
    return fail("unavailable");
  }
}

/** Whoever has proved to be the person starts again. A count that cannot be cleared only runs out by itself. */
export async function forgiveAttempts(email: string): Promise<void> {
  const { secretKey } = serverEnv();
  if (secretKey) await store.forgiveAttempts(accountKey(secretKey, email)).catch(() => undefined);
}
