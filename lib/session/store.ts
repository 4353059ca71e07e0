import "server-only";
import { z } from "zod";
import type { JsonObject } from "@/lib/settings/json";
import { overridesSchema } from "@/lib/settings/row-schema";
import { session } from "@/lib/settings/session";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";

const columns = Object.keys(session.columns).join(", ");
const stateSchema = z.record(z.string(), overridesSchema);
const answerSchema = z.object({ state: stateSchema });

/** The person's session state by device, read and stored under the rights of `client`. Refusals are thrown. */
export function createSessionStore(client: PersonClient) {
  return {
    /** Where the person was on a device; null where no state is stored or it has expired. */
    async readState(sessionId: string): Promise<JsonObject | null> {
      const rows = await client
        .from("user_session_state")
        .select(columns)
        .eq("session_id", sessionId)
        .gt("expires_at", new Date().toISOString());
      return z.array(stateSchema).parse(dataOf(rows))[0] ?? null;
    },
    /** Merges a patch into the device's state, which then lives seven days more. */
    async storePatch(sessionId: string, patch: JsonObject): Promise<JsonObject> {
      const answer = await client.rpc("patch_session_state", { scope: { session_id: sessionId }, patch });
      return answerSchema.parse(dataOf(answer)).state;
    },
    async clear(sessionId: string): Promise<void> {
      const { error, status } = await client.rpc("clear_session_state", { session_id: sessionId });
      dataOf({ data: true, error, status });
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
