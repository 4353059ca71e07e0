"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { valueAt } from "@/lib/settings/patch";
import {
  search,
  searchFields,
  type SearchEntry,
  type SearchField,
  type SearchWords,
} from "@/lib/settings/form/search";

type Translate = (key: string) => string;

const pageKeys = {
  dashboard: "shell.settingsDashboard",
  notifications: "shell.settingsNotifications",
  preferences: "shell.settingsPreferences",
  integrations: "shell.settingsIntegrations",
} as const;

const wordsOf = (t: Translate, { path, page, group, titleKey, options }: SearchField): SearchWords => ({
  title: t(`settings.fields.${titleKey}.title`),
  help: t(`settings.fields.${titleKey}.help`),
  // The fields of what can be connected stand in a card of their own.
  group: t(
    page === "integrations"
      ? `settings.integrations.${path.split(".")[1]}.title`
      : `settings.groups.${group}.title`,
  ),
  page: t(pageKeys[page]),
  options: options.map((option) => t(`settings.fields.${titleKey}.options.${option}`)),
});

const indexOf = (t: Translate): SearchEntry[] =>
  searchFields.map((field) => ({ ...field, words: wordsOf(t, field) }));

const loadEnglish = async (): Promise<SearchEntry[]> => {
  const { default: messages } = await import("@/messages/en.json");
  // Titles, helps and options are plain words: nothing in them has to be formatted.
  return indexOf((key) => String(valueAt(messages, key) ?? ""));
};

/** Search over all settings, in the reader's words and in English. `prepare` fetches the English ones, once. */
export function useSettingsSearch() {
  const t = useTranslations();
  const locale = useLocale();
  const own = useMemo(() => indexOf(t), [t]);
  const [english, setEnglish] = useState<SearchEntry[] | null>(null);
  return {
    find: (query: string, limit?: number) => search(english ? [own, english] : [own], query, limit),
    prepare() {
      // Without it one still finds everything in one's own language.
      if (locale !== "en" && !english) void loadEnglish().then(setEnglish, () => undefined);
    },
  };
}
