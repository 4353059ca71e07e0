import { getRequestConfig } from "next-intl/server";
import { readAppearance } from "@/lib/appearance/cookies";
import { languageTag } from "@/lib/vocabulary/language-tag";
import { formats } from "./formats";

/**
 * next-intl calls this once per request. The language comes from the cookie, never from the address. What next-intl
 * writes is words and figures: dates and times are written by lib/time/formats, on the clock of the person's zone.
 */
export default getRequestConfig(async () => {
  const language = (await readAppearance()).appearance.interface_settings.language;
  const { default: messages } = await import(`../../messages/${language}.json`);
  return { locale: languageTag(language), messages, formats, timeZone: "UTC", now: new Date() };
});
