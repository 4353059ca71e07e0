// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it } from "vitest";
import { heats } from "@/lib/vocabulary/heat";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import type { Notification } from "@/lib/notifications/notification";
import { emptyRow } from "@/lib/testing/fake-notification-server";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { useNotificationText } from "./notification-text";

afterEach(cleanup);

const name = "דנה Levi <b>";
const changed = (from: string, to: string) => ({
  ...emptyRow,
  id: `${from}-${to}`,
  params: { kind: "lead.heat", lead_id: "x", lead_name: name, from, to },
});

function Words({ row }: { row: Notification }) {
  const text = useNotificationText();
  return (
    <article>
      <h2>{text.title(row)}</h2>
      <p>{text.line(row)}</p>
      <pre>{text.plainTitle(row)}</pre>
    </article>
  );
}

const errors: unknown[] = [];

function show(locale: Locale, rows: Notification[]) {
  const messages = { en, he, ar }[locale];
  render(
    <NextIntlClientProvider locale={locale} messages={messages} onError={(error) => errors.push(error)}>
      {rows.map((row) => (
        <Words key={row.id} row={row} />
      ))}
    </NextIntlClientProvider>,
  );
  return screen.getAllByRole("article");
}

describe.each(locales)("in %s", (locale) => {
  it("each heat has a title of its own that isolates the name, and a line with both words", () => {
    const articles = show(
      locale,
      heats.flatMap((from) => heats.map((to) => changed(from, to))),
    );
    const titles = articles.map((article) => article.querySelector("h2")?.textContent);
    const lines = articles.map((article) => article.querySelector("p")?.textContent);
    expect(new Set(titles).size).toBe(heats.length);
    expect(new Set(lines).size).toBe(heats.length ** 2);
    for (const article of articles) {
      expect(article.querySelector("h2 bdi")?.textContent).toBe(name);
      expect(article.querySelector("pre")?.textContent).toContain(`\u2068${name}\u2069`);
    }
    expect(errors).toEqual([]);
  });
});

it("shows the English text of a kind this build does not know, as English", () => {
  const [article] = show("he", [{ ...emptyRow, title: "A <i>new</i> kind", params: { kind: "later" } }]);
  expect(article?.querySelector("h2 bdi")?.getAttribute("lang")).toBe("en");
  expect(article?.querySelector("h2")?.textContent).toBe("A <i>new</i> kind");
});
