import { createTranslator } from "next-intl";
import { languageTag } from "@/lib/vocabulary/language-tag";
import type { Locale } from "@/lib/vocabulary/locales";
import { formats } from "./formats";

/** Writes messages of one language: `t("notifications.kinds.leadHeat.line", values)`. */
export type Translator = ReturnType<typeof createTranslator>;

const made = new Map<Locale, Promise<Translator>>();

/**
 * The translator of a language, for texts that leave the house: whoever reads them is not the one whose request runs.
 * Pages use next-intl's hooks.
 */
export function translatorOf(locale: Locale): Promise<Translator> {
  const translator = made.get(locale) ?? make(locale);
  made.set(locale, translator);
  return translator;
}

async function make(locale: Locale): Promise<Translator> {
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return createTranslator({ locale: languageTag(locale), messages, formats, timeZone: "UTC" });
}
