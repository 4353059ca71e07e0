import { log } from "@/lib/log";
import { safeParse, type Schema, type ValueOf } from "@/lib/schema";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a channel is configured with: the variables `names` of `given`, judged by `schema` under the keys of `names`.
 * Null where none of the `needed` ones is set: the channel is not used here. Null and a line in the log that names the
 * variables where some are missing or malformed: one channel that is wrongly set must not stop the others.
 */
export function channelConfig<S extends Schema>(
  given: Environment,
  names: Readonly<Record<string, string>>,
  needed: readonly string[],
  schema: S,
): ValueOf<S> | null {
  if (!needed.some((name) => given[name])) return null;
  const values = Object.entries(names).map(([key, name]) => [key, given[name]?.trim() || undefined]);
  const parsed = safeParse(schema, Object.fromEntries(values));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => {
    const name = names[String(path[0])] ?? "";
    return given[name] ? `${name}: ${message}` : `${name} is missing`;
  });
  log.error("channel not configured", { variables: [...new Set(wrong)] });
  return null;
}
