import {
  createClient,
  type RealtimeChannel,
  type SupabaseClient,
  type SupabaseClientOptions,
} from "@supabase/supabase-js";
import { SignJWT } from "jose";
import ws from "ws";
import { JWT_SECRET } from "./supabase/keys";
import { startSupabase, type Supabase, type SupabaseOptions } from "./supabase/supabase";
import type { TestDatabase } from "./test-database";

type Transport = NonNullable<NonNullable<SupabaseClientOptions<"public">["realtime"]>["transport"]>;

/** The sockets of a stock client: Node 20 has none. Their events are typed otherwise than a browser's. */
function nodeTransport(sockets: typeof ws): Transport;
function nodeTransport(sockets: unknown) {
  return sockets;
}

/** REST, Auth and Realtime on a test database and any free port, without the five-second wait before a refused join. */
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

/** An access token as Auth would issue it; the account need not exist. */
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

/** An unchanged Supabase client. It calls `token` whenever it needs the person's access token. */
export function stockClient(supabase: Supabase, token?: () => Promise<string>): SupabaseClient {
  return createClient(supabase.url, supabase.keys.publishable, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: nodeTransport(ws), reconnectAfterMs: () => 50 },
    ...(token ? { accessToken: token } : {}),
  });
}

export type Queue<T> = Readonly<{
  push(value: T): void;
  /** The next value, waiting for it if it has not come yet. */
  next(): Promise<T>;
  /** Skips values until one satisfies. */
  until(satisfies: (value: T) => boolean): Promise<T>;
  /** Received values that were not taken yet. */
  pending(): readonly T[];
}>;

/** A queue between callbacks and a test that waits for their values. */
export function createQueue<T>(): Queue<T> {
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

/** Subscribes, and answers a queue of the channel's statuses. */
export function subscribe(channel: RealtimeChannel): Queue<ChannelStatus> {
  const statuses = createQueue<ChannelStatus>();
  channel.subscribe((status, error) => statuses.push({ status, message: error?.message }));
  return statuses;
}
