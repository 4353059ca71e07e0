import "server-only";
import type { z } from "zod";
import { getIdentity, type Identity } from "./auth";
import { describeError, log } from "./log";
import { fail, ok, type Result } from "./result";
import { failureOf } from "./supabase/refusal";
import { readTimeoutMs, sessionClient, writeTimeoutMs, type SessionClient } from "./supabase/session";

export type Call<Input> = { input: Input; identity: Identity; client: SessionClient };

/** `invalid` with the path and the reason of the first issue, in zod's words. Never echoes the value. */
function parseStrictly<Schema extends z.ZodType>(schema: Schema, input: unknown): Result<z.output<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return fail("invalid", {
    path: [...(issue?.path ?? []), ...unknownKey].map(String).join("."),
    message: issue?.message,
  });
}

/** Runs `deed` and answers what it returns; a refusal of the platform becomes its failure. A bug is logged and thrown. */
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

/** A request that never got an answer: the network is gone, or the time is up. */
const outage = (thrown: unknown) => {
  const named = thrown instanceof Error && ["TimeoutError", "AbortError"].includes(thrown.name);
  const unreachable = thrown instanceof TypeError && thrown.message === "fetch failed";
  return named || unreachable ? ({ code: "unavailable" } as const) : null;
};

/** An input may name, as `userId`, whose page it was made on: somebody else may have signed in on the device since. */
const isForAnother = (input: unknown, { userId }: Identity): boolean =>
  typeof input === "object" && input !== null && "userId" in input && input.userId !== userId;

/** Who is asking, where something can be done for them now. */
async function signedIn(): Promise<Result<Identity>> {
  const identity = await getIdentity();
  if (!identity) return fail("unauthenticated");
  // The proxy has tried to refresh and could not reach the platform: nothing can be read or written now.
  return identity.expired ? fail("unavailable") : ok(identity);
}

/** What a page reads, as the person who asks for it; `unavailable` after 2 s. */
export async function reading<T>(read: (client: SessionClient) => Promise<T>): Promise<Result<T>> {
  const person = await signedIn();
  if (!person.ok) return person;
  return answering(() => read(sessionClient(person.value.accessToken, readTimeoutMs)));
}

/**
 * All that a browser may ask for goes through here, every mutation as it is and every read by `readRoute`: who is
 * asking comes from the verified session, never from an argument; the input is parsed strictly; the handler is only the
 * deed. Rates are limited in the database, in the transaction of the deed itself, so that a limit costs no round trip.
 */
export const action =
  <Schema extends z.ZodType, T>(
    schema: Schema,
    handler: (call: Call<z.output<Schema>>) => Promise<T>,
    timeoutMs = writeTimeoutMs,
  ) =>
  async (raw: unknown): Promise<Result<T>> => {
    const person = await signedIn();
    if (!person.ok) return person;
    const identity = person.value;
    const parsed = parseStrictly(schema, raw);
    if (!parsed.ok) return parsed;
    if (isForAnother(parsed.value, identity)) return fail("wrong_user");
    const client = sessionClient(identity.accessToken, timeoutMs);
    return answering(() => handler({ input: parsed.value, identity, client }));
  };

/** The same, for the few deeds of a person who is not signed in yet. */
export const publicAction =
  <Schema extends z.ZodType, T>(schema: Schema, handler: (input: z.output<Schema>) => Promise<Result<T>>) =>
  async (raw: unknown): Promise<Result<T>> => {
    const parsed = parseStrictly(schema, raw);
    if (!parsed.ok) return parsed;
    const answered = await answering(() => handler(parsed.value));
    return answered.ok ? answered.value : answered;
  };
