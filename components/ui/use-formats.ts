"use client";

import { useLocale } from "next-intl";
import { useContext } from "react";
import { createFormats, type FormatPreferences, type Formats } from "@/lib/time/formats";
import type { Locale } from "@/lib/vocabulary/locales";
import { FormatsContext } from "./formats-context";

/** Writes dates, times and figures in the person's formats. No other code writes one. */
export const useFormats = (): Formats => formatsFor(useLocale(), useContext(FormatsContext), null);

/** The same formats on the clock of another time zone. */
export const useFormatsIn = (timezone: string): Formats =>
  formatsFor(useLocale(), useContext(FormatsContext), timezone);

/** Making formatters is slow: the rows of a page, and the pages of a server, share those of equal preferences. */
const byWay = new Map<string, Formats>();
const mostWays = 50;

/** The formats of a preferences object by language and zone: a lookup is quicker than writing the preferences as text. */
const byPreferences = new WeakMap<FormatPreferences, Map<string, Formats>>();

function formatsFor(locale: Locale, preferences: FormatPreferences, timezone: string | null): Formats {
  const known = byPreferences.get(preferences) ?? new Map<string, Formats>();
  byPreferences.set(preferences, known);
  const key = `${locale} ${timezone}`;
  const formats =
    known.get(key) ?? sharedFormats(locale, timezone ? { ...preferences, timezone } : preferences);
  known.set(key, formats);
  return formats;
}

function sharedFormats(locale: Locale, preferences: FormatPreferences): Formats {
  const way = `${locale} ${JSON.stringify(preferences)}`;
  const formats = byWay.get(way) ?? createFormats(locale, preferences);
  if (byWay.size >= mostWays) byWay.clear();
  byWay.set(way, formats);
  return formats;
}
