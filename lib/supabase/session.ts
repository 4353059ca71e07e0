import "server-only";
import { createClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env";
import { askOnce } from "./ask-once";
import type { Database } from "./database.types";
import { noRealtime } from "./transport";

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
      realtime: noRealtime,
    }),
  );

export type PersonClient = ReturnType<typeof personClient>;
