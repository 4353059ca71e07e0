"use client";

import { useLocale } from "next-intl";
import { createContext, useContext, useMemo } from "react";
import { createFormats, type FormatPreferences, type Formats } from "@/lib/time/formats";

/** The formats of a page outside the provider: those of the language, in UTC. */
const unsaid: FormatPreferences = {
  dateFormat: "auto",
  timeFormat: "auto",
  firstDayOfWeek: "auto",
  currency: "USD",
  numberFormat: "auto",
  timezone: "UTC",
};

/**
 * Holds the formats that the appearance cookie carries, on the server too: its HTML and the first paint say the same.
 */
export const FormatsContext = createContext<FormatPreferences>(unsaid);

/** All rows of a page share one set of formatters: making one takes longer than using it. */
let shared: { key: string; formats: Formats } | null = null;

/** Writes dates, times and figures in the person's formats. No other code writes one. */
export function useFormats(): Formats {
  const locale = useLocale();
  const preferences = useContext(FormatsContext);
  return formatsFor(locale, preferences);
}

/** The same formats on the clock of another time zone. */
export function useFormatsIn(timezone: string): Formats {
  const locale = useLocale();
  const preferences = useContext(FormatsContext);
  return useMemo(() => createFormats(locale, { ...preferences, timezone }), [locale, preferences, timezone]);
}

function formatsFor(locale: ReturnType<typeof useLocale>, preferences: FormatPreferences): Formats {
  const key = `${locale} ${JSON.stringify(preferences)}`;
  if (shared?.key !== key) shared = { key, formats: createFormats(locale, preferences) };
  return shared.formats;
}
