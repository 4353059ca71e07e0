/**
 * An expected error that stops the platform (a taken port, a folder that PostgreSQL may not enter). Commands print its
 * message alone; any other error is a bug and is printed with its stack.
 */
export function refusal(message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = "Refusal";
  return error;
}

export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "Refusal";
}

/** The text that a command prints for an error: the message of a refusal, the stack of a bug. */
export function describeError(error: unknown): string {
  if (isRefusal(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
