/**
 * Expected failures are data. Everything a browser can call answers `Result`; a bug throws and is logged.
 * `path` names the field at fault ("widget_visibility.metrics"); `message` is safe to show: no SQL, no stack.
 */
export type FailureCode =
  | "invalid"
  | "unauthenticated"
  | "wrong_user"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "unavailable";

export type Failure = {
  code: FailureCode;
  path?: string;
  message?: string;
  /** With `rate_limited`: the seconds until it may be tried again, where they are known. */
  retryAfter?: number;
};

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: FailureCode, detail: Omit<Failure, "code"> = {}): Result<never> => ({
  ok: false,
  error: { code, ...detail },
});
