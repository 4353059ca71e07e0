import "server-only";
import { createServerClient, type CookieMethodsServer } from "@supabase/ssr";
import { cookieName, serverEnv } from "@/lib/env";
import { askOnce } from "./ask-once";
import type { Database } from "./database.types";
import { nodeRealtime } from "./transport";

export type { AuthError } from "@supabase/supabase-js";

/**
 * The trust level of the sign-in routes: the Auth API with the browser's cookies. Only the account actions and proxy.ts
 * use it; everything else takes the verified identity of `lib/auth.ts`.
 * Cookies are httpOnly: no script of the page sees a refresh token.
 * `timeoutMs` covers all requests together: the stock client retries a gateway's refusal for half a minute.
 */
export function authClient(cookies: CookieMethodsServer, timeoutMs: number) {
  const signal = AbortSignal.timeout(timeoutMs);
  return askOnce(
    createServerClient<Database>(serverEnv().supabaseUrl, serverEnv().publishableKey, {
      cookies,
      cookieOptions: {
        name: cookieName("auth"),
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: serverEnv().siteUrl?.startsWith("https:") ?? process.env.VERCEL === "1",
      },
      auth: { flowType: "implicit" },
      global: {
        fetch: (input, init) => fetch(input, { ...init, cache: "no-store", signal }),
      },
      realtime: nodeRealtime,
    }),
  );
}
