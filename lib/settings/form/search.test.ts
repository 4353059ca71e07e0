import { expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { valueAt } from "@/lib/settings/patch";
import { settingsSections } from "@/lib/settings/registry";
import { searchPhrases } from "@/lib/testing/search-phrases";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import { plain, search, searchFields, type SearchEntry } from "./search";
import { leaves } from "@/lib/settings/sections";

/** The index of a language from the product's own messages. */
function indexIn(locale: Locale): SearchEntry[] {
  const t = (key: string) => String(valueAt({ en, he, ar }[locale], key));
  return searchFields.map((field) => ({
    ...field,
    words: {
      title: t(`settings.fields.${field.titleKey}.title`),
      also: String(valueAt({ en, he, ar }[locale], `settings.also.${field.titleKey}`) ?? "").split(","),
      help: t(`settings.fields.${field.titleKey}.help`),
      group: t(`settings.groups.${field.group}.title`),
      page: field.page,
      options: field.options.map((option) => t(`settings.fields.${field.titleKey}.options.${option}`)),
    },
  }));
}

const english = indexIn("en");
const found = (query: string, languages = [english]) => search(languages, query).map(({ path }) => path);

it("knows every field that a page shows, and none that is set elsewhere", () => {
  const shown = settingsSections.flatMap((section) =>
    [...leaves(section)].flatMap(([path, { control }]) => (control.kind === "none" ? [] : [path])),
  );
  expect(searchFields.map(({ path }) => path).sort()).toEqual(shown.sort());
  expect(shown.length).toBeGreaterThan(50);
});

it("finds a field by its title before those that only mention it", () => {
  expect(found("theme")[0]).toBe("interface_settings.theme");
  expect(found("quiet")[0]).toBe("notification_schedule.quietHours");
  expect(found("curren")[0]).toBe("data_preferences.currency");
});

it("finds a field by an option, by its help, and by its group", () => {
  expect(found("shekel")).toEqual(["data_preferences.currency"]);
  expect(found("colder")).toContain("email_notifications.heatProgressions");
  expect(found("sms heat")[0]).toBe("sms_notifications.heatProgressions");
});

it("wants every word of the query, in any order, whatever hyphens and case say", () => {
  expect(found("EMAIL calendly")[0]).toBe("email_notifications.calendlyBookings");
  expect(found("calendly e-mail")[0]).toBe("email_notifications.calendlyBookings");
  expect(found("calendly unicorn")).toEqual([]);
  expect(found("   ")).toEqual([]);
});

it.each(["he", "ar"] as const)(
  "finds fields in %s and in English alike, and shows the reader's words",
  (locale) => {
    const own = indexIn(locale);
    const theme = own.find(({ path }) => path === "interface_settings.theme");
    expect(search([own, english], theme?.words.title ?? "")[0]).toBe(theme);
    expect(search([own, english], "theme")[0]).toBe(theme);
    expect(search([own], "theme")).toEqual([]);
  },
);

it.each(locales)("knows of every setting, in %s, what people call it who do not know its name", (locale) => {
  const without = indexIn(locale).filter(({ words }) => words.also.filter((name) => name.trim()).length < 1);
  expect(without.map(({ path }) => path)).toEqual([]);
});

const phrases = locales.flatMap((locale) =>
  Object.entries(searchPhrases[locale]).flatMap(([titleKey, asked]) =>
    asked.split(",").map((phrase) => ({ locale, titleKey, phrase })),
  ),
);

it("knows a hundred phrases or more of each language", () => {
  for (const locale of locales)
    expect(phrases.filter((each) => each.locale === locale).length).toBeGreaterThanOrEqual(100);
});

it.each(phrases)(
  "finds $titleKey in $locale when somebody asks for $phrase",
  ({ locale, titleKey, phrase }) => {
    const languages = locale === "en" ? [english] : [indexIn(locale), english];
    const titles = new Map(searchFields.map((field) => [field.path, field.titleKey]));
    const first = search(languages, phrase, 4).map(({ path }) => titles.get(path ?? ""));
    expect(first).toContain(titleKey);
  },
);

it("reads letters alone: no points, no vowel marks, no accents, no kinds of alif", () => {
  expect(plain("עִבְרִית")).toBe("עברית");
  expect(plain("الإِشْعارات")).toBe("الاشعارات");
  expect(plain("Café")).toBe("cafe");
  expect(plain("E‑Mail")).toBe("email");
});

it("answers with no more than were asked for", () => {
  expect(search([english], "heat", 3)).toHaveLength(3);
});
