// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import type { Locale } from "@/lib/vocabulary/locales";
import { useRelativeTime } from "./use-relative-time";

const now = new Date("2026-03-10T12:00:00Z");
const twoDaysAgo = new Date("2026-03-08T12:00:00Z");

const wordsIn = (locale: Locale, at: Date) => {
  const { result } = renderHook(() => useRelativeTime(), {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{}}>
        {children}
      </NextIntlClientProvider>
    ),
  });
  return result.current(at, { now });
};

it("does not say a number twice in Hebrew", () => {
  expect(wordsIn("he", twoDaysAgo)).toBe("לפני יומיים");
});

it("leaves the other languages as they are", () => {
  expect(wordsIn("en", twoDaysAgo)).toBe("2 days ago");
  expect(wordsIn("ar", twoDaysAgo)).toBe("قبل يومين");
});
