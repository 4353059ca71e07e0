import type pg from "pg";
import { actAs } from "@/local/test-people";
import type { Json } from "@/lib/settings/json";
import { committedAs } from "./settings-client";
import { expireSessions } from "./world";

/** Within a transaction of the person, which may do more. */
export async function patchSession(client: pg.ClientBase, device: string, change: Json) {
  const sql = "select public.patch_session_state($1, $2) as answer";
  const { rows } = await client.query(sql, [{ session_id: device }, JSON.stringify(change)]);
  return rows[0].answer;
}

/** The state of one person's devices, as the API gives and changes it. */
export const sessionsOf = (pool: pg.Pool, person: string) => ({
  patch: (device: string, change: Json) =>
    committedAs(pool, person, (client) => patchSession(client, device, change)),
  /** Whether there was something to forget. */
  clear: (device: string) =>
    committedAs(pool, person, async (client) => {
      const { rows } = await client.query("select public.clear_session_state($1) as was", [device]);
      return rows[0].was;
    }),
  /** How many rows the person sees. */
  visible: () =>
    actAs(pool, person, "authenticated", async (client) => {
      return (await client.query("select from public.user_session_state")).rowCount;
    }),
  /** What is stored, seen or not. */
  rows: async (condition = "true") => {
    const sql = `select *, expires_at - updated_at as lifetime from public.user_session_state
      where user_id = $1 and ${condition}`;
    return (await pool.query(sql, [person])).rows;
  },
  expire: (device: string) => expireSessions(pool, `session_id = '${device}' and user_id = '${person}'`),
  bootstrap: (device: string | null) =>
    committedAs(pool, person, async (client) => {
      const sql = "select public.get_bootstrap(null, $1) -> 'session' as session";
      return (await client.query(sql, [device])).rows[0].session;
    }),
});
