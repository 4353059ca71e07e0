"use client";

import { useLocale } from "next-intl";
import { useContext } from "react";
import { createFormats, type FormatPreferences, type Formats } from "@/lib/time/formats";
import type { Locale } from "@/lib/vocabulary/locales";
import { FormatsContext } from "./formats-context";

/** Dates, times and figures as the person wants them written. There is no other way to write one. */
export const useFormats = (): Formats => formatsFor(useLocale(), useContext(FormatsContext), null);

/** The same on the clock of another place. */
export const useFormatsIn = (timezone: string): Formats =>
  formatsFor(useLocale(), useContext(FormatsContext), timezone);

/** Making formatters is slow: the rows of a page, and the pages of a server, that write in one way share them. */
const byWay = new Map<string, Formats>();
const mostWays = 50;

/** Asked with the same preferences again and again: then their text need not be compared. */
const byPreferences = new WeakMap<FormatPreferences, Map<string, Formats>>();

function formatsFor(locale: Locale, preferences: FormatPreferences, timezone: string | null): Formats {
  const known = byPreferences.get(preferences) ?? new Map<string, Formats>();
  byPreferences.set(preferences, known);
  const place = `${locale} ${timezone}`;
  const formats =
    known.get(place) ?? sharedFormats(locale, timezone ? { ...preferences, timezone } : preferences);
  known.set(place, formats);
  return formats;
}

function sharedFormats(locale: Locale, preferences: FormatPreferences): Formats {
  const way = `${locale} ${JSON.stringify(preferences)}`;
  const formats = byWay.get(way) ?? createFormats(locale, preferences);
  if (byWay.size >= mostWays) byWay.clear();
  byWay.set(way, formats);
  return formats;
}
