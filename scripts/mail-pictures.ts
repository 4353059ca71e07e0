import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { translatorOf } from "../lib/i18n/translator";
import { contentOf } from "../lib/notifications/channels/email/content";
import { mailHtml } from "../lib/notifications/channels/email/mail-html";
import { unsubscribePage } from "../lib/notifications/unsubscribe/page";
import { sampleMessage, sampleNames } from "../lib/testing/sample-messages";
import { locales } from "../lib/vocabulary/locales";
import { browserArguments, findBrowser } from "./browser";
import { root } from "./root";

/**
 * Takes the pictures of docs/images/mail anew: every sample mail in every language, and the page of its last link,
 * wide and on a phone, and as a program shows it that repaints light mails in dark colours, as most dark ones do.
 */
const folder = join(root, "docs", "images", "mail");
const looks = [
  { name: "light", width: 680, isDark: false },
  { name: "dark", width: 680, isDark: true },
  { name: "360", width: 360, isDark: false },
] as const;

async function take(page: Page, html: string, name: string) {
  const session = await page.context().newCDPSession(page);
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: 400 });
    await session.send("Emulation.setAutoDarkModeOverride", { enabled: look.isDark });
    await page.setContent(html);
    await page.screenshot({ path: join(folder, `${name}-${look.name}.png`), fullPage: true });
  }
}

/** The page behind the last link of a mail. */
const link = { userId: randomUUID(), channel: "email", category: "heatProgressions" } as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser().executablePath,
  args: browserArguments,
});
const page = await browser.newPage();
for (const locale of locales) {
  const words = await translatorOf(locale);
  for (const name of sampleNames) {
    const content = contentOf(sampleMessage(name, locale));
    const html = await mailHtml(content, "https://app.example.com/notifications", words);
    await take(page, html, `${name}-${locale}`);
  }
  for (const state of ["ask", "stopped"] as const) {
    const shown = { state, link: { ...link, locale } };
    await take(page, unsubscribePage(shown, locale, words, state), `${state}-${locale}`);
  }
}
await browser.close();
