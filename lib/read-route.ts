import "server-only";
import type { $ZodType, output } from "zod/v4/core";
import { action, type Call } from "./action";
import type { FailureCode, Result } from "./result";
import { readTimeoutMs } from "./supabase/time-limits";

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

/**
 * A GET route for a read of a running page: Next runs server actions one at a time, and a slow read must not delay a
 * save. The query is parsed strictly. The body is a `Result`, the status matches it, and nothing is cached.
 */
export function readRoute<Schema extends $ZodType, T>(
  schema: Schema,
  handler: (call: Call<output<Schema>>) => Promise<T>,
) {
  const answer = action(schema, handler, readTimeoutMs);
  return async (request: Request): Promise<Response> => {
    const result = await answer(Object.fromEntries(new URL(request.url).searchParams));
    return inJson(result);
  };
}

const inJson = (result: Result<unknown>): Response =>
  Response.json(result, {
    status: result.ok ? 200 : statusOf[result.error.code],
    headers: { "cache-control": "private, no-store" },
  });

/** The same for a file: the handler's answer where all is well, and else a `Result` that says why. */
export function readFileRoute<Schema extends $ZodType>(
  schema: Schema,
  handler: (call: Call<output<Schema>>) => Promise<Result<Response>>,
) {
  const answer = action(schema, handler, readTimeoutMs);
  return async (request: Request): Promise<Response> => {
    const answered = await answer(Object.fromEntries(new URL(request.url).searchParams));
    const result = answered.ok ? answered.value : answered;
    return result.ok ? result.value : inJson(result);
  };
}
