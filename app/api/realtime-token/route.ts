import { z } from "zod";
import { serverEnv } from "@/lib/env";
import type { LiveCredentials } from "@/lib/live/token-source";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.uuid() });

/**
 * The person's own access token, for Realtime: a socket cannot send an httpOnly cookie to another host. It is
 * short-lived and opens what row-level security opens; the refresh token never leaves the cookie.
 */
export const GET = readRoute(query, async ({ identity }): Promise<LiveCredentials> => {
  const { supabaseUrl: url, publishableKey } = serverEnv();
  const expiresInMs = identity.expiresAt - Date.now();
  return { accessToken: identity.accessToken, expiresInMs, url, publishableKey };
});
