"use client";

import { UnlessLeaving } from "@/components/shell/unless-leaving";
import { Button } from "@/components/ui/button";
import { lastWords } from "@/lib/i18n/last-words";
import { directionOf, negotiateLocale } from "@/lib/vocabulary/locales";
import "./globals.css";

/** Replaces the whole document, layout included: there are no translations and no theme but the device's. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const locale = negotiateLocale(typeof navigator === "undefined" ? null : navigator.languages.join(","));
  const words = lastWords[locale];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <UnlessLeaving>
          <title>{words.title}</title>
          <main className="grid min-h-dvh place-items-center p-6 text-center">
            <div className="grid max-w-sm justify-items-center gap-3">
              <h1 className="text-xl font-semibold">{words.title}</h1>
              <p className="text-ink-soft">{words.body}</p>
              <Button variant="primary" onClick={reset}>
                {words.retry}
              </Button>
            </div>
          </main>
        </UnlessLeaving>
      </body>
    </html>
  );
}
