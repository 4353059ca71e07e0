import "server-only";
import { cookies, headers } from "next/headers";
import { carryAccount, leaveAccount } from "@/lib/appearance/service";
import { clientAddress } from "@/lib/client-address";
import { cookieName } from "@/lib/env";
import { paths } from "@/lib/paths";
import { fail, ok, type Failure, type Result } from "@/lib/result";
import { forgottenTokens, isTooLong } from "@/lib/auth-cookie";
import { authClient, isUnanswered, type AuthError, type Session } from "@/lib/supabase/server";
import type { MailLink } from "./credentials";
import { originOf } from "./origin";

/**
 * Sign-in, sign-up, password and sign-out on the Auth API. `message` of a failure is a key of `errors.fields`. Call
 * these functions only from a server action: they write the cookies of the sign-in.
 */
const timeoutMs = 10_000;

async function client() {
  const jar = await cookies();
  return authClient(
    {
      getAll: () => jar.getAll(),
      setAll: (written) => {
        for (const { name, value, options } of written) jar.set(name, value, options);
      },
    },
    timeoutMs,
    clientAddress(await headers()),
  );
}

const known = new Map<string, Failure>([
  ["invalid_credentials", { code: "invalid", path: "password", message: "wrongPassword" }],
  ["email_not_confirmed", { code: "forbidden", path: "email", message: "unconfirmed" }],
  ["user_already_exists", { code: "conflict", path: "email", message: "emailTaken" }],
  ["email_exists", { code: "conflict", path: "email", message: "emailTaken" }],
  ["email_address_invalid", { code: "invalid", path: "email", message: "email" }],
  ["weak_password", { code: "invalid", path: "password", message: "passwordWeak" }],
  ["same_password", { code: "invalid", path: "password", message: "passwordSame" }],
  ["otp_expired", { code: "not_found" }],
]);

function failureOf(error: AuthError): Failure {
  if (error.status === 429) return { code: "rate_limited" };
  if (isUnanswered(error)) return { code: "unavailable" };
  if (error.status === 401) return { code: "unauthenticated" };
  return known.get(error.code ?? "") ?? { code: "invalid" };
}

const answer = <T>(error: AuthError | null, value: T): Result<T> =>
  error ? { ok: false, error: failureOf(error) } : ok(value);

/**
 * The first deeds of a session that Auth has begun. A browser that brings cookies of more than some 16 kB is refused by
 * servers before any page is asked: an account whose token would come near it is not signed in.
 */
async function begin<T>(session: Session, value: T): Promise<Result<T>> {
  if (isTooLong(session)) {
    await forgetSession();
    return fail("forbidden", { path: "email", message: "accountTooLarge" });
  }
  await carryAccount(session);
  return ok(value);
}

async function forgetSession() {
  const jar = await cookies();
  const written = forgottenTokens(jar.getAll().map(({ name }) => name));
  for (const { name, value, options } of written) jar.set(name, value, options);
}

export async function signIn(credentials: { email: string; password: string }): Promise<Result<void>> {
  const { data, error } = await (await client()).auth.signInWithPassword(credentials);
  return data.session ? begin(data.session, undefined) : answer(error, undefined);
}

/** `confirm` true: the platform has mailed a link that must be opened first. False: the person is signed in. */
export async function signUp({ name, email, password }: { name: string; email: string; password: string }) {
  const options = { data: { name }, emailRedirectTo: await originOf(paths.callback()) };
  const { data, error } = await (await client()).auth.signUp({ email, password, options });
  return answer(error, { confirm: !data.session });
}

/**
 * Gives the same answer whether or not the address has an account. Rate limits and failed mails occur only for existing
 * accounts, so neither is reported: only a platform that does not answer is.
 */
export async function requestPasswordReset(email: string): Promise<Result<void>> {
  const redirectTo = await originOf(paths.callback());
  const { error } = await (await client()).auth.resetPasswordForEmail(email, { redirectTo });
  return error && !error.status ? fail("unavailable") : ok(undefined);
}

export async function openMailLink(link: MailLink): Promise<Result<{ type: MailLink["type"] }>> {
  const { data, error } = await (await client()).auth.verifyOtp(link);
  if (data.session) return begin(data.session, { type: link.type });
  if (error && !isUnanswered(error)) return fail("not_found");
  return answer(error, { type: link.type });
}

export async function setPassword(password: string) {
  const { error } = await (await client()).auth.updateUser({ password });
  return answer(error, undefined);
}

/**
 * Ends the sign-in on this device even if the platform cannot be reached: a person must be able to leave a shared
 * device.
 */
export async function signOut(): Promise<void> {
  await (await client()).auth.signOut({ scope: "local" }).catch(() => undefined);
  await forgetSession();
  const jar = await cookies();
  for (const purpose of ["project", "device"] as const) jar.delete(cookieName(purpose));
  await leaveAccount();
}
