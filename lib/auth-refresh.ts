import { decodeJwt } from "jose";
import type { CookieOptions } from "@supabase/ssr";
import { readTokens } from "./auth-cookie";
import { authClient } from "./supabase/server";

type RequestCookies = { name: string; value: string }[];
export type Refreshed = {
  cookies: { name: string; value: string; options: CookieOptions }[];
  headers: Record<string, string>;
};

/** The longest a page waits for a refresh. Without one it uses the rest of the token, or the device's data. */
const timeoutMs = 1_500;
const beforeExpiryMs = 60_000;

/**
 * Refreshes under way, by refresh token: simultaneous requests carry the same token, which works once, and share one
 * refresh.
 */
const underWay = new Map<string, Promise<Refreshed | null>>();

/**
 * Null after `timeoutMs`: the client then goes on retrying (with an aborted signal), and the page must not wait for it.
 */
function withinTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

async function refresh(refreshToken: string, cookies: RequestCookies): Promise<Refreshed | null> {
  const refreshed: Refreshed = { cookies: [], headers: {} };
  const client = authClient(
    {
      getAll: () => cookies,
      setAll: (written, headers) => {
        refreshed.cookies = written;
        refreshed.headers = headers;
      },
    },
    timeoutMs,
  );
  const { error } = await client.auth.refreshSession({ refresh_token: refreshToken });
  // The platform could not be reached, or failed: the person stays signed in.
  const unanswered = error && (!error.status || error.status >= 500);
  return unanswered ? null : refreshed;
}

/**
 * The cookies and headers to write if the access token expires within `beforeExpiryMs` of `now` (Unix ms). Null if
 * nobody is signed in, enough time is left or the platform did not answer. Only proxy.ts calls it.
 */
export async function refreshTokens(cookies: RequestCookies, now: number): Promise<Refreshed | null> {
  const tokens = await readTokens((name) => cookies.find((cookie) => cookie.name === name)?.value);
  if (!tokens) return null;
  const endsAt = (decodeJwt(tokens.access_token).exp ?? 0) * 1000;
  if (endsAt - now > beforeExpiryMs) return null;
  const token = tokens.refresh_token;
  const running =
    underWay.get(token) ??
    withinTime(refresh(token, cookies))
      .catch(() => null)
      .finally(() => underWay.delete(token));
  underWay.set(token, running);
  return running;
}
