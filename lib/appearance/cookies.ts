import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { cookieName } from "@/lib/env";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/locales";
import { defaultTheme, isTheme, type Theme } from "./themes";

export type Appearance = { theme: Theme; locale: Locale };

const yearSeconds = 365 * 24 * 60 * 60;

/** How this request is to look. Read on the server, so that the first byte already has the theme and the direction. */
export const readAppearance = cache(async (): Promise<Appearance> => {
  const [store, head] = await Promise.all([cookies(), headers()]);
  const theme = store.get(cookieName("theme"))?.value;
  const locale = store.get(cookieName("locale"))?.value;
  return {
    theme: isTheme(theme) ? theme : defaultTheme,
    locale: isLocale(locale) ? locale : negotiateLocale(head.get("accept-language")),
  };
});

/** Only from a server action. Neither value is a secret and no script of the page needs to read them. */
export async function writeAppearance(change: Partial<Appearance>): Promise<void> {
  const store = await cookies();
  const options = { path: "/", maxAge: yearSeconds, sameSite: "lax", httpOnly: true } as const;
  if (change.theme) store.set(cookieName("theme"), change.theme, options);
  if (change.locale) store.set(cookieName("locale"), change.locale, options);
}
