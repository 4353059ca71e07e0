import "server-only";
import { cookies, headers } from "next/headers";
import type { CookieOptions } from "@supabase/ssr";
import { fail, ok, type Failure, type Result } from "@/lib/result";
import { forgottenTokens } from "@/lib/auth-cookie";
import { authClient, browserOf, isUnanswered, type AuthError } from "@/lib/supabase/server";

type Cookie = { name: string; value: string; options: CookieOptions };

const timeoutMs = 10_000;

/** Auth with the sign-in of this browser. Call it only from a server action: it writes the cookies. */
export async function clientHere() {
  const jar = await cookies();
  const written = (each: Cookie[]) => {
    for (const { name, value, options } of each) jar.set(name, value, options);
  };
  const browser = browserOf(await headers());
  return authClient({ getAll: () => jar.getAll(), setAll: written }, timeoutMs, browser);
}

/**
 * Auth for a sign-in apart from that of this browser: its cookies are written only by `keep`. `browser` is read before,
 * where the client is used after the answer.
 */
export function clientApart(browser: ReturnType<typeof browserOf>) {
  let latest: Cookie[] = [];
  const client = authClient(
    { getAll: () => [], setAll: (written) => void (latest = written) },
    timeoutMs,
    browser,
  );
  return {
    client,
    /** Lets this browser go on with the sign-in; the pieces of the one before are removed. */
    async keep() {
      const jar = await cookies();
      await forgetSession();
      for (const { name, value, options } of latest) jar.set(name, value, options);
    },
  };
}

export async function forgetSession() {
  const jar = await cookies();
  const written = forgottenTokens(jar.getAll().map(({ name }) => name));
  for (const { name, value, options } of written) jar.set(name, value, options);
}

const known = new Map<string, Failure>([
  ["invalid_credentials", { code: "invalid", path: "password", message: "wrongPassword" }],
  ["email_not_confirmed", { code: "forbidden", path: "email", message: "unconfirmed" }],
  ["user_already_exists", { code: "conflict", path: "email", message: "emailTaken" }],
  ["email_exists", { code: "conflict", path: "email", message: "emailTaken" }],
  ["email_address_invalid", { code: "invalid", path: "email", message: "email" }],
  ["weak_password", { code: "invalid", path: "password", message: "passwordWeak" }],
  ["same_password", { code: "invalid", path: "password", message: "passwordSame" }],
  ["reauthentication_needed", { code: "forbidden", path: "current", message: "required" }],
  ["otp_expired", { code: "not_found" }],
]);

/** `message` of a failure is a key of `errors.fields`. */
export function failureOf(error: AuthError): Failure {
  if (error.status === 429) return { code: "rate_limited" };
  if (isUnanswered(error)) return { code: "unavailable" };
  if (error.status === 401) return { code: "unauthenticated" };
  return known.get(error.code ?? "") ?? { code: "invalid" };
}

export const answer = <T>(error: AuthError | null, value: T): Result<T> =>
  error ? failed(failureOf(error)) : ok(value);

const failed = ({ code, ...detail }: Failure) => fail(code, detail);
