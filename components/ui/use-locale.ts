"use client";

import { useLocale as useLanguageTag } from "next-intl";
import { localeOf } from "@/lib/vocabulary/language-tag";
import type { Locale } from "@/lib/vocabulary/locales";

/** The language of the page. What next-intl calls its locale names the figures, too (`languageTag`). */
export const useLocale = (): Locale => localeOf(useLanguageTag());
