import { getRequestConfig } from "next-intl/server";
import { readAppearance } from "@/lib/appearance/cookies";
import { formats } from "./formats";

/** next-intl asks this once per request. The language comes from the cookie, never from the address. */
export default getRequestConfig(async () => {
  const { locale } = await readAppearance();
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, formats, timeZone: "UTC", now: new Date() };
});
