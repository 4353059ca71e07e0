import { createHash, randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import type pg from "pg";
import { refused, withBody, type AuthRequest } from "./auth-request";
import type { Limiter } from "./limits";
import { callerOf } from "./sessions";

export type SendMail = (mail: { to: string; subject: string; html: string }) => Promise<void>;

type Ask = (request: Request) => Promise<Response>;
type Deps = Readonly<{ pool: pg.Pool; limiter: Limiter; send: SendMail; siteUrl: string; ask: Ask }>;

const template = () =>
  readFile(new URL("../../../supabase/templates/email_change.html", import.meta.url), "utf8");
const newCode = () => String(randomInt(1_000_000)).padStart(6, "0");
const hash = (email: string, code: string) =>
  createHash("sha256")
    .update(email + code)
    .digest("hex");

/**
 * `PUT /user` with an address, as hosted with "secure email change": a link goes to the old and to the new address, and
 * the address changes when both were opened. @supabase/lite 0.10.0 asks the old one alone.
 */
export async function askEmailChange(asked: AuthRequest, deps: Deps): Promise<Response> {
  const { email, ...rest } = asked.body;
  const answer = await deps.ask(withBody(asked, rest));
  const caller = callerOf(asked);
  if (!answer.ok || caller === null) return answer;
  const next = String(email).toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(next))
    return refused(400, "validation_failed", "Unable to validate email address: invalid format");
  const { rows } = await deps.pool.query<{ email: string; sent_at: Date | null; taken: boolean }>(
    `select u.email, u.email_change_sent_at as sent_at,
       exists (select from auth.users o where o.email = $2 and o.id <> u.id) as taken
     from auth.users u where u.id = $1`,
    [caller.userId, next],
  );
  const [user] = rows;
  if (!user || user.email === next) return answer;
  if (user.taken)
    return refused(422, "email_exists", "A user with this email address has already been registered");
  const refusal = deps.limiter.refuseMail(user.sent_at?.getTime() ?? null);
  if (refusal) return refusal;
  const codes = { current: newCode(), next: newCode() };
  const hashes = { current: hash(user.email, codes.current), next: hash(next, codes.next) };
  await deps.pool.query(
    `update auth.users set email_change = $2, email_change_token_current = $3, email_change_token_new = $4,
       email_change_sent_at = now(), email_change_confirm_status = 0 where id = $1`,
    [caller.userId, next, hashes.current, hashes.next],
  );
  const html = await template();
  const write = (to: string, tokenHash: string) =>
    deps.send({
      to,
      subject: "Confirm your new email address",
      html: filled(html, { SiteURL: deps.siteUrl, TokenHash: tokenHash, Email: user.email, NewEmail: next }),
    });
  await write(next, hashes.next);
  await write(user.email, hashes.current);
  return Response.json({ ...(await answer.json()), new_email: next });
}

const filled = (html: string, values: Record<string, string>) =>
  html.replace(/\{\{ \.(\w+) \}\}/g, (written, name: string) => values[name] ?? written);

/** `POST /verify` of a link to confirm a new address: the first of the two is noted, the second changes the address. */
export async function confirmEmailChange(asked: AuthRequest, { pool, ask }: Deps): Promise<Response> {
  const tokenHash = String(asked.body.token_hash ?? "");
  const { rows } = await pool.query<{ id: string; was: number }>(
    `update auth.users u set email_change_confirm_status = u.email_change_confirm_status + 1,
       email_change_token_current = nullif(u.email_change_token_current, $1),
       email_change_token_new = nullif(u.email_change_token_new, $1)
     where $1 in (u.email_change_token_current, u.email_change_token_new) and length($1) > 6
       and u.email_change_sent_at > now() - interval '1 hour'
     returning u.id, u.email_change_confirm_status as was`,
    [tokenHash],
  );
  const [user] = rows;
  if (!user) return refused(403, "otp_expired", "Email link is invalid or has expired");
  if (user.was < 2) {
    const msg = "Confirmation link accepted. Please proceed to confirm link sent to the other email";
    return Response.json({ code: 200, msg });
  }
  // The session of the answer is one that the used link opens as a link to recover.
  await pool.query(
    `update auth.users set email = email_change, email_change = null, email_change_confirm_status = 0,
       email_change_sent_at = null, recovery_token = $2, recovery_sent_at = now() where id = $1`,
    [user.id, tokenHash],
  );
  await pool.query(
    `update auth.identities i set identity_data = i.identity_data || jsonb_build_object('email', u.email)
     from auth.users u where u.id = $1 and i.user_id = u.id and i.provider = 'email'`,
    [user.id],
  );
  return ask(withBody(asked, { type: "recovery", token_hash: tokenHash }));
}
