import "server-only";
import { environment } from "@/lib/env";
import { zoneVersion } from "@/lib/time/zone-table";
import { countFaults } from "./store";

/**
 * `faults`: how many triggers of ours failed in the last day without stopping the statement they ran in (private.faults);
 * null where nobody could be asked, or there is no secret key to ask with. `zones`: the release of the IANA database of
 * time zones by which the product tells hours; `npm run generate` renews it.
 */
export type Health = Record<"app" | "auth" | "database" | "realtime", "up" | "down" | "not configured"> & {
  faults: number | null;
  zones: string;
};

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
    const missing = "not configured";
    return {
      app: "up",
      auth: missing,
      database: missing,
      realtime: missing,
      faults: null,
      zones: zoneVersion,
    };
  }
  const { supabaseUrl, publishableKey } = read.env;
  const [auth, database, realtime, faults] = await Promise.all([
    answers(`${supabaseUrl}/auth/v1/settings`, publishableKey),
    answers(`${supabaseUrl}/rest/v1/notifications?select=id&limit=1`, publishableKey),
    answers(`${supabaseUrl}/realtime/v1/websocket?apikey=${publishableKey}&vsn=2.0.0`, publishableKey),
    countFaults(),
  ]);
  return { app: "up", auth, database, realtime, faults, zones: zoneVersion };
}
