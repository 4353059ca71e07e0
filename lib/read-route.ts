import "server-only";
import type { z } from "zod";
import { answering, isForAnother, parseStrictly } from "./action";
import { getIdentity, type Identity } from "./auth";
import { fail, type FailureCode, type Result } from "./result";
import { readTimeoutMs, sessionClient, type SessionClient } from "./supabase/session";

type Call<Input> = { input: Input; identity: Identity; client: SessionClient };

const statusOf: Record<FailureCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  wrong_user: 409,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
};

async function answer<Schema extends z.ZodType, T>(
  schema: Schema,
  handler: (call: Call<z.output<Schema>>) => Promise<T>,
  request: Request,
): Promise<Result<T>> {
  const identity = await getIdentity();
  if (!identity) return fail("unauthenticated");
  if (identity.expired) return fail("unavailable");
  const parsed = parseStrictly(schema, Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.ok) return parsed;
  if (isForAnother(parsed.value, identity)) return fail("wrong_user");
  const client = sessionClient(identity.accessToken, readTimeoutMs);
  return answering(() => handler({ input: parsed.value, identity, client }));
}

/**
 * The reads a running page makes, as GET routes: Next runs server actions one at a time, and a slow read must not delay
 * a save. The query is parsed strictly; the body is a `Result`, its status says the same; nothing is ever stored.
 */
export const readRoute =
  <Schema extends z.ZodType, T>(schema: Schema, handler: (call: Call<z.output<Schema>>) => Promise<T>) =>
  async (request: Request): Promise<Response> => {
    const result = await answer(schema, handler, request);
    return Response.json(result, {
      status: result.ok ? 200 : statusOf[result.error.code],
      headers: { "cache-control": "private, no-store" },
    });
  };
