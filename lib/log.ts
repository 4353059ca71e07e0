/** Writes one JSON object per line to stderr. Values whose name is like a secret's are redacted. */
const secret = /token|secret|password|authorization|cookie|apikey|key$/i;

const redact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secret.test(name) ? "[redacted]" : redact(inner)]),
  );
};

const write =
  (level: "info" | "warn" | "error") =>
  (event: string, detail: Record<string, unknown> = {}) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...Object(redact(detail)) });
    process.stderr.write(`${line}\n`);
  };

export const log = { info: write("info"), warn: write("warn"), error: write("error") };

/** The loggable part of a thrown value: name and message, never its properties (they may quote a request). */
export const describeError = (error: unknown) =>
  error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) };
