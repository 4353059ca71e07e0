import { array, safeParse, string } from "@/lib/schema";

const words = array(string());

type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

/**
 * What became of each: a word, or the SQL state of the error that kept it out. `ask` is one request. What it left for
 * later, so that nobody waits long, is asked for again; it answers for one at least.
 */
export async function answersTo(
  given: readonly object[],
  ask: (items: Json) => Promise<unknown>,
): Promise<readonly string[]> {
  const became: string[] = [];
  while (became.length < given.length) {
    const items = storable(given.slice(became.length));
    const read = safeParse(words, await ask(items));
    if (!read.success || read.data.length === 0) throw new Error("the database answered for nothing");
    became.push(...read.data);
  }
  return became;
}

/** SQL states are what is no word. */
export const failuresIn = (became: readonly string[]): readonly string[] =>
  became.filter((word) => /^[0-9A-Z]{5}$/.test(word));

/** As JSON that a database takes: it refuses half a letter and the sign without a name, and everything beside them. */
export function storable(given: readonly object[]): Json {
  const clean = (_: string, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
  return JSON.parse(JSON.stringify(given, clean));
}
