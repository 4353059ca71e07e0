import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { createFormatter } from "next-intl";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { writeArabicFigures } from "@/lib/testing/arabic-engine";
import { createFormats } from "@/lib/time/formats";
import { utc } from "@/lib/time/zone";
import { languageTag } from "@/lib/vocabulary/language-tag";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";

const messages: Record<Locale, object> = { en, he, ar };
beforeAll(() => {
  vi.stubGlobal("Intl", Object.create(Intl));
  writeArabicFigures();
});
afterAll(() => void vi.unstubAllGlobals());

/** The formatters that next-intl makes, of the engine as it is now. */
const formatters = {
  getNumberFormat: (tag?: string, options?: object) => new Intl.NumberFormat(tag, options),
  getPluralRules: (tag?: string, options?: object) => new Intl.PluralRules(tag, options),
  getDateTimeFormat: (tag?: string, options?: object) => new Intl.DateTimeFormat(tag, options),
};

function texts(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(texts) : [];
}

/** What a message asks for: figures where it counts, a choice where it selects, a function for a tag. */
function valuesOf(message: string): Record<string, number | string | ((parts: unknown[]) => string)> {
  const names = [...message.matchAll(/\{(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*(\w+)\s*\{)?)?/g)];
  const given = names.map(([, name = "", kind, option]): [string, number | string] => [
    name,
    kind === "plural" || kind === "number" || kind === "selectordinal" ? 1_234 : (option ?? "x"),
  ]);
  const tags = [...message.matchAll(/<(\w+)>/g)].map(
    ([, tag = ""]): [string, (parts: unknown[]) => string] => [tag, (parts) => parts.join("")],
  );
  return Object.fromEntries([...given.reverse(), ...tags]);
}

const written = (message: string, tag: string) =>
  String(format(compile(message), tag, valuesOf(message), { formatters, timeZone: "UTC" }));

describe("on an engine whose Arabic has Arabic figures", () => {
  const arabicFigures = /[٠-٩۰-۹]/;

  it("the check sees them where nobody pins them", () => {
    expect(written("{count, plural, other {# x}}", "ar")).toMatch(arabicFigures);
  });

  it.each(locales)("every message of %s is written with European figures", (locale) => {
    const all = texts(messages[locale]);
    expect(all.length).toBeGreaterThan(500);
    const wrong = all.filter((message) => arabicFigures.test(written(message, languageTag(locale))));
    expect(wrong).toEqual([]);
  });

  it.each(locales)("so is what next-intl formats in %s: figures and lists", (locale) => {
    const formatter = createFormatter({ locale: languageTag(locale), timeZone: "UTC", now: new Date(0) });
    const all = [formatter.number(1_234.5), formatter.list(["1", "2"], { type: "unit" })];
    for (const text of all) expect(text).not.toMatch(arabicFigures);
  });

  it.each(locales)("and every date, time, figure and sum that the product writes in %s", (locale) => {
    for (const dateFormat of ["auto", "dmy", "mdy", "ymd"] as const) {
      const preferences = {
        dateFormat,
        timeFormat: "auto",
        firstDayOfWeek: "auto",
        currency: "ILS",
      } as const;
      const formats = createFormats(locale, { ...preferences, numberFormat: "auto" }, utc);
      const at = "2026-11-29T12:34:00Z";
      const all = [formats.fullMoment(at), formats.moment(at), formats.number(1_234.5), formats.money(12)];
      for (const text of [...all, formats.percent(0.12)]) expect(text).not.toMatch(arabicFigures);
    }
  });
});
