import type pg from "pg";
import { refused, type AuthRequest } from "./auth-request";
import { callerOf } from "./sessions";

/** As hosted with "secure password change": a session older than a day needs a code from a mail, which we never ask for. */
const RECENT = "24 hours";

type Ask = () => Promise<Response>;

/** GoTrue's rules for `PUT /user` with a password: who signed in lately may, and every other session ends. */
export async function changePassword(pool: pg.Pool, asked: AuthRequest, ask: Ask): Promise<Response> {
  const caller = callerOf(asked);
  if (caller === null) return ask();
  const { rows } = await pool.query(
    `select from auth.sessions where id = $1 and user_id = $2 and created_at > now() - $3::interval`,
    [caller.sessionId, caller.userId, RECENT],
  );
  // Without a valid token Auth itself says what is wrong; nobody learns by this answer whether a session is old.
  if (rows.length === 0) {
    const known = await pool.query("select from auth.sessions where id = $1", [caller.sessionId]);
    const msg = "Password update requires reauthentication";
    return known.rows.length === 0 ? ask() : refused(400, "reauthentication_needed", msg);
  }
  const answer = await ask();
  if (answer.ok) {
    await pool.query("delete from auth.sessions where user_id = $1 and id <> $2", [
      caller.userId,
      caller.sessionId,
    ]);
  }
  return answer;
}
