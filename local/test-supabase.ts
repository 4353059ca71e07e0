import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { SignJWT } from "jose";
import { nodeRealtime } from "../lib/supabase/transport";
import { JWT_SECRET } from "./supabase/keys";
import { startSupabase, type Supabase, type SupabaseOptions } from "./supabase/supabase";
import type { TestDatabase } from "./test-database";

/** REST, Auth and Realtime on a test database, on any free port; without the five-second pause before a refusal. */
export function startTestSupabase(
  database: TestDatabase,
  options: Partial<SupabaseOptions> = {},
): Promise<Supabase> {
  return startSupabase({
    databaseUrl: database.adminUrl,
    port: 0,
    siteUrl: "http://localhost:3000",
    smtpPort: null,
    jwtExpirySeconds: 3600,
    joinErrorDelayMs: 0,
    ...options,
  });
}

/** An access token as Auth would issue it, for an account that need not exist. */
export function issueToken(
  userId: string,
  expiresAt = Math.floor(Date.now() / 1000) + 3600,
): Promise<string> {
  return new SignJWT({ role: "authenticated", aud: "authenticated", email: `${userId}@test.local` })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(userId)
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(JWT_SECRET));
}

/** The stock client. With `token` it speaks for that person, and asks for the token anew whenever it needs one. */
export function stockClient(supabase: Supabase, token?: () => Promise<string>): SupabaseClient {
  return createClient(supabase.url, supabase.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { ...nodeRealtime, reconnectAfterMs: () => 50 },
    ...(token ? { accessToken: token } : {}),
  });
}

export type Feed<T> = Readonly<{
  push(value: T): void;
  /** The next value, waiting for it if it has not come yet. */
  next(): Promise<T>;
  /** Skips values until one satisfies. */
  until(satisfies: (value: T) => boolean): Promise<T>;
  /** What has come and has not been taken. */
  pending(): readonly T[];
}>;

/** Turns callbacks into something a test can wait for. */
export function createFeed<T>(): Feed<T> {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  const push = (value: T) => {
    const taker = waiting.shift();
    if (taker) taker(value);
    else values.push(value);
  };
  const next = () =>
    new Promise<T>((resolve) => {
      const value = values.shift();
      if (value !== undefined) resolve(value);
      else waiting.push(resolve);
    });
  const until = async (satisfies: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await next();
      if (satisfies(value)) return value;
    }
  };
  return { push, next, until, pending: () => values };
}

export type ChannelStatus = Readonly<{ status: string; message: string | undefined }>;

/** Subscribes, and reports every status the channel goes through. */
export function subscribe(channel: RealtimeChannel): Feed<ChannelStatus> {
  const statuses = createFeed<ChannelStatus>();
  channel.subscribe((status, error) => statuses.push({ status, message: error?.message }));
  return statuses;
}
