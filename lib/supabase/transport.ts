import type { SupabaseClientOptions } from "@supabase/supabase-js";
import ws from "ws";

type Transport = NonNullable<NonNullable<SupabaseClientOptions<"public">["realtime"]>["transport"]>;

/** Node 20 has no WebSocket, and the Supabase client throws without one even if nothing subscribes. */
export const nodeRealtime = { transport: ws as unknown as Transport };
