import { defaultLocale, isLocale, type Locale } from "./locales";

/** A language as `Intl` and next-intl are told it. */
export type LanguageTag = `${Locale}-u-nu-latn`;

/**
 * A language with European figures (docs/decisions/034). Engines disagree on the figures of Arabic: without the addition a
 * page would be written with ٣ by one and with 3 by another, and React would find a difference.
 */
export const languageTag = (locale: Locale): LanguageTag => `${locale}-u-nu-latn`;

/** The language of such a tag. */
export function localeOf(tag: string): Locale {
  const language = tag.slice(0, 2);
  return isLocale(language) ? language : defaultLocale;
}
