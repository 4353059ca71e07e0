import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type Json } from "../../lib/settings/json";
import type { Locale } from "../../lib/vocabulary/locales";

export const messagesFile = (locale: Locale) => `messages/${locale}.json`;

/** Every message of a language by its whole key, in the order of the file. */
export const messagesOf = (root: string, locale: Locale): ReadonlyMap<string, string> =>
  new Map(flat(JSON.parse(readFileSync(join(root, messagesFile(locale)), "utf8")), []));

function flat(tree: Json, above: readonly string[]): [key: string, text: string][] {
  if (typeof tree === "string") return [[above.join("."), tree]];
  if (!isJsonObject(tree)) throw new Error(`${above.join(".")} is no message`);
  return Object.entries(tree).flatMap(([key, value]) => flat(value, [...above, key]));
}
