import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { accountSchema, type Account } from "./account";
import type { OwnDataPage, OwnDataPart } from "./own-data";

const created = z.object({ client_id: z.uuid(), project_id: z.uuid() });

/** Creates a client and its first project for a person who has none. The person becomes the client's owner. */
export const createWorkspace = async (client: PersonClient, workspace: { name: string; project: string }) =>
  created.parse(dataOf(await client.rpc("create_workspace", workspace)));

/** What is counted apart from other deeds. */
export type Deed = "sign_in" | "sign_up" | "reset";

const countTimeoutMs = 3_000;

/**
 * The seconds until the next attempt is there, 0 where one was taken. With the secret key: whoever is not signed in must
 * not spend attempts of others. Without one nothing is counted.
 */
export async function takeAttempt(
  deed: Deed,
  keys: { address: string | undefined; account: string },
): Promise<number> {
  const asked = adminClient()?.rpc("take_sign_in_attempt", { deed, ...keys });
  return asked ? dataOf(await asked.abortSignal(AbortSignal.timeout(countTimeoutMs))) : 0;
}

export async function forgiveAttempts(account: string): Promise<void> {
  const asked = adminClient()?.rpc("forgive_sign_in_attempts", { account });
  await asked?.abortSignal(AbortSignal.timeout(countTimeoutMs));
}

export const readAccount = async (client: PersonClient): Promise<Account> =>
  accountSchema.parse(dataOf(await client.rpc("get_account")));

/** Ends a sign-in of the person, or all but the one that asks; answers how many. */
export const endSignIns = async (client: PersonClient, signInId: string | null): Promise<number> =>
  dataOf(await client.rpc("end_sign_ins", signInId === null ? {} : { sign_in: signInId }));

const page = z.object({ rows: z.array(z.unknown()), next: z.number().nullable() });

export const readOwnData = async (
  client: PersonClient,
  part: OwnDataPart,
  after: number,
): Promise<OwnDataPage> => page.parse(dataOf(await client.rpc("get_own_data", { part, after })));

/** Deletes the account and all that is the person's. Takes a token whose sign-in is minutes old. */
export const deleteAccount = async (client: PersonClient): Promise<boolean> =>
  dataOf(await client.rpc("delete_account"));
