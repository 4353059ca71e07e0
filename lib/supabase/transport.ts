import type { SupabaseClientOptions } from "@supabase/supabase-js";

type Transport = NonNullable<NonNullable<SupabaseClientOptions<"public">["realtime"]>["transport"]>;

/**
 * Node 20 has no WebSocket, and the Supabase client throws without one even if nothing subscribes. Nothing does on the
 * server: pages hear the platform by themselves.
 */
function noTransport() {
  throw new Error("the server opens no socket to Realtime");
}

export const noRealtime = { transport: noTransport as unknown as Transport };
