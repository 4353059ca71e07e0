import type { AbstractIntlMessages } from "next-intl";
import { onReturn } from "@/lib/live/page-events";
import type { Locale } from "@/lib/vocabulary/locales";

const read = new Map<string, Promise<AbstractIntlMessages>>();

/**
 * The messages of a language: the server has them, a browser fetches the file at `address`. The promise is the same for
 * one address, and never rejects.
 */
export function readMessages(locale: Locale, address: string): Promise<AbstractIntlMessages> {
  const messages = read.get(address) ?? (typeof window === "undefined" ? imported(locale) : fetched(address));
  read.set(address, messages);
  return messages;
}

const imported = async (locale: Locale): Promise<AbstractIntlMessages> =>
  (await import(`../../messages/${locale}.json`)).default;

/** Without its words a page cannot be used: what did not come is fetched again when the network or the person is back. */
async function fetched(address: string): Promise<AbstractIntlMessages> {
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) return answer.json();
  await new Promise<void>((resolve) => {
    const stop = onReturn(() => {
      stop();
      resolve();
    });
  });
  return fetched(address);
}
