"use client";

import { NextIntlClientProvider, useLocale, type AbstractIntlMessages } from "next-intl";
import type { ReactNode } from "react";

/** By their text: a server draws page after page from the same. There is one for each language. */
const read = new Map<string, AbstractIntlMessages>();

function messagesIn(text: string): AbstractIntlMessages {
  const messages = read.get(text) ?? JSON.parse(text);
  read.set(text, messages);
  return messages;
}

/**
 * The messages of the reader's language for all that is below. They come as one text: as an object, each of the more
 * than a thousand of them would be a value that React writes on the server and reads there and here.
 */
export const Messages = ({ text, children }: { text: string; children: ReactNode }) => (
  <NextIntlClientProvider locale={useLocale()} messages={messagesIn(text)}>
    {children}
  </NextIntlClientProvider>
);
