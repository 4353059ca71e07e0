"use client";

import { NextIntlClientProvider, useLocale as useLanguageTag } from "next-intl";
import { use, type ReactNode } from "react";
import { readMessages } from "@/lib/i18n/read-messages";
import { localeOf } from "@/lib/vocabulary/language-tag";

/**
 * The messages of the reader's language for all that is below, from the file at `address` and not within the page: React
 * would write them on the server, and read them there and here, for every page anew.
 */
export function Messages({ address, children }: { address: string; children: ReactNode }) {
  const tag = useLanguageTag();
  return (
    <NextIntlClientProvider locale={tag} messages={use(readMessages(localeOf(tag), address))}>
      {children}
    </NextIntlClientProvider>
  );
}
