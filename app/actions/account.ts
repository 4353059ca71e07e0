"use server";

import * as credentials from "@/lib/account/credentials";
import { action, publicAction } from "@/lib/action";
import { ok } from "@/lib/result";
import { nothing } from "@/lib/schema";

// What an action needs is read when it is pressed: a new process reads this file for the first page that offers one.
const account = () => import("@/lib/account/service");
const changes = () => import("@/lib/account/changes");
const store = () => import("@/lib/account/store");

export async function signIn(input: unknown) {
  return publicAction(credentials.signInSchema, async (given) => (await account()).signIn(given))(input);
}

export async function signUp(input: unknown) {
  return publicAction(credentials.signUpSchema, async (given) => (await account()).signUp(given))(input);
}

export async function signOut() {
  return publicAction(nothing(), async () => {
    await (await import("@/lib/session/service")).forgetHere();
    return ok(await (await account()).signOut());
  })(undefined);
}

/** Gives the same answer for every address, whether it has an account or not. */
export async function requestPasswordReset(input: unknown) {
  return publicAction(credentials.resetRequestSchema, async ({ email }) =>
    (await account()).requestPasswordReset(email),
  )(input);
}

/** Opens a mail's link when the person presses the button: mail scanners fetch addresses but do not press buttons. */
export async function openMailLink(input: unknown) {
  return publicAction(credentials.mailLinkSchema, async (link) => (await account()).openMailLink(link))(
    input,
  );
}

export async function setPassword(input: unknown) {
  const answer = await action(credentials.newPasswordSchema, async ({ input, identity }) =>
    (await changes()).setPassword(identity, input, Date.now()),
  )(input);
  return answer.ok ? answer.value : answer;
}

export async function changeName(input: unknown) {
  const answer = await action(credentials.nameSchema, async ({ input }) =>
    (await changes()).changeName(input.name),
  )(input);
  return answer.ok ? answer.value : answer;
}

export async function changeEmail(input: unknown) {
  const answer = await action(credentials.emailChangeSchema, async ({ input, identity }) =>
    (await changes()).changeEmail(identity, input),
  )(input);
  return answer.ok ? answer.value : answer;
}

export async function deleteAccount(input: unknown) {
  const answer = await action(credentials.deletionSchema, async ({ input, identity }) => {
    const { takingBackAll } = await import("@/lib/integrations/service");
    const takeBack = await takingBackAll(identity.userId);
    const deleted = await (await changes()).deleteAccount(identity, input);
    if (deleted.ok) (await import("next/server")).after(takeBack);
    return deleted;
  })(input);
  return answer.ok ? answer.value : answer;
}

/** Signs out another device of the person, or with null all of them. */
export async function endSignIns(input: unknown) {
  return action(credentials.endSignInsSchema, async ({ input: { signInId }, client }) =>
    (await store()).endSignIns(client, signInId),
  )(input);
}

export async function createWorkspace(input: unknown) {
  return action(credentials.workspaceSchema, async ({ input: workspace, client }) =>
    (await store()).createWorkspace(client, workspace),
  )(input);
}
