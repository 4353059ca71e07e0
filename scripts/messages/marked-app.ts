import type { JsonObject } from "../../lib/settings/json";
import { setAt } from "../../lib/settings/patch";
import { type Locale, locales } from "../../lib/vocabulary/locales";
import { buildElsewhere } from "../build-elsewhere";
import { root } from "../root";
import { messagesFile, messagesOf } from "./catalogue";
import { mark } from "./marks";

export const markedDistDir = ".next-marked";

/** The app whose every message carries its number, in a folder of its own; answers that folder. */
export async function buildMarkedApp(): Promise<string> {
  await buildElsewhere(
    markedDistDir,
    new Map(locales.map((locale) => [messagesFile(locale), marked(locale)])),
  );
  return markedDistDir;
}

/** The keys by the numbers of their marks. */
export const markedKeys: readonly string[] = [...messagesOf(root, "en").keys()];

/** The page reads its title back and takes the count off it, which it does not know by a mark. */
const unmarked = new Set(["documentTitle", "badge", "badgeMore"].map((key) => `notifications.${key}`));

function marked(locale: Locale): string {
  const texts = messagesOf(root, locale);
  const tree = markedKeys.reduce<JsonObject>((before, key, number) => {
    const text = texts.get(key) ?? "";
    return setAt(before, key, unmarked.has(key) ? text : `${mark(number)}${text}`);
  }, {});
  return JSON.stringify(tree);
}
