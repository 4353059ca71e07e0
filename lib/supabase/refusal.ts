import type { Failure, FailureCode } from "@/lib/result";

/**
 * Maps a refusal of the platform to a `Failure` by HTTP status and code, never by its text. The product's SQL raises
 * `PTxyz` (xyz = the HTTP status) with a message for people and the path at fault in `details`.
 */
type Answer<T> = {
  data: T;
  error: { code?: string; message: string; details?: string | null } | null;
  status: number;
};

const byStatus = new Map<number, FailureCode>([
  [400, "invalid"],
  [401, "unauthenticated"],
  [403, "forbidden"],
  [409, "conflict"],
  [422, "invalid"],
  [429, "rate_limited"],
]);

/**
 * Statuses say too little here: 404 is also a table or function that is not there yet, or a path that a gateway does not
 * know, and 406 a schema that is not served. Such an answer is no knowledge about the row.
 */
const byCode = new Map<string, FailureCode>([
  ["42501", "forbidden"],
  ["PT404", "not_found"],
  ["PGRST116", "not_found"],
]);

const marker = Symbol("refusal");

/** The data of an answer. Throws a refusal for `failureOf`; only messages of PTxyz are passed on. */
export function dataOf<T>({ data, error, status }: Answer<T>): NonNullable<T> {
  if (!error && data !== null && data !== undefined) return data;
  const written = error?.code?.startsWith("PT") ?? false;
  const code = error ? (byCode.get(error.code ?? "") ?? byStatus.get(status)) : "not_found";
  const failure: Failure = {
    code: code ?? "unavailable",
    ...(written && { message: error?.message }),
    ...(written && error?.details && { path: error.details }),
  };
  throw Object.assign(new Error(`refused: ${failure.code} (${status} ${error?.code ?? ""})`), {
    [marker]: failure,
  });
}

/** The failure in a thrown refusal; null for a bug. */
export function failureOf(thrown: unknown): Failure | null {
  if (thrown instanceof Error && marker in thrown) return thrown[marker] as Failure;
  return null;
}
