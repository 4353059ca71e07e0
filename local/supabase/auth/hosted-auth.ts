import type pg from "pg";
import { isForAuth, readAuthRequest, refused, type AuthRequest } from "./auth-request";
import { askEmailChange, confirmEmailChange, type SendMail } from "./email-change";
import { createLimiter, type AuthLimits } from "./limits";
import { changePassword } from "./password-change";
import { recover, signUp } from "./known-addresses";
import { describeSession } from "./sessions";

export type HostedAuthOptions = Readonly<{
  pool: pg.Pool;
  limits: AuthLimits;
  confirmations: boolean;
  send: SendMail;
  siteUrl: string;
  secretKey: string;
  jwtSecret: string;
  /** Asks @supabase/lite. */
  ask: (request: Request) => Promise<Response>;
  /** Unix ms. */
  now?: () => number;
}>;

/** Auth of @supabase/lite, corrected to do what hosted Auth (GoTrue) does with limits, sessions, passwords and addresses. */
export function hostedAuth({ now = Date.now, ...options }: HostedAuthOptions) {
  const { pool, ask, limits, jwtSecret, secretKey } = options;
  const limiter = createLimiter(limits, now);
  const deps = { ...options, limiter, now };

  function answer(asked: AuthRequest): Promise<Response> {
    const { method, path, body, request } = asked;
    if (method === "PUT" && path === "/user") {
      const change = () => (body.email ? askEmailChange(asked, deps) : ask(request));
      return body.password === undefined ? change() : changePassword(pool, asked, change);
    }
    if (method === "POST" && path === "/signup") return signUp(asked, deps);
    if (method === "POST" && path === "/recover") return recover(asked, deps);
    if (method === "POST" && path === "/verify" && body.type === "email_change")
      return confirmEmailChange(asked, deps);
    return ask(request);
  }
  return {
    isForAuth,
    async fetch(request: Request, peerAddress: string | null): Promise<Response> {
      const asked = await readAuthRequest(request, peerAddress, secretKey);
      try {
        return limiter.refuse(asked) ?? (await describeSession(pool, asked, jwtSecret, await answer(asked)));
      } catch {
        return refused(500, "unexpected_failure", "Unexpected failure, please check server logs");
      }
    },
  };
}
