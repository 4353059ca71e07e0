import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { formats } from "@/lib/i18n/formats";
import { somePanels } from "@/lib/testing/lead-panels";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { PerformanceTargets } from "./performance-targets";

const languages = { en, he, ar };
const month = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };

/** What the widget says of targets of money and of meetings, of which nothing has come at the moment. */
function told(locale: keyof typeof languages, at: string): string {
  const metrics = (["revenue", "meetings"] as const).map((metric) => ({
    metric,
    target: 100_000,
    actual: 0,
  }));
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={languages[locale]} formats={formats} timeZone="UTC">
      <PerformanceTargets
        data={{ mayEdit: false, metrics }}
        period={{ ...somePanels.period, month }}
        at={at}
        view="enhanced"
        projectId="0a7e0000-0002-4000-8000-000000000001"
        own={{ leads: 0, qualified: 0, meetings: 0, revenue: 0 }}
        editor={{ setOwn: () => {}, setProject: () => Promise.reject(new Error()), onChanged: () => {} }}
      />
    </NextIntlClientProvider>,
  );
}

it.each([
  ["en", "Just started", "Behind"],
  ["he", "רק התחיל", "בפיגור"],
  ["ar", "بدأ للتو", "متأخر"],
] as const)(
  "in %s a target that nothing has come of has just begun on the first morning, and is behind in the middle of the month",
  (locale, begun, behind) => {
    const first = told(locale, "2026-11-01T09:00:00Z");
    // Beside each bar, and in each row of the table.
    expect(first.split(begun)).toHaveLength(5);
    expect(first).not.toContain(behind);
    const middle = told(locale, "2026-11-15T09:00:00Z");
    expect(middle.split(behind)).toHaveLength(5);
    expect(middle).not.toContain(begun);
  },
);
