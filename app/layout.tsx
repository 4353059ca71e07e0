import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { AppearanceProvider } from "@/components/appearance/appearance";
import { Messages } from "@/components/appearance/messages";
import { documentAttributes } from "@/lib/appearance/attributes";
import { readAppearance } from "@/lib/appearance/cookies";
import { cookieName } from "@/lib/env";
import { messageFile } from "@/lib/i18n/message-file";
import product from "@/package.json";
import { renderAnew } from "./actions/appearance";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: t("titleTemplate") },
    description: t("description"),
    robots: { index: false },
    other: { "app-version": product.version },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = (await readAppearance()).appearance.interface_settings;
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
  const carried = await readAppearance();
  const look = carried.appearance.interface_settings;
  const { address } = await messageFile(look.language);
  // Fetched beside the page's code, which would ask for it only when it runs.
  preload(address, { as: "fetch", crossOrigin: "anonymous" });
  return (
    <html {...documentAttributes(look, look.language)} className={fontVariables}>
      <body>
        <NextIntlClientProvider messages={null}>
          <Messages address={address}>
            <AppearanceProvider carried={carried} cookie={cookieName("appearance")} renderAnew={renderAnew}>
              {children}
            </AppearanceProvider>
          </Messages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
