"use server";

import { after } from "next/server";
import { z } from "zod";
import * as changes from "@/lib/account/changes";
import * as credentials from "@/lib/account/credentials";
import * as account from "@/lib/account/service";
import * as store from "@/lib/account/store";
import { action, publicAction } from "@/lib/action";
import { takingBackAll } from "@/lib/integrations/service";
import { ok } from "@/lib/result";
import { forgetHere } from "@/lib/session/service";

export async function signIn(input: unknown) {
  return publicAction(credentials.signInSchema, account.signIn)(input);
}

export async function signUp(input: unknown) {
  return publicAction(credentials.signUpSchema, account.signUp)(input);
}

export async function signOut() {
  return publicAction(z.void(), async () => {
    await forgetHere();
    return ok(await account.signOut());
  })(undefined);
}

/** Gives the same answer for every address, whether it has an account or not. */
export async function requestPasswordReset(input: unknown) {
  return publicAction(credentials.resetRequestSchema, ({ email }) => account.requestPasswordReset(email))(
    input,
  );
}

/** Opens a mail's link when the person presses the button: mail scanners fetch addresses but do not press buttons. */
export async function openMailLink(input: unknown) {
  return publicAction(credentials.mailLinkSchema, account.openMailLink)(input);
}

export async function setPassword(input: unknown) {
  const answer = await action(credentials.newPasswordSchema, ({ input, identity }) =>
    changes.setPassword(identity, input, Date.now()),
  )(input);
  return answer.ok ? answer.value : answer;
}

export async function changeName(input: unknown) {
  const answer = await action(credentials.nameSchema, ({ input }) => changes.changeName(input.name))(input);
  return answer.ok ? answer.value : answer;
}

export async function changeEmail(input: unknown) {
  const answer = await action(credentials.emailChangeSchema, ({ input, identity }) =>
    changes.changeEmail(identity, input),
  )(input);
  return answer.ok ? answer.value : answer;
}

export async function deleteAccount(input: unknown) {
  const answer = await action(credentials.deletionSchema, async ({ input, identity }) => {
    const takeBack = await takingBackAll(identity.userId);
    const deleted = await changes.deleteAccount(identity, input);
    if (deleted.ok) after(takeBack);
    return deleted;
  })(input);
  return answer.ok ? answer.value : answer;
}

/** Signs out another device of the person, or with null all of them. */
export async function endSignIns(input: unknown) {
  return action(credentials.endSignInsSchema, ({ input: { signInId }, client }) =>
    store.endSignIns(client, signInId),
  )(input);
}

export async function createWorkspace(input: unknown) {
  const { workspaceSchema } = credentials;
  return action(workspaceSchema, ({ input: workspace, client }) => store.createWorkspace(client, workspace))(
    input,
  );
}
