"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { valueAt } from "@/lib/settings/patch";
import { settingsPart } from "@/lib/pages";
import {
  search,
  searchFields,
  searchPages,
  type SearchEntry,
  type SearchField,
  type SearchTarget,
  type SearchWords,
} from "@/lib/settings/form/search";
import { useLocale } from "@/components/ui/use-locale";

type Translate = (key: string) => string;

const wordsOfField = (
  t: Translate,
  { path, page, group, titleKey, options, optionsKey }: SearchField,
): SearchWords => ({
  title: t(`settings.fields.${titleKey}.title`),
  also: t(`settings.also.${titleKey}`).split(","),
  help: t(`settings.fields.${titleKey}.help`),
  // The fields of each provider stand in a card of their own.
  group: t(
    group === "integration_settings"
      ? `settings.integrations.${path.split(".")[1]}.title`
      : `settings.groups.${group}.title`,
  ),
  page: t(`shell.${page}`),
  options: options.map((option) => t(`settings.fields.${optionsKey}.options.${option}`)),
});

const wordsOfPage = (t: Translate, { page }: SearchTarget): SearchWords => ({
  title: t(`shell.${page}`),
  also: [],
  help: t(`settings.${settingsPart(page)}.description`),
  group: "",
  page: "",
  options: [],
});

const indexOf = (t: Translate): SearchEntry[] => [
  ...searchPages.map((target) => ({ ...target, words: wordsOfPage(t, target) })),
  ...searchFields.map((field) => ({ ...field, words: wordsOfField(t, field) })),
];

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

const loadEnglish = async (): Promise<SearchEntry[]> => {
  const { default: messages } = await import("@/messages/en.json");
  // Titles, helps and options are plain words: nothing in them has to be formatted.
  return indexOf((key) => String(valueAt(messages, key) ?? ""));
};

/**
 * Searches all settings and their pages in the reader's language and in English. `prepare` loads the English words
 * once. `fieldsOnly` leaves out the pages.
 */
export function useSettingsSearch({ fieldsOnly = false } = {}) {
  const t = useTranslations();
  const locale = useLocale();
  // Some hundred messages: written when somebody searches, and not for every page that has the box.
  const own = useMemo(() => once(() => indexOf((key) => (t.has(key) ? t(key) : ""))), [t]);
  const [english, setEnglish] = useState<SearchEntry[] | null>(null);
  return {
    find(query: string, limit?: number): SearchEntry[] {
      if (query.trim() === "") return [];
      const indexes = english ? [own(), english] : [own()];
      return search(fieldsOnly ? indexes.map((index) => index.filter(isField)) : indexes, query, limit);
    },
    /** A field in the reader's language; undefined where there is none at the path. */
    entryAt: (path: string): SearchEntry | undefined => own().find((entry) => entry.path === path),
    prepare() {
      // Without the English words the search still finds everything by the reader's own words.
      if (locale !== "en" && !english) void loadEnglish().then(setEnglish, () => undefined);
    },
  };
}

const isField = ({ path }: SearchTarget) => path !== null;
