import "server-only";
import { createClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env";
import type { Database } from "./database.types";
import { nodeRealtime } from "./transport";

/**
 * The trust level that passes row-level security. One caller: `createNotification` for somebody else, which no
 * browser may do. Null where no secret key is configured. Adding a caller means naming it here, with its reason.
 */
export function adminClient() {
  const { supabaseUrl, secretKey } = serverEnv();
  if (!secretKey) return null;
  return createClient<Database>(supabaseUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: nodeRealtime,
  });
}
