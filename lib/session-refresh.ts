import { decodeJwt } from "jose";
import type { CookieOptions } from "@supabase/ssr";
import { readStoredSession } from "./session-cookie";
import { authClient } from "./supabase/server";

type RequestCookies = { name: string; value: string }[];
export type Refreshed = {
  cookies: { name: string; value: string; options: CookieOptions }[];
  headers: Record<string, string>;
};

/** A page never waits longer than this for a refresh; what is left of the token, or the device's data, must do. */
const timeoutMs = 1_500;
const beforeExpiryMs = 60_000;

/** Requests that arrive together carry the same refresh token, which serves once: they share one refresh. */
const underWay = new Map<string, Promise<Refreshed | null>>();

/** The client goes on repeating when its time is up, without ever asking again: nobody waits for that. */
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
  // Not an answer: the platform could not be reached, or failed. The person stays signed in.
  const unanswered = error && (!error.status || error.status >= 500);
  return unanswered ? null : refreshed;
}

/**
 * The cookies and headers to write where the session's access token is about to end; null where nothing is to be
 * written: no session, time left, or a platform that did not answer. Called by proxy.ts alone.
 */
export async function refreshSession(cookies: RequestCookies, now: number): Promise<Refreshed | null> {
  const session = await readStoredSession((name) => cookies.find((cookie) => cookie.name === name)?.value);
  if (!session) return null;
  const endsAt = (decodeJwt(session.access_token).exp ?? 0) * 1000;
  if (endsAt - now > beforeExpiryMs) return null;
  const token = session.refresh_token;
  const running =
    underWay.get(token) ??
    withinTime(refresh(token, cookies))
      .catch(() => null)
      .finally(() => underWay.delete(token));
  underWay.set(token, running);
  return running;
}
