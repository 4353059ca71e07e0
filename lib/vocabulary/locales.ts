export const locales = ["en", "he", "ar"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Each language's name in that language: a person who cannot read the screen must still find theirs. */
export const localeNames: Record<Locale, string> = { en: "English", he: "עברית", ar: "العربية" };

export const isLocale = (value: string | undefined): value is Locale =>
  locales.some((locale) => locale === value);

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "en" ? "ltr" : "rtl");

/**
 * The first language of an Accept-Language header that the product speaks, by weight. `iw`, sent by old Android and
 * Java, is Hebrew.
 */
export function negotiateLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      const [language] = tag.split("-");
      return { language: language === "iw" ? "he" : language, weight: weight ? Number(weight) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
