import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { AuthRequest } from "./auth-request";
import type { Limiter } from "./limits";

type Deps = Readonly<{
  pool: pg.Pool;
  limiter: Limiter;
  confirmations: boolean;
  ask: (request: Request) => Promise<Response>;
  now: () => number;
}>;

/** A mail of a kind that a person got a moment ago is refused; where there is no account, nothing is sent or refused. */
export async function recover(asked: AuthRequest, { pool, limiter, ask }: Deps): Promise<Response> {
  const { rows } = await pool.query<{ at: Date | null }>(
    "select recovery_sent_at as at from auth.users where email = lower($1)",
    [String(asked.body.email ?? "")],
  );
  const [user] = rows;
  return (user && limiter.refuseMail(user.at?.getTime() ?? null)) ?? ask(asked.request);
}

/**
 * Where addresses are confirmed, one that has an account is answered as a new one is: by an account that is none. Nothing
 * is stored or sent. @supabase/lite 0.10.0 answers 429.
 */
export async function signUp(asked: AuthRequest, { pool, confirmations, ask, now }: Deps): Promise<Response> {
  const { rows } = await pool.query(
    "select from auth.users where email = lower($1) and email_confirmed_at is not null",
    [String(asked.body.email ?? "")],
  );
  if (!confirmations || rows.length === 0) return ask(asked.request);
  const at = new Date(now()).toISOString();
  return Response.json({
    id: randomUUID(),
    aud: "authenticated",
    role: "",
    email: asked.body.email,
    phone: "",
    confirmation_sent_at: at,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: {},
    identities: [],
    created_at: at,
    updated_at: at,
    is_anonymous: false,
  });
}
