/**
 * An expected reason why the platform cannot go on (a taken port, a folder that PostgreSQL may not enter).
 * Commands print its message alone; anything else is a bug and keeps its stack.
 */
export function refusal(message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = "Refusal";
  return error;
}

export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "Refusal";
}

/** What a command prints for an error: one sentence for a refusal, the stack for a bug. */
export function describeError(error: unknown): string {
  if (isRefusal(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
