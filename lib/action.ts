import "server-only";
import { type $ZodType, type output, safeParse } from "zod/v4/core";
import { getIdentity, type Identity } from "./auth";
import { describeError, log } from "./log";
import { fail, ok, type Result } from "./result";
import { failureOf } from "./supabase/refusal";
import type { PersonClient } from "./supabase/session";
import { readTimeoutMs, writeTimeoutMs } from "./supabase/time-limits";

export type Call<Input> = { input: Input; identity: Identity; client: PersonClient };

/** `schema`: of zod or of lib/schema. Fails as `invalid` with the path and zod's message of the first issue. Never echoes the value. */
function parseStrictly<Schema extends $ZodType>(schema: Schema, input: unknown): Result<output<Schema>> {
  const parsed = safeParse(schema, input);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return fail("invalid", {
    path: [...(issue?.path ?? []), ...unknownKey].map(String).join("."),
    message: issue?.message,
  });
}

/**
 * Answers the result of `deed`. A refusal of the platform or an outage becomes a failure; a bug is logged and thrown.
 */
async function answering<T>(deed: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await deed());
  } catch (thrown) {
    const failure = failureOf(thrown) ?? outage(thrown);
    if (failure) return { ok: false, error: failure };
    log.error("action failed", describeError(thrown));
    throw thrown;
  }
}

/** The failure of a request that got no answer (no network, or timed out); null for any other thrown value. */
const outage = (thrown: unknown) => {
  const named = thrown instanceof Error && ["TimeoutError", "AbortError"].includes(thrown.name);
  const unreachable = thrown instanceof TypeError && thrown.message === "fetch failed";
  return named || unreachable ? ({ code: "unavailable" } as const) : null;
};

/**
 * `userId` in an input names the person the page was made for: another person may have signed in on the device since.
 */
const isForAnother = (input: unknown, { userId }: Identity): boolean =>
  typeof input === "object" && input !== null && "userId" in input && input.userId !== userId;

/** The identity of the signed-in person; fails while their sign-in cannot be used. */
async function signedIn(): Promise<Result<Identity>> {
  const identity = await getIdentity();
  if (!identity) return fail("unauthenticated");
  // The token expired because proxy.ts could not reach the platform to refresh it.
  return identity.expired ? fail("unavailable") : ok(identity);
}

/** The client's code is read when somebody is signed in: a new process answers the page of sign-in without it. */
async function clientOf({ accessToken }: Identity, timeoutMs: number): Promise<PersonClient> {
  const { personClient } = await import("./supabase/session");
  return personClient(accessToken, timeoutMs);
}

/** Runs a page's read as the signed-in person; `unavailable` after `readTimeoutMs`. */
export async function readAsPerson<T>(read: (client: PersonClient) => Promise<T>): Promise<Result<T>> {
  const person = await signedIn();
  if (!person.ok) return person;
  const client = await clientOf(person.value, readTimeoutMs);
  return answering(() => read(client));
}

/**
 * Every mutation passes through `action`, every read through `readRoute`, which uses it. The identity comes from the
 * verified sign-in, never from an argument; the input is parsed strictly; the handler does the work alone. The database
 * limits rates within the handler's own transaction, so a limit costs no round trip.
 */
export const action =
  <Schema extends $ZodType, T>(
    schema: Schema,
    handler: (call: Call<output<Schema>>) => Promise<T>,
    timeoutMs = writeTimeoutMs,
  ) =>
  async (raw: unknown): Promise<Result<T>> => {
    const person = await signedIn();
    if (!person.ok) return person;
    const identity = person.value;
    const parsed = parseStrictly(schema, raw);
    if (!parsed.ok) return parsed;
    if (isForAnother(parsed.value, identity)) return fail("wrong_user");
    const client = await clientOf(identity, timeoutMs);
    return answering(() => handler({ input: parsed.value, identity, client }));
  };

/** `action` without an identity, for a person who is not signed in yet. */
export const publicAction =
  <Schema extends $ZodType, T>(schema: Schema, handler: (input: output<Schema>) => Promise<Result<T>>) =>
  async (raw: unknown): Promise<Result<T>> => {
    const parsed = parseStrictly(schema, raw);
    if (!parsed.ok) return parsed;
    const answered = await answering(() => handler(parsed.value));
    return answered.ok ? answered.value : answered;
  };
