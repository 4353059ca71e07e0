// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { useRelativeTime } from "./use-relative-time";

const now = new Date("2026-03-10T12:00:00Z");
const messages = { en, he, ar };
type Told = Omit<Parameters<ReturnType<typeof useRelativeTime>>[1], "now">;

/** In the reader's words, `seconds` after now, or before it. */
function wordsIn(locale: Locale, seconds: number, told: Told = {}) {
  const { result } = renderHook(() => useRelativeTime(), {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale={locale} timeZone="UTC" messages={messages[locale]}>
        {children}
      </NextIntlClientProvider>
    ),
  });
  return result.current(new Date(now.getTime() + seconds * 1000), { now, ...told });
}
const [minute, hour, day] = [60, 3_600, 86_400];

afterEach(() => vi.unstubAllGlobals());

it.each([
  [0, "now"],
  [-1, "1 second ago"],
  [-59, "59 seconds ago"],
  [-minute, "1 minute ago"],
  [-59.6 * minute, "1 hour ago"],
  [-23 * hour, "23 hours ago"],
  [-23.6 * hour, "1 day ago"],
  [-6 * day, "6 days ago"],
  [-7 * day, "1 week ago"],
  [-27 * day, "1 month ago"],
  [-340 * day, "11 months ago"],
  [-365 * day, "1 year ago"],
  [3 * day, "in 3 days"],
])('%d seconds from now is "%s": never sixty minutes, nor twenty-four hours', (seconds, words) => {
  expect(wordsIn("en", seconds)).toBe(words);
});

it("counts in days alone where that is asked, and calls less than half a day today", () => {
  expect(wordsIn("en", -40 * day, { unit: "day" })).toBe("40 days ago");
  expect(wordsIn("en", -hour, { unit: "day" })).toBe("today");
});

it("has a short form of what was", () => {
  expect(wordsIn("en", -3 * hour, { style: "short" })).toBe("3h ago");
  expect(wordsIn("he", -28, { style: "short" })).toBe("לפני 28 שנ׳");
});

it("says one and two by their own words in Hebrew and Arabic, and never the figure beside them", () => {
  expect([-day, -2 * day, -3 * day].map((at) => wordsIn("he", at))).toEqual([
    "לפני יום",
    "לפני יומיים",
    "לפני 3 ימים",
  ]);
  expect([-day, -2 * day, -3 * day].map((at) => wordsIn("ar", at))).toEqual([
    "قبل يوم",
    "قبل يومين",
    "قبل 3 أيام",
  ]);
  expect(wordsIn("ar", 15 * minute)).toBe("بعد 15 دقيقة");
});

it.each(locales)(
  "asks no engine for words in %s: their age differs, and a page would be taken over with others",
  (locale) => {
    vi.stubGlobal("Intl", Object.assign(Object.create(Intl), { RelativeTimeFormat: undefined }));
    for (const seconds of [0, -1, -90, -day, -400 * day, 90]) expect(wordsIn(locale, seconds)).not.toBe("");
  },
);
