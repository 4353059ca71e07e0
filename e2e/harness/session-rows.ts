import type pg from "pg";
import { z } from "zod";

const json = z.record(z.string(), z.json());
const row = z.object({ session_id: z.string(), current_context: json, ui_state: json });
export type SessionRow = z.infer<typeof row>;

/** What is kept of a person's devices, the one that spoke last first; expired ones too. */
export async function sessionRows(pool: pg.Pool, userId: string): Promise<SessionRow[]> {
  const { rows } = await pool.query(
    `select session_id, current_context, ui_state from public.user_session_state
     where user_id = $1 order by updated_at desc`,
    [userId],
  );
  return z.array(row).parse(rows);
}

/** Lets the seven days of all devices pass. Without triggers: a write would renew them. */
export async function expireSessions(pool: pg.Pool, userId: string) {
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(
      "update public.user_session_state set expires_at = now() - interval '1 second' where user_id = $1",
      [userId],
    );
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}
