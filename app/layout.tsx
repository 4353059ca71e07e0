import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppearanceProvider } from "@/components/shell/appearance";
import { DirectionProvider } from "@/components/ui/direction-provider";
import { Toaster } from "@/components/ui/toaster";
import { readAppearance } from "@/lib/appearance/cookies";
import { directionOf } from "@/lib/i18n/locales";
import { changeAppearance } from "./actions/appearance";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: t("titleTemplate") },
    description: t("description"),
    robots: { index: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await readAppearance();
  const light = "#fbfaf7";
  const dark = "#121417";
  if (theme === "light" || theme === "dark") return { themeColor: theme === "light" ? light : dark };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, locale } = await readAppearance();
  const direction = directionOf(locale);
  return (
    <html lang={locale} dir={direction} data-theme={theme} className={fontVariables}>
      <body>
        <NextIntlClientProvider>
          <DirectionProvider direction={direction}>
            <AppearanceProvider theme={theme} changeAppearance={changeAppearance}>
              {children}
            </AppearanceProvider>
            <Toaster direction={direction} />
          </DirectionProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
