import "server-only";
import { createClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env";
import { askOnce } from "./ask-once";
import type { Database } from "./database.types";
import { noRealtime } from "./transport";

/**
 * The trust level that bypasses row-level security. Its callers: `createNotification` for another person, which no
 * browser may do; the health of the app, which counts faults of triggers; the limits of signing in, which whoever is
 * not signed in must not spend for others; the link of a message (lib/notifications/unsubscribe), which its holder
 * follows without being signed in; the webhooks of the channels, whose senders sign in nowhere; the worker of deliveries,
 * which sends to everybody; the code and the trial of a destination, for its keys; what opens a connected account
 * (lib/integrations/store), which no person may read. Null without a secret key. Name every further caller here, with its
 * reason.
 */
export function adminClient() {
  const { supabaseUrl, secretKey } = serverEnv();
  if (!secretKey) return null;
  return askOnce(
    createClient<Database>(supabaseUrl, secretKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      realtime: noRealtime,
    }),
  );
}
