import { decodeJwt } from "jose";
import type { CookieOptions } from "@supabase/ssr";
import { verifyAccessToken } from "./access-token";
import { log } from "./log";
import { forgottenTokens, isTooLong, readTokens } from "./auth-cookie";
import { authClient, isUnanswered, type Browser } from "./supabase/server";

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

async function refresh(
  refreshToken: string,
  cookies: RequestCookies,
  browser: Browser,
): Promise<Refreshed | null> {
  const refreshed: Refreshed = { cookies: [], headers: {} };
  const client = authClient(
    {
      // The client finds no tokens: it would refresh expired ones by itself, too, and spend the refresh token twice.
      getAll: () => [],
      setAll: (written, headers) => {
        refreshed.cookies = withoutOldPieces(written, cookies);
        refreshed.headers = headers;
      },
    },
    timeoutMs,
    browser,
  );
  const { data, error } = await client.auth.refreshSession({ refresh_token: refreshToken });
  if (data.session) return isTooLong(data.session) ? forgotten(cookies) : refreshed;
  log.warn("a refresh was refused", { status: error?.status, code: error?.code });
  // Without an answer the person stays signed in: with the rest of the token, then with the device's data.
  return error && isUnanswered(error) ? null : forgotten(cookies);
}

/** Tokens in other pieces than before would be read together with what is left of the old ones. */
const withoutOldPieces = (written: Refreshed["cookies"], cookies: RequestCookies) => [
  ...(forgotten(cookies)?.cookies ?? []).filter(({ name }) =>
    written.every((cookie) => cookie.name !== name),
  ),
  ...written,
];

/**
 * The cookies and headers to write if the access token expires within `beforeExpiryMs` of `now` (Unix ms), or if what
 * the cookies hold are no tokens. Null if there is nothing to write: no cookie, enough time left, no answer.
 * Only a token that the platform signed is refreshed: anybody can send a forged one, and the platform counts refreshes
 * for this server's address as a whole. Only proxy.ts calls it.
 */
export async function refreshTokens(
  cookies: RequestCookies,
  now: number,
  browser: Browser,
): Promise<Refreshed | null> {
  const tokens = await readTokens((name) => cookies.find((cookie) => cookie.name === name)?.value);
  if (!tokens) return forgotten(cookies);
  const endsAt = endOf(tokens.access_token);
  if (endsAt === null) return forgotten(cookies);
  if (endsAt - now > beforeExpiryMs) return null;
  const verdict = await verifyAccessToken(tokens.access_token);
  if (verdict.is !== "genuine") return verdict.is === "forged" ? forgotten(cookies) : null;
  const token = tokens.refresh_token;
  const running =
    underWay.get(token) ??
    withinTime(refresh(token, cookies, browser))
      .catch(() => null)
      .finally(() => underWay.delete(token));
  underWay.set(token, running);
  return running;
}

/** The person has to sign in: what the browser holds of a sign-in is deleted. Null if it holds nothing. */
function forgotten(cookies: RequestCookies): Refreshed | null {
  const deleted = forgottenTokens(cookies.map(({ name }) => name));
  return deleted.length > 0 ? { cookies: deleted, headers: {} } : null;
}

/** When a token says that it ends, in Unix ms; null if nothing can be read from it. Its signature is not checked. */
function endOf(accessToken: string): number | null {
  try {
    return (decodeJwt(accessToken).exp ?? 0) * 1000;
  } catch {
    return null;
  }
}
