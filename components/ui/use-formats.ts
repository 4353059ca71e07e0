"use client";

import { useContext } from "react";
import { createFormats, type FormatPreferences, type Formats } from "@/lib/time/formats";
import { utc, type Zone } from "@/lib/time/zone";
import type { Locale } from "@/lib/vocabulary/locales";
import { FormatsContext } from "./formats-context";
import { useLocale } from "./use-locale";
import { useZone } from "./zones";

/** Writes dates, times and figures in the person's formats. No other code writes one. */
export function useFormats(): Formats {
  const { preferences, zone } = useContext(FormatsContext);
  return formatsFor(useLocale(), preferences, zone);
}

/** The same formats on the clock of another time zone. */
export function useFormatsIn(timeZone: string): Formats {
  const { preferences } = useContext(FormatsContext);
  return formatsFor(useLocale(), preferences, useZone(timeZone));
}

/** The same formats on the clock of UTC: they write wall times of any zone. */
export function useWallFormats(): Formats {
  const { preferences } = useContext(FormatsContext);
  return formatsFor(useLocale(), preferences, utc);
}

/** Making formatters is slow: the rows of a page, and the pages of a server, share those of equal preferences. */
const byWay = new Map<string, Formats>();
const mostWays = 50;

/** The formats of a preferences object by language and zone: a lookup is quicker than writing the preferences as text. */
const byPreferences = new WeakMap<FormatPreferences, Map<string, Formats>>();

function formatsFor(locale: Locale, preferences: FormatPreferences, zone: Zone): Formats {
  const known = byPreferences.get(preferences) ?? new Map<string, Formats>();
  byPreferences.set(preferences, known);
  const key = `${locale} ${zone.id}`;
  const formats = known.get(key) ?? sharedFormats(locale, preferences, zone);
  known.set(key, formats);
  return formats;
}

function sharedFormats(locale: Locale, preferences: FormatPreferences, zone: Zone): Formats {
  const way = `${locale} ${zone.id} ${JSON.stringify(preferences)}`;
  const formats = byWay.get(way) ?? createFormats(locale, preferences, zone);
  if (byWay.size >= mostWays) byWay.clear();
  byWay.set(way, formats);
  return formats;
}
