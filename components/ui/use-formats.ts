"use client";

import { useLocale } from "next-intl";
import { createContext, useContext, useMemo } from "react";
import { createFormats, type FormatPreferences, type Formats } from "@/lib/time/formats";

/** What holds where nobody has said how they want it: the way of the language, in UTC. */
const unsaid: FormatPreferences = {
  dateFormat: "auto",
  timeFormat: "auto",
  firstDayOfWeek: "auto",
  currency: "USD",
  numberFormat: "auto",
  timezone: "UTC",
};

/** The server fills it from what the browser carries, so that its text is the text of the first paint here. */
export const FormatsContext = createContext<FormatPreferences>(unsaid);

/** Many rows of a page write in one way: they share its formatters. */
let shared: { key: string; formats: Formats } | null = null;

/** Dates, times and figures as the person wants them written. There is no other way to write one. */
export function useFormats(): Formats {
  const locale = useLocale();
  const preferences = useContext(FormatsContext);
  return formatsFor(locale, preferences);
}

/** The same on the clock of another place. */
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
