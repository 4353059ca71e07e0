import { decodeJwt, SignJWT } from "jose";
import type pg from "pg";
import type { AuthRequest } from "./auth-request";

/**
 * What GoTrue keeps of a session and @supabase/lite 0.10.0 does not: the browser and its address, and by what the person
 * signed in (`auth.mfa_amr_claims`), which each access token of the session repeats.
 */
export async function describeSession(
  pool: pg.Pool,
  { path, query, request, address }: AuthRequest,
  jwtSecret: string,
  answer: Response,
): Promise<Response> {
  if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return answer;
  const body: unknown = await answer.clone().json();
  const token = tokenOf(body);
  if (token === null) return answer;
  const { session_id } = decodeJwt(token);
  if (typeof session_id !== "string") return answer;
  await pool.query(
    "update auth.sessions set user_agent = $2, ip = nullif($3, '')::inet, aal = 'aal1' where id = $1",
    [session_id, request.headers.get("user-agent"), address],
  );
  const method = methodOf(path, query);
  if (method !== null) {
    await pool.query(
      `insert into auth.mfa_amr_claims (id, session_id, created_at, updated_at, authentication_method)
       values (gen_random_uuid(), $1, now(), now(), $2) on conflict do nothing`,
      [session_id, method],
    );
  }
  const access_token = await withMethods(pool, token, session_id, jwtSecret);
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return Response.json({ ...Object(body), access_token }, { status: answer.status, headers });
}

function tokenOf(body: unknown): string | null {
  const isToken = typeof body === "object" && body !== null && "access_token" in body;
  return isToken && typeof body.access_token === "string" ? body.access_token : null;
}

/** By what a new session began; null for a refresh, which keeps what is known. A mail's link is an `otp`. */
function methodOf(path: string, query: URLSearchParams): string | null {
  if (path === "/verify") return "otp";
  return path === "/signup" || query.get("grant_type") === "password" ? "password" : null;
}

async function withMethods(pool: pg.Pool, token: string, sessionId: string, secret: string) {
  const { rows } = await pool.query<{ method: string; timestamp: number }>(
    `select authentication_method as method, floor(extract(epoch from updated_at))::integer as timestamp
     from auth.mfa_amr_claims where session_id = $1 order by updated_at desc`,
    [sessionId],
  );
  return new SignJWT({ ...decodeJwt(token), aal: "aal1", amr: rows })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(secret));
}

export type Caller = Readonly<{ userId: string; sessionId: string | null }>;

/** Who a request says to be. Its signature is checked by Auth, which is asked before anything is done. */
export function callerOf({ request }: AuthRequest): Caller | null {
  try {
    const token = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    const { sub, session_id } = decodeJwt(token);
    return sub === undefined
      ? null
      : { userId: sub, sessionId: typeof session_id === "string" ? session_id : null };
  } catch {
    return null;
  }
}
