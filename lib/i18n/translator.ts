import { createTranslator } from "next-intl";
import { languageTag } from "@/lib/vocabulary/language-tag";
import type { Locale } from "@/lib/vocabulary/locales";
import { formats } from "./formats";

/** Writes words of one language, whoever asks: by keys from the root of messages/*.json. */
export type Translator = (key: string, values?: Record<string, string | number>) => string;

/** For what is written outside a page: mails, and the answers of routes. */
export async function translatorOf(locale: Locale): Promise<Translator> {
  const { default: messages } = await import(`../../messages/${locale}.json`);
  const words = createTranslator({ locale: languageTag(locale), messages, formats, timeZone: "UTC" });
  return (key, values) => words(key, values);
}
