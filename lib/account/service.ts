import "server-only";
import { cookies } from "next/headers";
import { carryAccount, leaveAccount } from "@/lib/appearance/service";
import { cookieName } from "@/lib/env";
import { paths } from "@/lib/paths";
import { fail, ok, type Failure, type Result } from "@/lib/result";
import { authClient, type AuthError } from "@/lib/supabase/server";
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
  if (isUnanswered(error)) return { code: "unavailable" };
  if (error.status === 429) return { code: "rate_limited" };
  if (error.status === 401) return { code: "unauthenticated" };
  return known.get(error.code ?? "") ?? { code: "invalid" };
}

const isUnanswered = ({ status }: AuthError) => !status || status >= 500;

const answer = <T>(error: AuthError | null, value: T): Result<T> =>
  error ? { ok: false, error: failureOf(error) } : ok(value);

export async function signIn(credentials: { email: string; password: string }) {
  const { data, error } = await (await client()).auth.signInWithPassword(credentials);
  if (data.session) await carryAccount(data.session);
  return answer(error, undefined);
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
  if (data.session) await carryAccount(data.session);
  if (error && !isUnanswered(error) && error.status !== 429) return fail("not_found");
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
  const jar = await cookies();
  const mine = [cookieName("auth"), cookieName("project"), cookieName("device")];
  for (const { name } of jar.getAll()) if (mine.some((own) => name.startsWith(own))) jar.delete(name);
  await leaveAccount();
}
