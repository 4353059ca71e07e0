import "server-only";
import { createServerClient, type CookieMethodsServer } from "@supabase/ssr";
import type { AuthError } from "@supabase/supabase-js";
import { clientAddress } from "@/lib/client-address";
import { cookieName, isServedByHttps, serverEnv } from "@/lib/env";
import { deviceAsking } from "@/lib/vocabulary/device-name";
import { askOnce } from "./ask-once";
import type { Database } from "./database.types";
import { noRealtime } from "./transport";

export type { AuthError, Session } from "@supabase/supabase-js";

/** The browser that asks, as far as Auth is told of it. */
export type Browser = {
  /** A platform that takes it counts its limits by this address, and not by that of this server. */
  address: string | null;
  /**
   * Auth keeps it with the session as the user agent, so that a person can tell their devices apart: `Chrome on Windows`.
   * Not what the browser itself says: the platform refuses a secret key (401) that comes with `Mozilla/5.0`.
   */
  device: string;
};

export const browserOf = (headers: Pick<Headers, "get">): Browser => ({
  address: clientAddress(headers),
  device: deviceAsking(headers),
});

/**
 * The trust level of the sign-in routes: the Auth API with the browser's cookies. Only the account actions and proxy.ts
 * use it; everything else takes the verified identity of `lib/auth.ts`.
 * Cookies are httpOnly: no script of the page sees a refresh token.
 * `timeoutMs` covers all requests together: the stock client retries a gateway's refusal for half a minute.
 */
export function authClient(cookies: CookieMethodsServer, timeoutMs: number, browser: Browser) {
  const signal = AbortSignal.timeout(timeoutMs);
  const { key, headers } = callerOf(browser);
  return askOnce(
    createServerClient<Database>(serverEnv().supabaseUrl, key, {
      // Without the account itself: the access token says who it is, and cookies are short of room.
      cookies: { ...cookies, encode: "tokens-only" },
      cookieOptions: {
        name: cookieName("auth"),
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: isServedByHttps(),
      },
      auth: { flowType: "implicit" },
      global: {
        headers,
        fetch: (input, init) => fetch(input, { ...init, cache: "no-store", signal }),
      },
      realtime: noRealtime,
    }),
  );
}

/** A timeout, a conflict of two requests, "too early", "too many": the platform judged the moment, not the person. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Whether Auth could not be reached, failed, or asks to come again: nothing is known about the session or the input. */
export const isUnanswered = ({ status }: AuthError) => !status || status >= 500 || passing.has(status);

/**
 * Auth believes a forwarded address from a secret key of the new kind only, where the project has "IP address
 * forwarding" switched on; elsewhere it ignores the header.
 */
function callerOf({ address, device }: Browser): { key: string; headers: Record<string, string> } {
  const { secretKey, publishableKey } = serverEnv();
  const headers: Record<string, string> = device ? { "user-agent": device } : {};
  if (!address || !secretKey?.startsWith("sb_secret_")) return { key: publishableKey, headers };
  return { key: secretKey, headers: { ...headers, "sb-forwarded-for": address } };
}
