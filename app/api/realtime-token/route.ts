import { z } from "zod";
import { serverEnv } from "@/lib/env";
import type { LiveCredentials } from "@/lib/live/token-keeper";
import { readRoute } from "@/lib/read-route";

const query = z.strictObject({ userId: z.uuid() });

/**
 * The person's own access token for Realtime: a socket cannot send an httpOnly cookie to another host. The token is
 * short-lived and opens only what row-level security allows; the refresh token never leaves the cookie.
 */
export const GET = readRoute(query, async ({ identity }): Promise<LiveCredentials> => {
  const { supabaseUrl: url, publishableKey } = serverEnv();
  const expiresInMs = identity.expiresAt - Date.now();
  return { accessToken: identity.accessToken, expiresInMs, url, publishableKey };
});
