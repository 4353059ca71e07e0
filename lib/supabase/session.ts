import "server-only";
import { createClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env";
import { askOnce } from "./ask-once";
import type { Database } from "./database.types";
import { nodeRealtime } from "./transport";

/** A page waits this long for the platform, then shows the device's data. */
export const readTimeoutMs = 2_000;
/** A save may take longer: the outbox gives an attempt 15 s and repeats it unchanged. */
export const writeTimeoutMs = 12_000;

const timedFetch =
  (timeoutMs: number): typeof fetch =>
  (input, init) =>
    fetch(input, {
      ...init,
      cache: "no-store",
      signal: init?.signal
        ? AbortSignal.any([init.signal, AbortSignal.timeout(timeoutMs)])
        : AbortSignal.timeout(timeoutMs),
    });

/**
 * The trust level of one signed-in person: PostgREST under their token, so row-level security decides. Made per
 * request, never shared. The client reads no cookies and refreshes nothing: `lib/auth.ts` has verified the token.
 */
export const personClient = (accessToken: string, timeoutMs: number) =>
  askOnce(
    createClient<Database>(serverEnv().supabaseUrl, serverEnv().publishableKey, {
      accessToken: async () => accessToken,
      global: { fetch: timedFetch(timeoutMs) },
      realtime: nodeRealtime,
    }),
  );

export type PersonClient = ReturnType<typeof personClient>;
