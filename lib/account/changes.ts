import "server-only";
import { headers } from "next/headers";
import type { Identity } from "@/lib/auth";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { fail, ok, type Result } from "@/lib/result";
import { failureOf as refusalOf } from "@/lib/supabase/refusal";
import { browserOf } from "@/lib/supabase/server";
import { personClient } from "@/lib/supabase/session";
import { writeTimeoutMs } from "@/lib/supabase/time-limits";
import { countAttempt, forgiveAttempts } from "./attempts";
import { answer, clientApart, clientHere, failureOf } from "./auth-client";
import { originOf } from "./origin";
import { leaveHere } from "./service";
import * as store from "./store";

/**
 * What a signed-in person changes about their own account. What would lock the owner out (password, address, the account
 * itself) asks who is there: a session that somebody took over, or a screen left open, is not the person.
 */

/** As long as it may take to choose a password after the link of a mail was opened. */
const recoveryMs = 15 * 60 * 1000;

/** Whether a link of a mail opened the session so lately that it stands in for the old password. `now`: Unix ms. */
const isRecovery = ({ openedByMailAt }: Identity, now: number) =>
  openedByMailAt !== null && now - openedByMailAt < recoveryMs;

/** The same at the time of the request. */
export const isRecoveryNow = (identity: Identity) => isRecovery(identity, Date.now());

type Apart = ReturnType<typeof clientApart>;

/**
 * Proves by the password that the person is there, with a sign-in apart from that of this browser. Whoever takes it has
 * to keep or end it. Counted like a sign-in. `path`: the field of the password.
 */
async function prove({ email }: Identity, password: string, path: string): Promise<Result<Apart>> {
  const counted = await countAttempt("sign_in", email);
  if (!counted.ok) return counted;
  const apart = clientApart(browserOf(await headers()));
  const { data, error } = await apart.client.auth.signInWithPassword({ email, password });
  if (data.session) {
    await forgiveAttempts(email);
    return ok(apart);
  }
  if (error?.code === "invalid_credentials") return fail("invalid", { path, message: "wrongCurrent" });
  return error ? { ok: false, error: failureOf(error) } : fail("unavailable");
}

const end = ({ client }: Apart) => client.auth.signOut({ scope: "local" }).catch(() => undefined);

type NewPassword = { password: string; current?: string | undefined };

/**
 * A new password takes the old one, or a link of a mail opened on this device a moment ago. Every other device is signed
 * out; this one goes on, after the old password with a session that began with it.
 */
export async function setPassword(identity: Identity, { password, current }: NewPassword, now: number) {
  if (current === undefined && isRecovery(identity, now)) {
    const client = await clientHere();
    const { error } = await client.auth.updateUser({ password });
    if (!error) await client.auth.signOut({ scope: "others" });
    return answer(error, undefined);
  }
  if (current === undefined) return fail("forbidden", { path: "current", message: "currentNeeded" });
  const proved = await prove(identity, current, "current");
  if (!proved.ok) return proved;
  const { client, keep } = proved.value;
  const { error } = await client.auth.updateUser({ password });
  if (error) {
    await end(proved.value);
    return answer(error, undefined);
  }
  await client.auth.signOut({ scope: "others" });
  await keep();
  return ok(undefined);
}

/**
 * Mails a link to the old and to the new address. Answers alike where the new one has an account: nothing is sent then.
 */
export async function changeEmail(
  identity: Identity,
  { email, current }: { email: string; current: string },
) {
  const proved = await prove(identity, current, "current");
  if (!proved.ok) return proved;
  const emailRedirectTo = await originOf(paths.callback());
  const { error } = await proved.value.client.auth.updateUser({ email }, { emailRedirectTo });
  await end(proved.value);
  if (error?.code === "email_exists") return ok(undefined);
  if (error)
    log.warn("a mail to confirm an address was not sent", { status: error.status, code: error.code });
  return answer(error, undefined);
}

export async function changeName(name: string): Promise<Result<void>> {
  const { error } = await (await clientHere()).auth.updateUser({ data: { name } });
  return answer(error, undefined);
}

/** Deletes the account with all that is the person's, and signs out everywhere. */
export async function deleteAccount(
  identity: Identity,
  { email, current }: { email: string; current: string },
) {
  if (email !== identity.email.toLowerCase())
    return fail("invalid", { path: "email", message: "emailOther" });
  const proved = await prove(identity, current, "current");
  if (!proved.ok) return proved;
  const { data } = await proved.value.client.auth.getSession();
  try {
    await store.deleteAccount(personClient(data.session?.access_token ?? "", writeTimeoutMs));
  } catch (refusal) {
    await end(proved.value);
    const failure = refusalOf(refusal);
    if (failure?.code !== "conflict") throw refusal;
    return fail("conflict", { message: failure.path === "client" ? "leadsAlone" : "neededElsewhere" });
  }
  await leaveHere();
  return ok(undefined);
}
