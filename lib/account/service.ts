import "server-only";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { carryAccount, leaveAccount } from "@/lib/appearance/service";
import { cookieName } from "@/lib/env";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { fail, ok, type Result } from "@/lib/result";
import { isTooLong } from "@/lib/auth-cookie";
import { browserOf, isUnanswered, type Session } from "@/lib/supabase/server";
import { countAttempt, forgiveAttempts } from "./attempts";
import { answer, clientApart, clientHere, forgetSession } from "./auth-client";
import type { MailLink } from "./credentials";
import { atFloor } from "./floor";
import { originOf } from "./origin";

/**
 * Sign-in, sign-up and sign-out on the Auth API. `message` of a failure is a key of `errors.fields`. Call these
 * functions only from a server action: they write the cookies of the sign-in. Who has no account gets the same answers
 * as who has one, and after the same time.
 */

/** Longer than it takes Auth to hash a password; than it takes Auth to hand over a mail. */
const signInStepMs = 1_000;
const signUpStepMs = 1_500;

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

export function signIn(credentials: { email: string; password: string }): Promise<Result<void>> {
  return atFloor(signInStepMs, async () => {
    const counted = await countAttempt("sign_in", credentials.email);
    if (!counted.ok) return counted;
    const { data, error } = await (await clientHere()).auth.signInWithPassword(credentials);
    if (!data.session) return answer(error, undefined);
    await forgiveAttempts(credentials.email);
    return begin(data.session, undefined);
  });
}

type NewAccount = { name: string; email: string; password: string };

/** `confirm` true: the platform has mailed a link that must be opened first. False: the person is signed in. */
export function signUp({ name, email, password }: NewAccount): Promise<Result<{ confirm: boolean }>> {
  const isSignedIn = (result: Result<{ confirm: boolean }>) => result.ok && !result.value.confirm;
  return atFloor(
    signUpStepMs,
    async () => {
      const counted = await countAttempt("sign_up", email);
      if (!counted.ok) return counted;
      const options = { data: { name }, emailRedirectTo: await originOf(paths.callback()) };
      const { data, error } = await (await clientHere()).auth.signUp({ email, password, options });
      if (error?.code === "over_email_send_rate_limit") {
        // Only whom Auth would mail gets this answer, and so not who has an account.
        log.error("a mail to confirm an account was not sent", { status: error.status, code: error.code });
        return ok({ confirm: true });
      }
      return answer(error, { confirm: !data.session });
    },
    isSignedIn,
  );
}

/**
 * Gives the same answer whether or not the address has an account: the mail is asked for after it, so that neither its
 * time nor a limit or a fault of mails, which only existing accounts meet, can be seen.
 */
export async function requestPasswordReset(email: string): Promise<Result<void>> {
  const counted = await countAttempt("reset", email);
  if (!counted.ok) return counted;
  const redirectTo = await originOf(paths.callback());
  const browser = browserOf(await headers());
  after(async () => {
    const { error } = await clientApart(browser).client.auth.resetPasswordForEmail(email, { redirectTo });
    if (error) log.error("a mail to recover was not sent", { status: error.status, code: error.code });
  });
  return ok(undefined);
}

/** `half`: of two links, which both have to be opened, this was the first. */
export type OpenedLink = { type: MailLink["type"]; half: boolean };

export async function openMailLink(link: MailLink): Promise<Result<OpenedLink>> {
  const { data, error } = await (await clientHere()).auth.verifyOtp(link);
  if (data.session) return begin(data.session, { type: link.type, half: false });
  if (error && !isUnanswered(error)) return fail("not_found");
  return answer(error, { type: link.type, half: true });
}

/** Deletes what this browser holds of the person. */
export async function leaveHere(): Promise<void> {
  await forgetSession();
  const jar = await cookies();
  for (const purpose of ["project", "device"] as const) jar.delete(cookieName(purpose));
  await leaveAccount();
}

/**
 * Ends the sign-in on this device even if the platform cannot be reached: a person must be able to leave a shared
 * device.
 */
export async function signOut(): Promise<void> {
  await (await clientHere()).auth.signOut({ scope: "local" }).catch(() => undefined);
  await leaveHere();
}
