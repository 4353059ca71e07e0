import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import { vi } from "vitest";
import { PASSWORD, startAuth } from "@/local/supabase/auth/fixture";
import { hostedLimits } from "@/local/supabase/auth/limits";
import { carryHere, held } from "./browser-request";

export const newEmail = () => `${randomUUID()}@test.local`;

/** Auth with the mails of a hosted project, as many requests as wanted, and the server's actions told where it is. */
export async function startAccounts(options: { confirmations?: boolean } = {}) {
  const authLimits = { ...hostedLimits, token_refresh: 100_000, sign_in_sign_ups: 100_000 };
  const auth = await startAuth({ migrations: true, authLimits, ...options });
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", auth.supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", auth.supabase.keys.publishable);
  vi.stubEnv("SUPABASE_SECRET_KEY", auth.supabase.keys.secret);
  vi.stubEnv("SUPABASE_JWT_SECRET", auth.supabase.keys.jwtSecret);
  return {
    ...auth,
    /** Somebody signed in in this browser and on another device. */
    async somebody() {
      const email = newEmail();
      const { userId } = await auth.signedUp(email);
      const elsewhere = await auth.signedIn(email);
      const here = await auth.visitor().auth.signInWithPassword({ email, password: PASSWORD });
      carryHere(here.data.session);
      return { email, userId, elsewhere: elsewhere.client };
    },
    async stop() {
      vi.unstubAllEnvs();
      await auth.stop();
    },
  };
}

export type Accounts = Awaited<ReturnType<typeof startAccounts>>;

export const isSignedIn = async (client: ReturnType<Accounts["visitor"]>) =>
  (await client.auth.refreshSession()).error === null;

/** The session that the cookies of this browser hold. */
export async function sessionHere(): Promise<unknown> {
  const written = await combineChunks("ovenai-auth", (name) => held(name));
  const { access_token } = JSON.parse(stringFromBase64URL(String(written).slice("base64-".length)));
  return decodeJwt(access_token).session_id;
}
