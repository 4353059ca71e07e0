// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { useTitleCount } from "./use-title-count";
import { useUnreadWords } from "./use-unread-words";

it.each([
  ["en", en, "Notifications, 99 unread", "Notifications, more than 99 unread"],
  ["he", he, "התראות, 99 לא נקראו", "התראות, יותר מ־99 לא נקראו"],
  ["ar", ar, "الإشعارات، 99 غير مقروء", "الإشعارات، أكثر من 99 غير مقروء"],
] as const)(
  "in %s, 99 are written as such, and where counting stopped: 99+",
  (locale, messages, all, more) => {
    document.head.innerHTML = "<title>Dashboard</title>";
    const { result, rerender, unmount } = renderHook(
      (count: number) => {
        const words = useUnreadWords(count);
        useTitleCount(words.digits);
        return words;
      },
      {
        initialProps: 99,
        wrapper: ({ children }) => (
          <NextIntlClientProvider locale={locale} messages={messages}>
            {children}
          </NextIntlClientProvider>
        ),
      },
    );
    expect(result.current).toEqual({ digits: "99", label: all });
    expect(document.title).toBe("(99) Dashboard");
    rerender(100);
    expect(result.current).toEqual({ digits: "99+", label: more });
    expect(document.title).toBe("(99+) Dashboard");
    rerender(7);
    expect(document.title).toBe("(7) Dashboard");
    unmount();
  },
);
