import "server-only";
import { environment } from "./env";

export type Health = Record<"app" | "auth" | "database" | "realtime", "up" | "down" | "not configured">;

const answers = async (url: string, apikey: string): Promise<"up" | "down"> => {
  try {
    const { status } = await fetch(url, {
      headers: { apikey },
      cache: "no-store",
      signal: AbortSignal.timeout(1_500),
    });
    return status < 500 ? "up" : "down";
  } catch {
    return "down";
  }
};

/** Sends each part its cheapest request. A refusal (401, 403) means up: `anon` may read no table. */
export async function checkHealth(): Promise<Health> {
  const read = environment();
  if (!read.ok) {
    return { app: "up", auth: "not configured", database: "not configured", realtime: "not configured" };
  }
  const { supabaseUrl, publishableKey } = read.env;
  const [auth, database, realtime] = await Promise.all([
    answers(`${supabaseUrl}/auth/v1/settings`, publishableKey),
    answers(`${supabaseUrl}/rest/v1/clients?select=id&limit=1`, publishableKey),
    answers(`${supabaseUrl}/realtime/v1/websocket?apikey=${publishableKey}&vsn=2.0.0`, publishableKey),
  ]);
  return { app: "up", auth, database, realtime };
}
